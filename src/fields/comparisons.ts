import { Field, getMetadataStorage, InputType, Int } from 'type-graphql';
import { InstantScalar } from '../../entities/shared/instant.scalar.js';
import { DayScalar } from '../../entities/shared/partial-date.scalar.js';
import type { ClassOf } from './row.js';
import { typed } from './type-graphql.js';

/** The input types of comparisons. Each filter field declares their SQL (`filter.ts`). */

const TEXTS = {
  eq: 'Equal to this value.',
  in: 'Equal to one of these values. An empty list matches nothing.',
  notIn: 'Equal to none of these values. Entries without a value match.',
  isNull:
    'If true, matches only entries without a value. If false, matches only entries with a value.',
  gt: 'Greater than this value.',
  gte: 'Minimum (inclusive).',
  lt: 'Less than this value.',
  lte: 'Maximum (inclusive).',
};
const DATE_TEXTS = {
  ...TEXTS,
  gt: 'After this date or time.',
  gte: 'On or after this date or time.',
  lt: 'Before this date or time.',
  lte: 'On or before this date or time.',
};

/** Declares an input type of comparisons for one value type. */
function comparisonType(
  name: string,
  type: () => unknown,
  comparisons: readonly (keyof typeof TEXTS)[],
  description: string,
  texts = TEXTS,
): ClassOf {
  class Comparison {
    eq?: unknown;
  }
  const comparison: ClassOf = Comparison;
  for (const each of comparisons) {
    const fieldType =
      each === 'isNull' ? () => Boolean : each === 'in' || each === 'notIn' ? () => [type()] : type;
    Field(typed(fieldType), { nullable: true, description: texts[each] })(
      comparison.prototype as object,
      each,
    );
  }
  InputType(name, { description })(comparison);
  return comparison;
}

const CHOICE = ['eq', 'in', 'notIn', 'isNull'] as const;
const BOUNDS = ['gt', 'gte', 'lt', 'lte'] as const;

export const StringFilter = comparisonType(
  'StringFilter',
  () => String,
  CHOICE,
  'Compares a text such as a slug or a code. If a field has several values, any of them counts.',
);
export const IntFilter = comparisonType(
  'IntFilter',
  () => Int,
  [...CHOICE, ...BOUNDS],
  'Compares an integer.',
);
export const DateFilter = comparisonType(
  'DateFilter',
  () => DayScalar,
  [...BOUNDS, 'isNull'],
  'Compares a date. A date that is known only to the year or month counts as the first day of that year or month.',
  DATE_TEXTS,
);
export const DateTimeFilter = comparisonType(
  'DateTimeFilter',
  () => InstantScalar,
  BOUNDS,
  'Compares a point in time.',
  DATE_TEXTS,
);
export const BooleanFilter = comparisonType(
  'BooleanFilter',
  () => Boolean,
  ['eq'],
  'Compares a Boolean value.',
);

const enumFilters = new Map<object, ClassOf>();

/** The comparisons with values of an enum: `GrantStatusFilter` for `GrantStatus`. */
export function enumFilter(type: object): ClassOf {
  const known = enumFilters.get(type);
  if (known !== undefined) return known;
  const name = getMetadataStorage().enums.find(({ enumObj }) => enumObj === type)?.name;
  if (name === undefined) throw new Error('Register the enum before its filter.');
  const filter = comparisonType(
    `${name}Filter`,
    () => type,
    CHOICE,
    `Compares a value of \`${name}\`. If a field has several values, any of them can match.`,
  );
  enumFilters.set(type, filter);
  return filter;
}

@InputType({ description: 'Searches in a text.' })
export class TextFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Contains this text. Ignores case, diacritics, script and punctuation. A text without letters and digits matches nothing.',
  })
  contains?: string;
}

@InputType({ description: 'Compares a period with a start and an end.' })
export class PeriodFilter {
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Matches periods that include this day. An unknown start or end counts as open; use `isNull: false` to exclude such periods.',
  })
  contains?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'If true, matches only periods with an unknown start or end. If false, matches only periods with a known start and end.',
  })
  isNull?: boolean;
}
