import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;
type WithFields = Pick<GraphQLObjectType | GraphQLInterfaceType, 'getFields'>;

/** All object types of the schema but those of Federation. */
export function objectTypesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('_'),
  );
}

/** The type with this name, which must be there. */
export function typeOf(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (type === undefined || !('getFields' in type)) throw new Error(`There is no type ${name}.`);
  return type as GraphQLObjectType;
}

/** The fields of the type that are lists in pages. */
export function connectionFields(type: WithFields): Field[] {
  return Object.values(type.getFields()).filter((field) =>
    getNamedType(field.type).name.endsWith('Connection'),
  );
}

/** What a list can be sorted by. */
export function orderFieldsOf(field: Field): string[] {
  const argument = field.args.find(({ name }) => name === 'orderBy');
  const order = argument === undefined ? undefined : getNamedType(argument.type);
  const type = isInputObjectType(order) ? getNamedType(order.getFields().field?.type) : undefined;
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

/** What a document declares and passes on to be asked for one page after another. */
export const PAGE_VARIABLES = '$first: Int, $after: String, $last: Int, $before: String';
export const PAGE_ARGUMENTS = 'first: $first, after: $after, last: $last, before: $before';
export const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
