import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql';

const DECIMAL = /^-?\d{1,30}(\.\d{1,20})?$/;

function parse(value: unknown): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && DECIMAL.test(text)) return text;
  throw new GraphQLError(
    `${JSON.stringify(value)} is not a valid Decimal; use digits, for example "2266634.40".`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

/** PostgreSQL's `numeric` as text, so that numbers are not rounded in transit. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as a string, such as `"2266634.40"`. Never a float, so amounts of money are not rounded in transit.',
  serialize: (value) => value as string,
  parseValue: parse,
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) {
      return parse(node.value);
    }
    throw new GraphQLError(
      `${print(node)} is not a valid Decimal; use digits, for example "2266634.40".`,
      {
        nodes: node,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    );
  },
});
