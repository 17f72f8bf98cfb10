import { Random } from '../../domain/random.js';

/** A sample of the numbers below `total`, without repetition, ascending; always the same. */
export function sampleOf(total: number, size: number): number[] {
  const random = new Random(total);
  const numbers = Array.from({ length: total }, (_, number) => number);
  for (let place = 0; place < size; place += 1) {
    const other = place + random.below(total - place);
    [numbers[place], numbers[other]] = [numbers[other] as number, numbers[place] as number];
  }
  return numbers.slice(0, size).sort((left, right) => left - right);
}
