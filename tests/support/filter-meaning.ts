/** What a filter means, evaluated one row after the other, and filters to try it with. */

import fc from 'fast-check';
import { FILTERS, type Dimension, type Filtered, type Kind } from './filter-lists.js';

/** A row of a list with all the values that its filter can compare. */
export type Entry = { readonly id: string } & Readonly<Record<string, readonly string[] | string>>;

const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
const lastDay = (date: string) =>
  date.length === 10 ? date : date.length === 4 ? `${date}-12-31` : `${date}-31`;
/** As `search_fold` does, for the letters of these data. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  'а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш'
    .split(' ')
    .map((letter, at) => [
      letter,
      'a b v g d dj e z z i j k l lj m n nj o p r s t c u f h c c dz s'.split(' ')[at] ?? '',
    ]),
);
const fold = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[а-џ]/g, (letter) => CYRILLIC[letter] ?? letter)
    .replaceAll('đ', 'dj')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a filter means, one row after the other: the definition that the statements are held against. */
export function matches(entry: Entry, filter: object, fields: Filtered['fields']): boolean {
  return Object.entries(filter).every(([field, value]: [string, unknown]) => {
    if (value == null) return true;
    if (field === 'and') return (value as object[]).every((each) => matches(entry, each, fields));
    if (field === 'or') return (value as object[]).some((each) => matches(entry, each, fields));
    if (field === 'not') return !matches(entry, value, fields);
    const { kind } = fields[field] as Dimension;
    const values = entry[field] as readonly string[];
    return Object.entries(value).every(
      ([comparison, operand]) => operand == null || holds(kind, values, comparison, operand),
    );
  });
}

function holds(
  kind: Kind,
  values: readonly string[],
  comparison: string,
  operand: unknown,
): boolean {
  if (kind === 'PERIOD') {
    const [start = '', end = ''] = values;
    if (comparison === 'isNull') return (start === '' || end === '') === operand;
    const day = String(operand);
    return (start === '' || firstDay(start) <= day) && (end === '' || lastDay(end) >= day);
  }
  const order = (value: string) =>
    kind === 'INT' ? Number(value) : kind === 'INSTANT' ? Date.parse(value) : firstDay(value);
  const bound = (compare: (left: string | number, right: string | number) => boolean) =>
    values.some((value) =>
      compare(order(value), kind === 'DATE' ? String(operand) : order(String(operand))),
    );
  switch (comparison) {
    case 'eq':
      return values.includes(String(operand));
    case 'in':
      return (operand as unknown[]).some((each) => values.includes(String(each)));
    case 'notIn':
      return !(operand as unknown[]).some((each) => values.includes(String(each)));
    case 'isNull':
      return (values.length === 0) === operand;
    case 'contains':
      return (
        fold(String(operand)) !== '' &&
        values.some((value) => fold(value).includes(fold(String(operand))))
      );
    case 'gt':
      return bound((left, right) => left > right);
    case 'gte':
      return bound((left, right) => left >= right);
    case 'lt':
      return bound((left, right) => left < right);
    case 'lte':
      return bound((left, right) => left <= right);
    default:
      throw new Error(`No such comparison: ${comparison}`);
  }
}

export const COMPARISONS: Readonly<Record<Kind, readonly string[]>> = {
  CHOICE: ['eq', 'in', 'notIn', 'isNull'],
  INT: ['eq', 'in', 'notIn', 'isNull', 'gt', 'gte', 'lt', 'lte'],
  DATE: ['gt', 'gte', 'lt', 'lte', 'isNull'],
  INSTANT: ['gt', 'gte', 'lt', 'lte'],
  BOOLEAN: ['eq'],
  TEXT: ['contains'],
  PERIOD: ['contains', 'isNull'],
};

/** Values near those that the rows have, so that comparisons leave something in and something out. */
export function operandsOf(
  kind: Kind,
  entries: readonly Entry[],
  field: string,
): fc.Arbitrary<unknown> {
  const known = [...new Set(entries.flatMap((entry) => entry[field] as readonly string[]))].filter(
    Boolean,
  );
  const some = fc.constantFrom(...(known.length === 0 ? ['none'] : known));
  switch (kind) {
    case 'INT':
      return fc.oneof(some.map(Number), fc.integer({ min: -1, max: 2030 }));
    case 'BOOLEAN':
      return fc.boolean();
    case 'DATE':
    case 'PERIOD':
      return fc.tuple(some, fc.constantFrom('-01-01', '-06-30', '-12-31')).map(([date, rest]) => {
        if (date === 'none') return '2015-06-30';
        return date.length === 10 ? date : `${date.slice(0, 4)}${rest}`;
      });
    case 'TEXT':
      return fc
        .tuple(some, fc.nat(30), fc.nat(8))
        .map(([text, from, length]) =>
          text.slice(from % text.length, (from % text.length) + length + 1),
        );
    case 'CHOICE':
    case 'INSTANT':
      return some;
  }
}

function comparisonsOf(dimension: Dimension, entries: readonly Entry[], field: string) {
  const operand = operandsOf(dimension.kind, entries, field);
  const valueOf = (comparison: string): fc.Arbitrary<unknown> =>
    comparison === 'isNull'
      ? fc.boolean()
      : comparison === 'in' || comparison === 'notIn'
        ? fc.array(operand, { maxLength: 3 })
        : operand;
  return fc
    .uniqueArray(fc.constantFrom(...COMPARISONS[dimension.kind]), { maxLength: 2 })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map(valueOf))
        .map((values) => Object.fromEntries(chosen.map((each, at) => [each, values[at]]))),
    );
}

/** Filters of up to three levels. */
export function filtersOf(name: string, entries: readonly Entry[]): fc.Arbitrary<object> {
  const { fields } = FILTERS[name] as Filtered;
  const flat = fc
    .uniqueArray(fc.constantFrom(...Object.keys(fields)), { maxLength: 2 })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map((field) => comparisonsOf(fields[field] as Dimension, entries, field)))
        .map((values) => Object.fromEntries(chosen.map((field, at) => [field, values[at]]))),
    );
  const deeper = (inner: fc.Arbitrary<object>): fc.Arbitrary<object> =>
    fc
      .tuple(
        flat,
        fc.record(
          {
            and: fc.array(inner, { maxLength: 2 }),
            or: fc.array(inner, { maxLength: 3 }),
            not: inner,
          },
          { requiredKeys: [] },
        ),
      )
      .map(([own, combined]) => ({ ...own, ...combined }));
  return fc.oneof(flat, deeper(flat), deeper(deeper(flat)));
}
