/** A part of a whole in percent, with at most two decimals: `33.33`. Null if the whole is empty. */
export function percentOf(part: number, whole: number): string | null {
  if (whole === 0) return null;
  return String(Math.round((part * 10_000) / whole) / 100);
}
