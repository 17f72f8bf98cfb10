import type { Organization } from '../../../entities/network/organization.entity.js';
import { idOfKey, type IdKind } from '../../domain/ids.js';
import { PlainError } from '../../errors.js';
import { Random } from '../../domain/random.js';
import { word, type Word } from './values.js';

/** The options of a synthetic network. The same options give the same rows on any machine. */
export interface NetworkOptions {
  /** The total number of memberships, partnerships and participations in initiatives. */
  readonly ties: number;
  readonly seed: number;
  readonly grants: number;
}

/** The default number of grants. */
export function usualGrants(ties: number): number {
  return Math.round(ties / 4);
}

/** A user-assigned code of ISO 3166-1, which no country will ever have. */
export const COUNTRY = 'ZZ';

/** The names of the sources. */
export const SOURCES = ['register', 'survey', 'press'] as const;

/** The slugs of the sources, with the prefix `synthetic-seed-`. They identify the network. */
export function syntheticSourceSlugs({ ties, seed, grants }: NetworkOptions): string[] {
  const network = `synthetic-seed-${String(seed)}-ties-${String(ties)}-grants-${String(grants)}`;
  return SOURCES.map((name) => `${network}-${name}`);
}

/** The fields in which the organizations work. */
export const FIELDS = [
  'Machining',
  'Textiles',
  'Food',
  'Software',
  'Construction',
  'Tourism',
] as const;

/** With fewer ties, a cluster would have no members. */
const LIMITS = {
  ties: [25, 10_000_000],
  grants: [0, 10_000_000],
  seed: [0, 2 ** 32 - 1],
} as const;

function refuseBeyondLimits(options: NetworkOptions): void {
  for (const name of ['ties', 'grants', 'seed'] as const) {
    const [from, to] = LIMITS[name];
    const value = options[name];
    if (Number.isInteger(value) && value >= from && value <= to) continue;
    throw new PlainError(
      `The ${name} of a synthetic network must be a whole number from ${String(from)} to ${String(to)}, not ${String(value)}.`,
    );
  }
}

/** Small networks have at least two of everything except the association. */
function sizesFor({ ties, grants }: NetworkOptions) {
  const organizations = Math.max(20, Math.round(ties / 5));
  const share = (part: number, atLeast: number) =>
    Math.max(atLeast, Math.round(organizations * part));
  const memberships = Math.round(ties * 0.45);
  const participations = Math.round(ties * 0.1);
  return {
    organizations,
    clusters: share(0.02, 5),
    donors: share(0.01, 2),
    partners: share(0.03, 2),
    institutions: share(0.05, 2),
    memberships,
    participations,
    partnerships: ties - memberships - participations,
    initiatives: share(0.1, 2),
    offers: share(0.01, 4),
    events: share(0.001, 2),
    announcements: share(0.001, 2),
    advocacyCases: share(0.0005, 2),
    grants,
    programmes: Math.max(6, Math.round(grants / 500)),
  };
}

/** The streams of random numbers. You can append streams, but reordering them changes existing networks. */
const STREAMS = [
  'region',
  'organization',
  'organizationWord',
  'field',
  'organizationName',
  'sector',
  'label',
  'membership',
  'partnership',
  'partnershipShape',
  'party',
  'seat',
  'event',
  'organizer',
  'advocacyCase',
  'beneficiary',
  'announcement',
  'quote',
  'offer',
  'offerSector',
  'initiative',
  'participation',
  'claim',
  'initiativeClaim',
  'programme',
  'programmeFunder',
  'grantPlan',
  'grant',
  'grantShare',
  'grantIntermediary',
  'grantSector',
  'grantLocation',
  'transaction',
] as const;
type Stream = (typeof STREAMS)[number];

interface OrganizationPlace {
  readonly type: Organization['type'];
  /** Its number among those of its type, from 1. */
  readonly number: number;
  readonly slug: string;
}

/** What the tables share: the number of records of each kind, and the numbering of organizations. */
export class NetworkPlan {
  readonly options: NetworkOptions;
  readonly sizes: ReturnType<typeof sizesFor>;
  /** Organizations are numbered consecutively: the association is 0, then the clusters, … */
  readonly #blocks: readonly { readonly type: Organization['type']; readonly end: number }[];
  readonly #organizationIds: IdList;
  readonly #sourceIds: readonly string[];

  constructor(options: NetworkOptions) {
    refuseBeyondLimits(options);
    this.options = options;
    this.sizes = sizesFor(options);
    const { organizations, clusters, donors, partners, institutions } = this.sizes;
    let end = 0;
    this.#blocks = (
      [
        ['Association', 1],
        ['Cluster', clusters],
        ['Donor', donors],
        ['Partner', partners],
        ['Institution', institutions],
        ['Company', organizations - 1 - clusters - donors - partners - institutions],
      ] as const
    ).map(([type, size]) => ({ type, end: (end += size) }));
    this.#organizationIds = new IdList(organizations, (organization) =>
      idOfKey('Organization', this.organization(organization).slug),
    );
    this.#sourceIds = syntheticSourceSlugs(options).map((slug) => idOfKey('Source', slug));
  }

  random(stream: Stream, row: number): Random {
    return new Random(this.options.seed, STREAMS.indexOf(stream), row);
  }

  organization(organization: number): OrganizationPlace {
    let start = 0;
    for (const { type, end } of this.#blocks) {
      if (organization < end) {
        const number = organization - start + 1;
        return { type, number, slug: slug(type.toLowerCase(), number) };
      }
      start = end;
    }
    throw new RangeError(`There is no organization ${String(organization)}.`);
  }

  organizationId(organization: number): string {
    return this.#organizationIds.at(organization);
  }

  /** Clusters are 1, 2, …: the association comes before them, and all others come after. */
  get firstNonGroup(): number {
    return 1 + this.sizes.clusters;
  }

  /** The number of the first organization of the type; the others follow. */
  firstOf(type: Organization['type']): number {
    const index = this.#blocks.findIndex((block) => block.type === type);
    return this.#blocks[index - 1]?.end ?? 0;
  }

  /** Rotates through the sources, so that the second fact about a subject has another source. */
  sourceId(turn: number): string {
    return this.#sourceIds[turn % this.#sourceIds.length] ?? '';
  }

  /** The field in which an organization works. */
  fieldOf(organization: number): number {
    return this.random('field', organization).below(FIELDS.length);
  }

  wordOf(organization: number): Word {
    return word(this.random('organizationWord', organization));
  }
}

/** Many ids, each made on first use and kept in 36 bytes. */
class IdList {
  readonly #bytes: Buffer;
  readonly #make: (place: number) => string;

  constructor(length: number, make: (place: number) => string) {
    this.#bytes = Buffer.alloc(length * 36);
    this.#make = make;
  }

  at(place: number): string {
    const start = place * 36;
    if (this.#bytes[start] === 0) this.#bytes.write(this.#make(place), start, 'latin1');
    return this.#bytes.toString('latin1', start, start + 36);
  }
}

export function slug(what: string, number: number): string {
  return `synthetic-${what}-${String(number)}`;
}

export function idOf(kind: IdKind, what: string, number: number): string {
  return idOfKey(kind, slug(what, number));
}
