import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isDay, isPartialDate } from '../../src/domain/partial-date.js';
import { scalarFault } from './scalar-fault.js';

function dateScalar(
  name: string,
  description: string,
  specifiedByURL: string,
  accepts: (text: unknown) => boolean,
  remedy: string,
) {
  const parse = (value: unknown, literal?: ValueNode): string => {
    if (accepts(value)) return value as string;
    throw scalarFault(name, value, remedy, literal);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: (value) => value as string,
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null, node),
  });
}

export const PartialDateScalar = dateScalar(
  'PartialDate',
  'A date as precise as it is known: a year `2013`, a month `2010-09` or a day `2010-09-14` (ISO 8601).',
  'https://www.iso.org/iso-8601-date-and-time-format.html',
  isPartialDate,
  'use a year (2013), a month (2010-09) or a day (2010-09-14).',
);

export const DayScalar = dateScalar(
  'Day',
  'A calendar day, such as `2015-12-22` (ISO 8601).',
  'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  isDay,
  'use a day as YYYY-MM-DD, such as 2015-12-22.',
);
