import { isScalarType, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { DecimalScalar } from '../entities/shared/decimal.scalar.js';
import { InstantScalar } from '../entities/shared/instant.scalar.js';
import { DayScalar, PartialDateScalar } from '../entities/shared/partial-date.scalar.js';
import {
  CountryCodeScalar,
  CurrencyCodeScalar,
  LocaleScalar,
  UrlScalar,
} from '../entities/shared/standards.scalar.js';

const SCALARS: readonly GraphQLScalarType<unknown, unknown>[] = [
  CountryCodeScalar,
  CurrencyCodeScalar,
  DayScalar,
  DecimalScalar,
  InstantScalar,
  LocaleScalar,
  PartialDateScalar,
  UrlScalar,
];

/**
 * Gives the scalars of the schema our checks of literals and variables, so that an operation with an invalid value is
 * refused before anything is asked: a supergraph has only the names of scalars.
 */
export function checkScalars(schema: GraphQLSchema): void {
  for (const { name, parseLiteral, parseValue } of SCALARS) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseLiteral, parseValue });
  }
}
