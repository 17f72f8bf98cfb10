/** Pseudorandom numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A sample of the numbers below `total`, without repetition, ascending; always the same. */
export function sampleOf(total: number, size: number): number[] {
  const random = seededRandom(total);
  const numbers = Array.from({ length: total }, (_, number) => number);
  for (let place = 0; place < size; place += 1) {
    const other = place + Math.floor(random() * (total - place));
    [numbers[place], numbers[other]] = [numbers[other] as number, numbers[place] as number];
  }
  return numbers.slice(0, size).sort((left, right) => left - right);
}
