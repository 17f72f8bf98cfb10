import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;
/** The fields asked of a thing, by name, each with every place where it is asked. */
export type Selection = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * What the given fields ask of their value. `@skip`, `@include` and type conditions are passed over:
 * that may read a column too many but makes what is read depend on the document alone.
 */
export function selectionOf(fields: readonly FieldNode[], fragments: Fragments): Selection {
  const selection = new Map<string, FieldNode[]>();
  const collect = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const asked = selection.get(node.name.value);
        if (asked) asked.push(node);
        else selection.set(node.name.value, [node]);
      } else {
        const inner = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value];
        if (inner) collect(inner.selectionSet);
      }
    }
  };
  for (const { selectionSet } of fields) if (selectionSet) collect(selectionSet);
  return selection;
}

/** What is asked of the values of a field in a selection. */
export function within(selection: Selection, field: string, fragments: Fragments): Selection {
  return selectionOf(selection.get(field) ?? [], fragments);
}
