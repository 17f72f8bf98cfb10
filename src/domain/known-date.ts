/** What is known of a fact that a standard demands, and that is made up for it. */
export const NOTHING_KNOWN = 'nothing';

/** A date as precisely as it is known, with its quarter: `2014-Q2`. */
export function knownDate(date: string, quarter: number | null): string {
  return quarter === null ? date : `${date}-Q${String(quarter)}`;
}

/** The same taken apart. */
export function datedBy(known: string): { readonly date: string; readonly quarter: number | null } {
  const [, date = known, quarter] = /^(\d{4})-Q([1-4])$/.exec(known) ?? [];
  return { date, quarter: quarter === undefined ? null : Number(quarter) };
}
