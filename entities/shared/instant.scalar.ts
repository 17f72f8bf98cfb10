import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLISODateTime } from 'type-graphql';
import { scalarFault } from './scalar-fault.js';

const library = GraphQLISODateTime.toConfig();

function parse(value: unknown, literal?: ValueNode): Date {
  try {
    return library.parseValue(value);
  } catch {
    const remedy = 'use a date and time with an offset, such as 2015-12-22T14:00:00+01:00.';
    throw scalarFault(library.name, value, remedy, literal);
  }
}

/** The library's scalar, with errors that say what to do. */
export const InstantScalar = new GraphQLScalarType<Date, Date | string>({
  ...library,
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  description:
    'A point in time, such as `2015-12-22T13:00:00.000Z` (ISO 8601, RFC 3339). Any UTC offset is accepted.',
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null, node),
});
