import 'reflect-metadata';
import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  isISO8601,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  MinLength,
  ValidateBy,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { isDay, isPartialDate } from '../domain/partial-date.js';
import { lengthFault, type TextKind } from '../domain/text-limits.js';
import { isCountryCode, isCurrencyCode } from '../../entities/shared/standards.scalar.js';

/** Validation rules for fields of records; each has a message for the person who wrote the file. */

export const Optional = IsOptional;
/** Checks rules in order and reports only the first that fails. */
export const InTurn =
  (...rules: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, name) => {
    for (const rule of rules) rule(target, name);
  };
/** Not longer than such a text may be. */
const Short = (kind: TextKind, options: ValidationOptions = {}) =>
  ValidateBy(
    {
      name: 'short',
      validator: {
        validate: (value) => typeof value !== 'string' || lengthFault(value, kind) === null,
        defaultMessage: (args) => tooLong([args?.value].flat(), kind),
      },
    },
    options,
  );
function tooLong(values: readonly unknown[], kind: TextKind): string {
  const faults = values.map((each) => (typeof each === 'string' ? lengthFault(each, kind) : null));
  return faults.find((fault) => fault !== null) ?? 'is too long';
}
export const Code = (pattern: RegExp, message: string) =>
  InTurn(Matches(pattern, { message }), Short('identifier'));
export const Slug = () =>
  Code(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lowercase letters, digits and single hyphens, such as vojvodina-metal-cluster',
  );
/** A text that is not empty. */
export const Text = (kind: TextKind) =>
  InTurn(MinLength(1, { message: 'must be a text that is not empty' }), Short(kind));
/** `each` alone would accept a single value as a list. */
export const Texts = () => {
  const message = 'must be a list of texts';
  return InTurn(
    IsArray({ message }),
    IsString({ each: true, message }),
    ArrayUnique({ message: 'has the same text twice' }),
    Short('name', { each: true }),
  );
};
export const Day = () =>
  ValidateBy({
    name: 'day',
    validator: { validate: isDay, defaultMessage: () => 'must be a day, such as 2015-12-22' },
  });
export const Dated = () =>
  ValidateBy({
    name: 'partialDate',
    validator: {
      validate: isPartialDate,
      defaultMessage: () => 'must be a year, a month or a day in quotes: 2013, 2010-09, 2010-09-14',
    },
  });
/** Without an offset, the instant would depend on the time zone of the server. */
const isInstant = (text: unknown) =>
  typeof text === 'string' &&
  /T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/.test(text) &&
  isISO8601(text, { strict: true });
export const Instant = () =>
  ValidateBy({
    name: 'instant',
    validator: {
      validate: isInstant,
      defaultMessage: () => 'must be a time with its offset, such as 2015-12-22T14:00:00+01:00',
    },
  });
const isTimeZone = (text: unknown) => {
  if (typeof text !== 'string') return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
};
export const TimeZone = () =>
  ValidateBy({
    name: 'timeZone',
    validator: {
      validate: isTimeZone,
      defaultMessage: () => 'must be an IANA time zone, such as Europe/Belgrade',
    },
  });
export const OneOf = (values: object) => {
  const names = Object.values(values) as string[];
  return IsIn(names, { message: `must be one of ${names.join(', ')}` });
};
export const EachOf = (values: object) => {
  const names = Object.values(values) as string[];
  const message = `must be a list of any of ${names.join(', ')}`;
  return InTurn(
    IsArray({ message }),
    IsIn(names, { each: true, message }),
    ArrayUnique({ message: 'has the same value twice' }),
  );
};
/** A code in uppercase that a standard has. */
const InStandard = (name: string, has: (text: string) => boolean, message: string) =>
  ValidateBy({
    name,
    validator: {
      validate: (value) => typeof value === 'string' && has(value),
      defaultMessage: (context) => {
        const upper = String(context?.value).toUpperCase();
        return has(upper) ? `must be written ${upper}` : message;
      },
    },
  });
export const Country = () =>
  InStandard('country', isCountryCode, 'must be two letters of ISO 3166-1, such as RS');
export const Currency = () =>
  InStandard('currency', isCurrencyCode, 'must be a currency of ISO 4217, such as EUR');
export const Amount = () =>
  Matches(/^\d+(\.\d+)?$/, { message: `must be a decimal number in quotes, such as '30000'` });
export const PositiveAmount = () =>
  Matches(/^(?=.*[1-9])\d+(\.\d+)?$/, {
    message: `must be a decimal number in quotes, greater than 0, such as '107.82'`,
  });
/** A correction is negative. */
export const SignedAmount = () =>
  Matches(/^-?\d+(\.\d+)?$/, {
    message: `must be a decimal number in quotes, such as '30000' or '-150.50'`,
  });
export const Percentage = () =>
  ValidateBy({
    name: 'percentage',
    validator: {
      validate: (text) =>
        typeof text === 'string' &&
        /^\d{1,3}(\.\d+)?$/.test(text) &&
        Number(text) > 0 &&
        Number(text) <= 100,
      defaultMessage: () =>
        `must be a decimal number in quotes, greater than 0 and at most 100, such as '12.5'`,
    },
  });
export const Flag = () => IsBoolean({ message: 'must be true or false' });
export const Website = () =>
  IsUrl(
    { require_protocol: true },
    { message: 'must be a full address, such as https://example.org' },
  );
const Nested = () =>
  ValidateNested({ each: true, message: 'must be a list of records: fields with values' });

const nestedTypes = new Map<object, Map<string, new () => object>>();
/** A list of records within a record. */
export function Each(type: new () => object): PropertyDecorator {
  return (target, name) => {
    const known = nestedTypes.get(target.constructor) ?? new Map<string, new () => object>();
    nestedTypes.set(target.constructor, known.set(String(name), type));
    IsArray({ message: 'must be a list' })(target, name);
    Nested()(target, name);
  };
}
export function nestedTypeOf(type: object, field: string): (new () => object) | undefined {
  return nestedTypes.get(type)?.get(field);
}
