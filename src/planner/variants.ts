import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { kindOfId, parseUuid } from '../domain/ids.js';
import type { Variables } from './values.js';

/** A key for everything in the variables that the plan depends on; most values share a key. */
export type VariantOf = (variables: Variables) => string;

/**
 * A plan depends on which variables are given, on Booleans (`@skip`), on enums (sort orders), on the number of
 * conditions and orders, and on the types that ids and representations name. Everything else becomes a value of
 * the statement.
 */
export function variantsOf(schema: GraphQLSchema, operation: OperationDefinitionNode): VariantOf {
  const variables = (operation.variableDefinitions ?? []).map(
    ({ variable, type }) =>
      [variable.name.value, typeFromAST(schema, type) as GraphQLInputType] as const,
  );
  return (values) => variables.map(([name, type]) => variantOf(type, values[name])).join(' ');
}

function variantOf(type: GraphQLInputType, value: unknown): string {
  if (value === undefined) return '-';
  if (value === null) return '0';
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) {
    const item: GraphQLInputType = isNonNullType(inner.ofType) ? inner.ofType.ofType : inner.ofType;
    // Conditions and orders: the plan depends on each of them and on their sequence.
    if (isInputObjectType(item)) {
      return `[${(value as unknown[]).map((one) => variantOf(item, one)).join()}]`;
    }
    if (!NAMING.has(String(item))) return '1';
    return [...new Set((value as unknown[]).map((one) => variantOf(item, one)))].sort().join('');
  }
  if (isInputObjectType(inner)) {
    const fields = inner.getFields();
    const parts = Object.entries(value as Variables).map(
      ([name, part]) =>
        `${name}:${variantOf((fields[name] as { type: GraphQLInputType }).type, part)}`,
    );
    return `{${parts.sort().join()}}`;
  }
  if (isEnumType(inner) || inner.name === 'Boolean') return JSON.stringify(value);
  if (inner.name === 'ID') return kindOf(value);
  if (inner.name === '_Any') {
    const { __typename, id } = value as Variables;
    return `${String(__typename).slice(0, 40)}${id === undefined ? '?' : kindOf(id)} `;
  }
  return '1';
}

const NAMING: ReadonlySet<string> = new Set(['ID', '_Any']);

function kindOf(value: unknown): string {
  const id = parseUuid(value);
  return id === null ? '?' : (kindOfId(id) ?? '?');
}
