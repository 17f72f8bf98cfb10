import { collectSubFields } from '@graphql-tools/utils';
import {
  getArgumentValues,
  getNamedType,
  GraphQLError,
  isEnumType,
  isListType,
  isNullableType,
  isObjectType,
  isScalarType,
  getNullableType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Member, Shape } from '../../src/network/list-text.js';
import { LIST_SIZE } from '../shared/sizes.js';

/** The types whose objects a worker can write: they need nothing but the network. */
const TYPES = new Set([
  'NetworkNode',
  'NetworkLink',
  'NetworkCommunity',
  'NetworkTie',
  'NetworkTiePeriod',
]);
/** Scalars whose values are written as they are. */
const SCALARS = new Set(['ID', 'String', 'Int', 'Float', 'Boolean', 'PartialDate']);
/** The object fields that a worker can write; others are lists with resolvers of their own. */
const OBJECTS = new Set(['community', 'from', 'to']);
const LISTS = new Set(['ties', 'periods']);

type Asked = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** What is selected of each entry of a list; null if it needs more than the network. */
export function shapeOf(info: GraphQLResolveInfo): Shape | null {
  const type = getNamedType(info.returnType);
  return isObjectType(type) ? shapeWithin(info, type, info.fieldNodes) : null;
}

/** Whether a field is in a shape, at any depth. */
export function hasField(shape: Shape, field: string): boolean {
  return shape.some(
    (member) =>
      (member.kind !== 'TEXT' && member.field === field) ||
      ('shape' in member && hasField(member.shape, field)),
  );
}

function shapeWithin(
  asked: Asked,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Shape | null {
  if (!TYPES.has(type.name)) return null;
  const { schema, fragments, variableValues } = asked;
  const { fields } = collectSubFields(schema, fragments, variableValues, type, [...nodes]);
  const members: Member[] = [];
  for (const [key, own] of fields) {
    const member = memberOf(asked, type, own);
    if (member === null) return null;
    members.push({ key, ...member });
  }
  return members;
}

type Content = Member extends infer M ? (M extends Member ? Omit<M, 'key'> : never) : never;

function memberOf(
  asked: Asked,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Content | null {
  const [node] = nodes;
  if (node === undefined) return null;
  const name = node.name.value;
  if (name === '__typename') return { kind: 'TEXT', text: JSON.stringify(type.name) };
  const field = type.getFields()[name];
  if (field === undefined) return null;
  const inner = getNamedType(field.type);
  if (isObjectType(inner)) {
    const isList = isListType(getNullableType(field.type));
    if (!(isList ? LISTS : OBJECTS).has(name)) return null;
    const shape = shapeWithin(asked, inner, nodes);
    if (shape === null) return null;
    if (!isList) return { kind: 'OBJECT', field: name, shape };
    const limit = limitOf(field, node, asked);
    return limit === null ? null : { kind: 'LIST', field: name, limit, shape };
  }
  const isNullable = isNullableType(field.type);
  if (isEnumType(inner)) {
    const names = Object.fromEntries(
      inner.getValues().map((one) => [String(one.value), one.name] as const),
    );
    return { kind: 'VALUE', field: name, isNullable, names };
  }
  if (!isScalarType(inner) || !SCALARS.has(inner.name)) return null;
  return { kind: 'VALUE', field: name, isNullable, names: null };
}

/** The maximum number of entries; null if the argument is invalid, which the resolver reports. */
function limitOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { variableValues }: Asked,
): number | null {
  try {
    const { first = Infinity } = getArgumentValues(field, node, variableValues);
    const isValid =
      first === Infinity || ((first as number) >= 1 && (first as number) <= LIST_SIZE.max);
    return isValid ? (first as number) : null;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
