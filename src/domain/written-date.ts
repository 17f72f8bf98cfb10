import { isPartialDate, type PartialDate } from './partial-date.js';

/** Words that people write for an end that is in the future. */
const ONGOING = /^(ongoing|present|now|u toku|у току|traje|траје)\.?$/i;

/** Whether the text of an end date says that there is none yet. */
export function meansOngoing(text: string): boolean {
  return ONGOING.test(text.trim());
}

/**
 * Parses a date that a person wrote: `2017-11-01`, `2017-11` and `2017`; or day, month and year with
 * points, as in most of Europe, with an optional point at the end: `1.11.2017`, `31.12.2015.`, `11.2017`.
 * A time after the day is dropped. Null if the date is ambiguous (`11/1/2017`) or not in the calendar.
 */
export function writtenDate(text: string): PartialDate | null {
  const plain = text.trim().replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/, '');
  if (isPartialDate(plain)) return plain;
  const [, day, month = '', year = ''] =
    /^(?:(\d{1,2})\.\s?)?(\d{1,2})\.\s?(\d{4})\.?$/.exec(plain) ?? [];
  const date = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])];
  const written = date.join('-');
  if (year === '') {
    const [, only] = /^(\d{4})\.$/.exec(plain) ?? [];
    return only ?? null;
  }
  return isPartialDate(written) ? written : null;
}
