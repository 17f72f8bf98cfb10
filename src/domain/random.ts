/**
 * Pseudorandom numbers, the same on every machine: sfc32 by Chris Doty-Humphrey, from PractRand (public
 * domain), seeded with three words as in the original. Not for secrets.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** Numbers of a different stream or row are independent of the others with the same seed. */
  constructor(seed: number, stream = 0, row = 0) {
    this.#a = seed | 0;
    this.#b = stream | 0;
    this.#c = row | 0;
    for (let round = 0; round < 15; round++) this.#next();
  }

  #next(): number {
    const result = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  fraction(): number {
    return this.#next() / 2 ** 32;
  }

  /** A whole number from 0 (inclusive) to the limit (exclusive). */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  /** True once in the given number of times, on average. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('There is nothing to pick from.');
    return value;
  }
}
