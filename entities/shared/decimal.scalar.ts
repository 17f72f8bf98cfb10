import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { scalarFault } from './scalar-fault.js';

const DECIMAL = /^-?\d{1,30}(\.\d{1,20})?$/;

function parse(value: unknown, literal?: ValueNode): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && DECIMAL.test(text)) return text;
  throw scalarFault('Decimal', value, 'use digits, such as "2266634.40".', literal);
}

const isTextOrNumber = (node: ValueNode) =>
  node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT;

/** PostgreSQL's `numeric` as text, so that numbers are not rounded in transit. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as a string, such as `"2266634.40"`. Never a float, so amounts of money are not rounded in transit.',
  serialize: (value) => value as string,
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(isTextOrNumber(node) ? node.value : null, node),
});
