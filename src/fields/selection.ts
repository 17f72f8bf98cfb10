import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;
/** The selected fields of an object by name, each with every place where it is selected. */
export type Selection = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * The selection of the given fields. Ignores `@skip`, `@include` and type conditions: this may read an unused
 * column, but what is read depends only on the document.
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

/** The selection within a field of a selection. */
export function within(selection: Selection, field: string, fragments: Fragments): Selection {
  return selectionOf(selection.get(field) ?? [], fragments);
}
