import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Arguments without which a field cannot be asked. */
const REQUIRED: Readonly<Record<string, string>> = { scheme: 'NACE_REV2' };

/**
 * A selection that asks a value of the type for all that it is itself, and for the identity of what
 * it leads to: down connections to their edges and nodes.
 */
function selectionOf(type: GraphQLNamedType, depth = 1): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
  const fields = Object.values(type.getFields());
  const isConnection = type.name.endsWith('Connection');
  const isEdge = type.name.endsWith('Edge');
  return [
    '__typename',
    ...fields.flatMap((field) => {
      const inner = getNamedType(field.type);
      if (isLeafType(inner)) return [field.name];
      if (!isCompositeType(inner) || field.args.some(isRequiredArgument)) return [];
      if (isConnection) return [`${field.name} { ${selectionOf(inner, depth)} }`];
      if (isEdge && depth > 0) return [`${field.name} { ${selectionOf(inner, 0)} }`];
      return inner.name === 'PageInfo' || inner.name === 'Coordinates'
        ? [`${field.name} { ${selectionOf(inner, 0)} }`]
        : [];
    }),
  ].join(' ');
}

/** The field with all that its value is. */
function fieldSelection(field: GraphQLField<unknown, unknown>): string {
  const args = field.args
    .filter(isRequiredArgument)
    .map(({ name }) => `${name}: ${REQUIRED[name] ?? 'null'}`);
  const call = args.length === 0 ? field.name : `${field.name}(${args.join(', ')})`;
  const inner = getNamedType(field.type);
  return isLeafType(inner) ? call : `${call} { ${selectionOf(inner)} }`;
}

/** Every type that `nodes` can give. */
export function nodeTypesOf(schema: GraphQLSchema): (GraphQLObjectType | GraphQLInterfaceType)[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType | GraphQLInterfaceType =>
      (isObjectType(type) || isInterfaceType(type)) &&
      type.getInterfaces().some(({ name }) => name === 'Node'),
  );
}

/**
 * Each of these types with every field of it that reads more than its own row, and all that its value is.
 * What all organisations have is asked of all of them at once, as an interface.
 */
export function readingFieldsOf(
  schema: GraphQLSchema,
): (readonly [type: string, field: string, selection: string])[] {
  const shared = schema.getType('Organization') as GraphQLInterfaceType;
  const isShared = (type: GraphQLObjectType | GraphQLInterfaceType, field: string) =>
    type.getInterfaces().includes(shared) && field in shared.getFields();
  return nodeTypesOf(schema).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => isCompositeType(getNamedType(field.type)) && !isShared(type, field.name))
      .map((field) => [type.name, field.name, fieldSelection(field)] as const),
  );
}
