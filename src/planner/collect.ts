import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Document {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Types = ReadonlySet<GraphQLObjectType>;

/** A field of a response, for some of the types that the value can have. */
export interface CollectedField {
  readonly key: string;
  readonly types: Types;
  readonly nodes: readonly FieldNode[];
}

/** The operation as a field, whose selections are the root fields. */
export function operationAsField({ operation, selectionSet }: OperationDefinitionNode): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: operation }, selectionSet };
}

/**
 * The fields selected on a value of several possible types, in response order, each with the types that
 * have it. This is `CollectFields` of the GraphQL specification for all types at once, so that common fields
 * are planned once.
 */
export function collect(
  document: Document,
  types: readonly GraphQLObjectType[],
  nodes: readonly FieldNode[],
): CollectedField[] {
  const fields: CollectedField[] = [];
  const add = (key: string, node: FieldNode, asked: Types): void => {
    const known = new Set<GraphQLObjectType>();
    for (let at = 0; at < fields.length; at += 1) {
      const field = fields[at] as CollectedField;
      if (field.key !== key) continue;
      const [shared, rest] = split(field.types, asked);
      for (const type of shared) known.add(type);
      if (shared.size === 0 || field.nodes.includes(node)) continue;
      const parts = [{ key, types: shared, nodes: [...field.nodes, node] }];
      if (rest.size > 0) parts.push({ key, types: rest, nodes: [...field.nodes] });
      fields.splice(at, 1, ...parts);
      at += parts.length - 1;
    }
    const fresh = new Set([...asked].filter((type) => !known.has(type)));
    if (fresh.size > 0) fields.push({ key, types: fresh, nodes: [node] });
  };
  const visit = ({ selections }: SelectionSetNode, asked: Types): void => {
    for (const node of selections) {
      if (!isIncluded(document, node)) continue;
      if (node.kind === Kind.FIELD) {
        add(node.alias?.value ?? node.name.value, node, asked);
        continue;
      }
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT ? node : document.fragments.get(node.name.value);
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition?.name.value;
      const meant = condition === undefined ? asked : ofType(document.schema, asked, condition);
      if (meant.size > 0) visit(fragment.selectionSet, meant);
    }
  };
  for (const { selectionSet } of nodes) if (selectionSet) visit(selectionSet, new Set(types));
  return fields;
}

function split(types: Types, asked: Types): [Set<GraphQLObjectType>, Set<GraphQLObjectType>] {
  const [shared, rest] = [new Set<GraphQLObjectType>(), new Set<GraphQLObjectType>()];
  for (const type of types) (asked.has(type) ? shared : rest).add(type);
  return [shared, rest];
}

function ofType(schema: GraphQLSchema, types: Types, name: string): Types {
  const condition = schema.getType(name);
  return new Set(
    [...types].filter(
      (type) =>
        type === condition || (isAbstractType(condition) && schema.isSubType(condition, type)),
    ),
  );
}

function isIncluded({ variables }: Document, node: SelectionNode): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}
