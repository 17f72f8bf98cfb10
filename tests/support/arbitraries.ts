import fc from 'fast-check';
import type { Period } from './in-force.js';

const two = (number: number) => String(number).padStart(2, '0');

/** Few years, so that two dates often meet. */
const year = fc.integer({ min: 2009, max: 2016 }).map(String);
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`);

/** A calendar day. */
export const day = fc
  .tuple(month, fc.integer({ min: 1, max: 31 }))
  .filter(([m, d]) => new Date(`${m}-${two(d)}T00:00:00Z`).getUTCDate() === d)
  .map(([m, d]) => `${m}-${two(d)}`);

/** A year, a month or a day. */
export const partialDate = fc.oneof(year, month, day);

/** A period as the database allows it: only what has ended has an end. */
export const period: fc.Arbitrary<Period> = fc
  .record({
    since: fc.option(partialDate),
    until: fc.option(partialDate),
    attestedOn: fc.option(partialDate),
    status: fc.constantFrom('CURRENT', 'ENDED', 'UNKNOWN'),
  })
  .map((one) => (one.until === null ? one : { ...one, status: 'ENDED' as const }));
