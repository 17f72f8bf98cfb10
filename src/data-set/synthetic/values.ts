import type { TieStatus } from '../../../entities/shared/tie.interface.js';
import type { Random } from '../../domain/random.js';

/**
 * Zipf–Mandelbrot law: the weight at `place` is 1 / (place + offset), so a few weights are large and
 * most are small. A greater offset makes the first ones less dominant. Uses only sums and quotients,
 * because powers and logarithms can differ between machines in the last bit.
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

/** Divides the total by weight into `count` shares, each at least 1. */
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

/** Draws places below `count` by weight, without repetition within a round. */
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

  /** The first place whose sum is greater than the fraction of the total. */
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

/** A made-up word in both scripts. */
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

/** A date in the year, with the precision of a year, month or day. */
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

/** The period of a tie, in any status. Begins in 2007 or later. */
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

/** A period that ends before every `period` begins. */
export function earlierPeriod(random: Random): Period {
  return {
    since: dateIn(2005, random),
    until: dateIn(2006, random),
    attestedOn: null,
    status: 'ENDED',
  };
}
