import { Field, getMetadataStorage, InputType, Int } from 'type-graphql';
import { InstantScalar } from '../../entities/instant.scalar.js';
import { DayScalar } from '../../entities/partial-date.scalar.js';
import type { ClassOf } from './row.js';

/** The input types of comparisons. Each field of a filter declares what they mean (`filter.ts`). */

const TEXTS = {
  eq: 'Equal to this.',
  in: 'Equal to one of these; an empty list matches nothing.',
  notIn: 'Equal to none of these. Entries without a value match.',
  isNull: 'True: only entries without a value. False: only entries with one.',
  gt: 'Greater than this.',
  gte: 'This or greater.',
  lt: 'Less than this.',
  lte: 'This or less.',
};
const DATE_TEXTS = {
  ...TEXTS,
  gt: 'After this.',
  gte: 'On or after this.',
  lt: 'Before this.',
  lte: 'On or before this.',
};

/** Declares an input type of comparisons with values of a type. */
function comparisonType(
  name: string,
  type: () => unknown,
  comparisons: readonly (keyof typeof TEXTS)[],
  description: string,
  texts = TEXTS,
): ClassOf {
  const comparison = { [name]: class {} }[name] as unknown as ClassOf;
  for (const each of comparisons) {
    const fieldType =
      each === 'isNull' ? () => Boolean : each === 'in' || each === 'notIn' ? () => [type()] : type;
    Field(fieldType as never, { nullable: true, description: texts[each] })(
      comparison.prototype as object,
      each,
    );
  }
  InputType(name, { description })(comparison as never);
  return comparison;
}

const CHOICE = ['eq', 'in', 'notIn', 'isNull'] as const;
const BOUNDS = ['gt', 'gte', 'lt', 'lte'] as const;

export const StringFilter = comparisonType(
  'StringFilter',
  () => String,
  CHOICE,
  'Compares a text such as a slug or a code. Of a field with several values, any of them counts.',
);
export const IntFilter = comparisonType(
  'IntFilter',
  () => Int,
  [...CHOICE, ...BOUNDS],
  'Compares a whole number.',
);
export const DateFilter = comparisonType(
  'DateFilter',
  () => DayScalar,
  [...BOUNDS, 'isNull'],
  'Compares a date. A date that is known only by its year or month counts as the first day of it.',
  DATE_TEXTS,
);
export const DateTimeFilter = comparisonType(
  'DateTimeFilter',
  () => InstantScalar,
  BOUNDS,
  'Compares an instant.',
  DATE_TEXTS,
);
export const BooleanFilter = comparisonType(
  'BooleanFilter',
  () => Boolean,
  ['eq'],
  'Compares true or false.',
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
    `Compares a value of \`${name}\`. Of a field with several values, any of them counts.`,
  );
  enumFilters.set(type, filter);
  return filter;
}

@InputType({ description: 'Searches in a text.' })
export class TextFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Contains this text. Case, diacritics, script and punctuation do not matter. A text without letters and digits matches nothing.',
  })
  contains?: string;
}

@InputType({ description: 'Compares a period with a start and an end.' })
export class PeriodFilter {
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The period includes this day. An unknown start or end counts as open; `isNull: false` excludes such periods.',
  })
  contains?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only periods whose start or end is unknown. False: only the others.',
  })
  isNull?: boolean;
}
