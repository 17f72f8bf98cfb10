import { NUMBER, plainDecimal } from '../domain/decimal.js';

/**
 * The number of a cell. Excel writes 17 digits where only 15 are significant (1234.5599999999999 for
 * 1234.56), so this returns the shortest text that is the same number.
 */
export function excelNumber(text: string): string | null {
  const written = NUMBER.exec(text.trim());
  if (written === null) return null;
  const known = [written[2], written[3]].join('').replace(/^0+/, '').length;
  return plainDecimal(known === 16 || known === 17 ? String(Number(text)) : text);
}

/** A number in the format of percentages: `0.125` is `12.5%`. */
export function excelPercentage(number: string): string | null {
  const percentage = plainDecimal(`${number}e2`);
  return percentage === null ? null : `${percentage}%`;
}

const DAY_MS = 86_400_000;

/**
 * The day, or day and time, of an Excel serial number: days since the end of 1899 (or 1904), to the
 * second. Excel counts 29 February 1900, which did not exist.
 */
export function excelTime(text: string, from1904: boolean): string | null {
  const days = Number(text);
  if (!Number.isFinite(days) || days < 0 || days > 2_958_466) return null;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const time = new Date(start + Math.round((days * DAY_MS) / 1000) * 1000).toISOString();
  return time.endsWith('T00:00:00.000Z') ? time.slice(0, 10) : time.slice(0, 19);
}
