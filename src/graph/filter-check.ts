import { badInput } from '../errors.js';
import type { Check } from './condition.js';
import { conditionsOf } from './declare.js';
import type { ClassOf } from './row.js';

type Place = readonly (string | number)[];

/** Refuses values that cannot be meant, as the fields of the filter declare it. */
export function refuseFaults(filter: ClassOf, values: Readonly<Record<string, unknown>>): void {
  for (const [field, { check }] of conditionsOf(filter)) {
    const value = values[field];
    const fault = value == null ? null : (check?.(value) ?? null);
    if (fault === null) continue;
    const place = ['filter', field, ...fault.place];
    throw badInput(`'${place.join('.')}' ${fault.text}`, place);
  }
}

/** That every text in the value is such a one: of a list, or of a choice among values. */
export function eachIs(pattern: RegExp, wanted: string): Check {
  return (value) => {
    const wrong = textsIn(value).find(({ text }) => !pattern.test(text));
    return wrong === undefined
      ? null
      : { place: wrong.place, text: `is ${JSON.stringify(wrong.text)}, which is ${wanted}` };
  };
}

function textsIn(value: unknown): { readonly place: Place; readonly text: string }[] {
  if (typeof value === 'string') return [{ place: [], text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsIn(part).map(({ place, text }) => ({
      place: [Array.isArray(value) ? Number(key) : key, ...place],
      text,
    })),
  );
}
