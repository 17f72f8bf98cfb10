/** Marks a fact that is unknown but required by a standard, so that its value is made up. */
export const NOTHING_KNOWN = 'nothing';

/** A partial date with its quarter: `2014-Q2`. */
export function knownDate(date: string, quarter: number | null): string {
  return quarter === null ? date : `${date}-Q${String(quarter)}`;
}

/** Parses the result of `knownDate`. */
export function datedBy(known: string): { readonly date: string; readonly quarter: number | null } {
  const [, date = known, quarter] = /^(\d{4})-Q([1-4])$/.exec(known) ?? [];
  return { date, quarter: quarter === undefined ? null : Number(quarter) };
}
