import type { Random } from '../../domain/random.js';
import type { NetworkPlan } from './plan.js';
import { HeavyTailedDraw } from './values.js';

/** The values that the parts of a grant share. */
export interface GrantPlan {
  readonly programme: number | null;
  /** Organizations, by their number in the network. */
  readonly funder: number;
  readonly recipients: readonly number[];
  readonly currency: string;
  /** In hundredths of the currency. */
  readonly awarded: number | null;
  readonly year: number;
  readonly toIndividuals: boolean;
  /** The grant that funds it. */
  readonly parent: number | null;
}

/** One grant in this many is regranted; the next two grants pass its money on. */
const REGRANT_EVERY = 20;
const FIRST_YEAR = 2007;
const YEARS = 20;
/** Each currency is used as often as it is listed here. */
const CURRENCIES = [
  ...Array<string>(10).fill('RSD'),
  ...Array<string>(7).fill('EUR'),
  'USD',
  'USD',
  'CHF',
];

/**
 * Who funds whom. Donors, partners and institutions give; a few of them, and a few programmes, give
 * most. The association, clusters and all others receive; those with low numbers most often.
 */
export class FundingPlan {
  readonly #network: NetworkPlan;
  readonly #programmes: HeavyTailedDraw;
  readonly #funders: HeavyTailedDraw;
  readonly #recipients: HeavyTailedDraw;
  readonly #firstFunder: number;
  /** The round of a draw. Each draw has its own, so it does not depend on earlier ones. */
  #round = 0;

  constructor(network: NetworkPlan) {
    const { programmes, organizations } = network.sizes;
    this.#network = network;
    this.#firstFunder = network.firstOf('Donor');
    this.#programmes = new HeavyTailedDraw(programmes, 3);
    this.#funders = new HeavyTailedDraw(network.firstOf('Company') - this.#firstFunder, 2);
    this.#recipients = new HeavyTailedDraw(organizations, 10);
  }

  static isRegrant(grant: number): boolean {
    return grant % REGRANT_EVERY === 0;
  }

  programmeFunder(programme: number): number {
    return this.#someFunder(this.#network.random('programmeFunder', programme));
  }

  grant(grant: number): GrantPlan {
    const random = this.#network.random('grantPlan', grant);
    const place = grant % REGRANT_EVERY;
    const own = this.#own(random);
    if (place !== 1 && place !== 2) return own;
    const parent = grant - place;
    const { recipients, currency, year, awarded } = this.grant(parent);
    const [funder] = recipients;
    if (funder === undefined) return own;
    return {
      ...own,
      programme: null,
      funder,
      recipients: own.recipients.filter((recipient) => recipient !== funder),
      currency,
      awarded: awarded === null ? null : Math.floor(awarded / (2 + place)),
      year: Math.min(year + random.below(2), FIRST_YEAR + YEARS - 1),
      parent,
    };
  }

  #own(random: Random): GrantPlan {
    const programme = random.oneIn(5) ? null : this.#programmes.draw(random, this.#round++);
    const funder = programme === null ? this.#someFunder(random) : this.programmeFunder(programme);
    const toIndividuals = random.oneIn(50);
    const wanted = toIndividuals || random.oneIn(25) ? 0 : random.pick([1, 1, 1, 1, 1, 2, 2, 3]);
    const round = this.#round++;
    const recipients = Array.from({ length: wanted }, () => this.#recipients.draw(random, round));
    const currency = random.pick(CURRENCIES);
    // Whole hundreds over several orders of magnitude; every fourth with hundredths.
    const amount =
      (1 + random.below(99)) * random.pick([1, 10, 100, 1000]) * (currency === 'RSD' ? 100 : 1);
    const hundredths = random.oneIn(4) ? random.below(10_000) : 0;
    return {
      programme,
      funder,
      recipients: recipients.filter((recipient) => recipient !== funder),
      currency,
      awarded: random.oneIn(10) ? null : amount * 10_000 + hundredths,
      year: FIRST_YEAR + random.below(YEARS),
      toIndividuals,
      parent: null,
    };
  }

  #someFunder(random: Random): number {
    return this.#firstFunder + this.#funders.draw(random, this.#round++);
  }
}

/** Converts hundredths to an exact decimal text. */
export function money(hundredths: number): string {
  const sign = hundredths < 0 ? '-' : '';
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
