import {
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Path = readonly (string | number)[];

export interface Result {
  readonly data: unknown;
  readonly errors: readonly GraphQLError[];
}

/**
 * What the GraphQL specification says of errors in fields that cannot be null, which the runtime leaves out: the
 * error empties the nearest field around it that can be null. Errors within what another error has emptied are
 * left out.
 *
 * @param operation in normal form
 */
export function propagateNulls(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  { data, errors }: Result,
): Result {
  const emptied: Path[] = [];
  let all = data;
  const kept = errors.filter(({ path }) => {
    if (path === undefined) return true;
    if (emptied.some((one) => one.every((key, at) => path[at] === key))) return false;
    const at = nearestNullable(schema, operation, path);
    if (at < path.length) emptied.push(path.slice(0, at));
    if (at === 0) all = null;
    else empty(all, path.slice(0, at));
    return true;
  });
  return { data: all, errors: kept };
}

/** How much of the path leads to the nearest value that can be null: all of it, or nothing if only the data can. */
function nearestNullable(
  schema: GraphQLSchema,
  { operation, selectionSet }: OperationDefinitionNode,
  path: Path,
): number {
  let nearest = 0;
  let around: Selected | undefined = { type: schema.getRootType(operation), selectionSet };
  for (const [at, key] of path.entries()) {
    around = typeof key === 'number' ? itemOf(around) : fieldOf(schema, around, key);
    if (around === undefined) break;
    if (!isNonNullType(around.type)) nearest = at + 1;
  }
  return nearest;
}

/** A value of the response: its type, and what is selected on it. */
interface Selected {
  readonly type: GraphQLOutputType | null | undefined;
  readonly selectionSet: SelectionSetNode | undefined;
}

function itemOf({ type, selectionSet }: Selected): Selected | undefined {
  const list = isNonNullType(type) ? type.ofType : type;
  return isListType(list) ? { type: list.ofType, selectionSet } : undefined;
}

function fieldOf(
  schema: GraphQLSchema,
  { type, selectionSet }: Selected,
  key: string,
): Selected | undefined {
  const parent = isNonNullType(type) ? type.ofType : type;
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      if ((selection.alias ?? selection.name).value !== key) continue;
      if (!isInterfaceType(parent) && !isObjectType(parent)) return undefined;
      const field = parent.getFields()[selection.name.value];
      return field && { type: field.type, selectionSet: selection.selectionSet };
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const inner = condition === undefined ? type : (schema.getType(condition) as typeof type);
      const found = fieldOf(schema, { type: inner, selectionSet: selection.selectionSet }, key);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Sets what the path leads to to null, if it is there. */
function empty(data: unknown, path: Path): void {
  let value = data as Record<string | number, unknown> | null | undefined;
  for (const key of path.slice(0, -1)) value = value?.[key] as typeof value;
  const last = path.at(-1);
  if (value != null && last !== undefined) value[last] = null;
}
