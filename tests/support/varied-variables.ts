import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Other variables for the same document: every Boolean is negated, every enum value replaced by the next one of its
 * type, and the last filter or order of every list removed. These are the values that decide which plan fits.
 */
export function variedVariables(
  schema: GraphQLSchema,
  query: string,
  variables: Variables,
): Variables {
  const types = new Map(
    parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? (definition.variableDefinitions ?? []).map(
            ({ variable, type }) =>
              [variable.name.value, typeFromAST(schema, type as never)] as const,
          )
        : [],
    ),
  );
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      varied(types.get(name) as unknown as GraphQLInputType | undefined, value),
    ]),
  );
}

function varied(type: GraphQLInputType | undefined, value: unknown): unknown {
  if (type === undefined || value == null) return value;
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) {
    const item = inner.ofType as GraphQLInputType;
    if (!Array.isArray(value)) return varied(item, value);
    const kept = isInputObjectType(isNonNullType(item) ? item.ofType : item)
      ? value.slice(0, -1)
      : value;
    return kept.map((one) => varied(item, one));
  }
  if (isInputObjectType(inner) && typeof value === 'object') {
    const fields = inner.getFields();
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, varied(fields[name]?.type, part)]),
    );
  }
  if (isEnumType(inner)) {
    const names = inner.getValues().map(({ name }) => name);
    const at = names.indexOf(value as string);
    return at < 0 ? value : names[(at + 1) % names.length];
  }
  return typeof value === 'boolean' ? !value : value;
}
