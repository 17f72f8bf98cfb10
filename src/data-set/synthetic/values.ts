import type { TieStatus } from '../../../entities/tie.interface.js';

/**
 * Numbers that look random and are the same on every machine: sfc32 by Chris Doty-Humphrey, from
 * PractRand, in the public domain, seeded as there with three words. Not for secrets.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** Each row of each stream has its own numbers, so that it depends on no other row. */
  constructor(seed: number, stream: number, row: number) {
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

  /** From 0 on, and less than 1. */
  fraction(): number {
    return this.#next() / 2 ** 32;
  }

  /** A whole number from 0 on, and less than the limit. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('There is nothing to pick from.');
    return value;
  }
}

/**
 * The law of Zipf and Mandelbrot: the one at `place` weighs 1 / (place + offset), so that few weigh
 * very much and most very little; the greater the offset, the less do the first stand out. Only
 * sums and quotients, since powers and logarithms differ between machines in the last bit.
 */
function sumsOfWeights(count: number, offset: number): Float64Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let place = 0; place < count; place++) {
    sum += 1 / (place + offset);
    sums[place] = sum;
  }
  return sums;
}

/** Divides the total by weight among so many. Nobody goes away empty-handed. */
export function heavyTailedShares(total: number, count: number, offset: number): Uint32Array {
  if (total < count) {
    throw new RangeError(`${String(total)} is not enough for ${String(count)}.`);
  }
  const sums = sumsOfWeights(count, offset);
  const scale = (total - count) / (sums[count - 1] ?? 1);
  let given = 0;
  return Uint32Array.from(sums, (sum, place) => {
    const upToHere = place === count - 1 ? total - count : Math.floor(sum * scale);
    const share = 1 + upToHere - given;
    given = upToHere;
    return share;
  });
}

/** Draws places below `count` by weight, and none twice in the same round. */
export class HeavyTailedDraw {
  readonly #sums: Float64Array;
  readonly #lastRound: Int32Array;

  constructor(count: number, offset: number) {
    this.#sums = sumsOfWeights(count, offset);
    this.#lastRound = new Int32Array(count).fill(-1);
  }

  draw(random: Random, round: number): number {
    for (;;) {
      const place = this.#placeAt(random.fraction());
      if (this.#lastRound[place] === round) continue;
      this.#lastRound[place] = round;
      return place;
    }
  }

  /** The first place whose sum is more than that fraction of the whole. */
  #placeAt(fraction: number): number {
    let [low, high] = [0, this.#sums.length - 1];
    const wanted = fraction * (this.#sums[high] ?? 0);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** A made-up word as it is written in either script. */
export interface Word {
  readonly latin: string;
  readonly cyrillic: string;
}

const SYLLABLES: readonly Word[] = [
  'ba ба',
  'bre бре',
  'ča ча',
  'će ће',
  'da да',
  'đo ђо',
  'dra дра',
  'go го',
  'gra гра',
  'ja ја',
  'ka ка',
  'kru кру',
  'li ли',
  'lja ља',
  'lo ло',
  'ma ма',
  'mi ми',
  'na на',
  'nje ње',
  'no но',
  'pla пла',
  'ra ра',
  'ri ри',
  'sta ста',
  'ša ша',
  'še ше',
  'ta та',
  'tu ту',
  've ве',
  'vo во',
  'za за',
  'žu жу',
].map((both) => {
  const [latin = '', cyrillic = ''] = both.split(' ');
  return { latin, cyrillic };
});

export function word(random: Random): Word {
  const syllables = Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES));
  return {
    latin: capitalized(syllables.map(({ latin }) => latin).join('')),
    cyrillic: capitalized(syllables.map(({ cyrillic }) => cyrillic).join('')),
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A date in the year, known to the year, the month or the day. */
export function dateIn(year: number, random: Random): string {
  const month = `${String(year)}-${twoDigits(1 + random.below(12))}`;
  const day = `${month}-${twoDigits(1 + random.below(28))}`;
  return random.pick([String(year), month, day]);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

interface Period {
  readonly since: string | null;
  readonly until: string | null;
  readonly attestedOn: string | null;
  readonly status: TieStatus;
}

const LAST_YEAR = 2025;

/** A period of a tie in any of the states that a tie can be in. Begins in 2007 or later. */
export function period(random: Random): Period {
  const year = 2007 + random.below(LAST_YEAR - 2007);
  const since = dateIn(year, random);
  const until = dateIn(year + 1 + random.below(LAST_YEAR - year), random);
  switch (random.below(10)) {
    case 0:
      return { since: null, until: null, attestedOn: since, status: 'CURRENT' };
    case 1:
      return { since, until: null, attestedOn: until, status: 'UNKNOWN' };
    case 2:
      return { since, until: null, attestedOn: null, status: 'ENDED' };
    case 3:
    case 4:
      return { since, until, attestedOn: null, status: 'ENDED' };
    default:
      return { since, until: null, attestedOn: null, status: 'CURRENT' };
  }
}

/** A period that is over before any other begins. */
export function earlierPeriod(random: Random): Period {
  return {
    since: dateIn(2005, random),
    until: dateIn(2006, random),
    attestedOn: null,
    status: 'ENDED',
  };
}
