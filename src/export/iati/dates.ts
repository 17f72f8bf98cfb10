import type { IatiActivity } from './activity.js';

/** The first known date of these types. */
export function dayOf(
  dates: IatiActivity['dates'],
  ...types: readonly string[]
): string | undefined {
  return types.map((type) => dates.find((date) => date.type === type)?.date.day).find(Boolean);
}
