/** The candidate that is most like a text, if a person could have meant it; null otherwise. Case does not count. */
export function closest(text: string, candidates: readonly string[]): string | null {
  const written = text.toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(written.length / 4)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(written, candidate.toLowerCase());
    if (distance >= least) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

/** The number of letters to add, remove or replace (Levenshtein). */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const own = [row];
    for (let column = 1; column <= b.length; column += 1) {
      own.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (own[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1),
        ),
      );
    }
    above = own;
  }
  return above[b.length] ?? 0;
}
