import type { EntityTarget, ObjectLiteral } from 'typeorm';
import {
  AdvocacyBeneficiary,
  AdvocacyCase,
  AdvocacyStatus,
  AdvocateStanding,
  AuthorityLevel,
} from '../../entities/advocacy-case.entity.js';
import { Announcement, Quote } from '../../entities/announcement.entity.js';
import { Claim, type Indicator, Qualifier } from '../../entities/claim.entity.js';
import { type Cluster, ClusterStage } from '../../entities/cluster.entity.js';
import { type Company, SizeClass } from '../../entities/company.entity.js';
import {
  CooperationOffer,
  CooperationOfferSector,
  OfferDirection,
} from '../../entities/cooperation-offer.entity.js';
import { DonorCategory } from '../../entities/donor.entity.js';
import { Event, EventOrganizer } from '../../entities/event.entity.js';
import { ExcellenceLabel, LabelLevel } from '../../entities/excellence-label.entity.js';
import { Identifier } from '../../entities/identifier.entity.js';
import {
  Challenge,
  Initiative,
  InitiativeKind,
  InitiativeParticipation,
  InitiativeRegion,
  InitiativeSector,
  ParticipationRole,
} from '../../entities/initiative.entity.js';
import { InstitutionCategory } from '../../entities/institution.entity.js';
import { Membership, MembershipClass } from '../../entities/membership.entity.js';
import { Organization, OrganizationStatus } from '../../entities/organization.entity.js';
import { OrganizationName } from '../../entities/organization-name.entity.js';
import { OrganizationSector } from '../../entities/organization-sector.entity.js';
import { PartnerCategory } from '../../entities/partner.entity.js';
import { Partnership, PartnershipKind } from '../../entities/partnership.entity.js';
import { PartnershipParty, type PartyRole } from '../../entities/partnership-party.entity.js';
import { Person } from '../../entities/person.entity.js';
import { Region } from '../../entities/region.entity.js';
import { Seat } from '../../entities/seat.entity.js';
import { Sector } from '../../entities/sector.entity.js';
import { Source } from '../../entities/source.entity.js';
import { idOfKey, type IdKind } from '../domain/ids.js';
import { PlainError } from '../errors.js';
import {
  dateIn,
  earlierPeriod,
  HeavyTailedDraw,
  heavyTailedShares,
  period,
  Random,
  word,
  type Word,
} from './synthetic-values.js';

/** What decides on a synthetic network: the same two give the same rows, on any machine. */
export interface NetworkOptions {
  /** How many memberships, partnerships and participations in initiatives there are in all. */
  readonly ties: number;
  readonly seed: number;
}

/** Rows of one table that can be stored at once. */
export interface Batch {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly rows: readonly ObjectLiteral[];
}

const BATCH_SIZE = 5000;

/**
 * A network that nobody could mistake for a real one, of the size wanted, in batches that can be
 * stored in their order. The parties of the partnerships come after all partnerships, so a database
 * that wants two parties of each must take all of it in one transaction.
 */
export function* syntheticNetwork(options: NetworkOptions): Generator<Batch, void> {
  for (const { entity, rows } of tablesOf(new Network(options))) {
    let batch: ObjectLiteral[] = [];
    for (const row of rows()) {
      batch.push(row);
      if (batch.length < BATCH_SIZE) continue;
      yield { entity, rows: batch };
      batch = [];
    }
    if (batch.length > 0) yield { entity, rows: batch };
  }
}

/** How many rows of each entity that network has, without making them. */
export function syntheticRowCounts(
  options: NetworkOptions,
): ReadonlyMap<EntityTarget<ObjectLiteral>, number> {
  const counts = new Map<EntityTarget<ObjectLiteral>, number>();
  for (const { entity, count } of tablesOf(new Network(options))) {
    counts.set(entity, (counts.get(entity) ?? 0) + count());
  }
  return counts;
}

/** The sources of that network: their slugs tell it from every other one. */
export function syntheticSourceSlugs({ ties, seed }: NetworkOptions): string[] {
  return SOURCES.map((name) => `synthetic-seed-${String(seed)}-ties-${String(ties)}-${name}`);
}

const SOURCES = ['register', 'survey', 'press'] as const;
const COUNTRY = 'ZZ';
const FIELDS = ['Machining', 'Textiles', 'Food', 'Software', 'Construction', 'Tourism'] as const;
const BRANCHES = ['Design', 'Production', 'Trade', 'Services'] as const;

/** How many children a region of each level has. */
const REGIONS_BELOW = [4, 3, 3] as const;

const LIMITS = { ties: [25, 10_000_000], seed: [0, 2 ** 32 - 1] } as const;

function refuseBeyondLimits(options: NetworkOptions): void {
  for (const name of ['ties', 'seed'] as const) {
    const [from, to] = LIMITS[name];
    const value = options[name];
    if (Number.isInteger(value) && value >= from && value <= to) continue;
    throw new PlainError(
      `The ${name} of a synthetic network must be a whole number from ${String(from)} to ${String(to)}, and not ${String(value)}.`,
    );
  }
}

/** Small networks have at least two of everything but the association. */
function sizesFor(ties: number) {
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
  };
}

/** What draws its own random numbers. Appending keeps the networks of today; reordering does not. */
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
  'initiative',
  'participation',
  'claim',
  'initiativeClaim',
] as const;
type Stream = (typeof STREAMS)[number];

interface OrganizationPlace {
  readonly type: Organization['type'];
  /** From 1 on, among those of its type. */
  readonly number: number;
  readonly slug: string;
}

/** What the tables have in common: how much there is of everything, and who is who. */
class Network {
  readonly options: NetworkOptions;
  readonly sizes: ReturnType<typeof sizesFor>;
  /** The organisations are numbered through: the association is 0, then come the clusters, … */
  readonly #blocks: readonly { readonly type: Organization['type']; readonly end: number }[];
  readonly #organizationIds: IdList;
  readonly #sourceIds: readonly string[];

  constructor(options: NetworkOptions) {
    refuseBeyondLimits(options);
    this.options = options;
    this.sizes = sizesFor(options.ties);
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
    throw new RangeError(`There is no organisation ${String(organization)}.`);
  }

  organizationId(organization: number): string {
    return this.#organizationIds.at(organization);
  }

  /** Clusters are 1, 2, …: the association comes before them, and all others after. */
  get firstNonGroup(): number {
    return 1 + this.sizes.clusters;
  }

  /** Of the first type whose organisations start there or later; for what only one type can be. */
  firstOf(type: Organization['type']): number {
    const index = this.#blocks.findIndex((block) => block.type === type);
    return this.#blocks[index - 1]?.end ?? 0;
  }

  /** Facts take turns among the sources, so that the second about the same comes from another. */
  sourceId(turn: number): string {
    return this.#sourceIds[turn % this.#sourceIds.length] ?? '';
  }

  /** In which of the fields it works. */
  fieldOf(organization: number): number {
    return this.random('field', organization).below(FIELDS.length);
  }

  wordOf(organization: number): Word {
    return word(this.random('organizationWord', organization));
  }
}

/** Many ids, each made when it is first asked for and kept in 36 bytes. */
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

function slug(what: string, number: number): string {
  return `synthetic-${what}-${String(number)}`;
}

function idOf(kind: IdKind, what: string, number: number): string {
  return idOfKey(kind, slug(what, number));
}

interface Table {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly count: () => number;
  readonly rows: () => Iterable<ObjectLiteral>;
}

/**
 * A table of rows that belong to parents 0, 1, … in a number that each parent decides by itself.
 * `make` is called in this order: parent, child of the parent from 0 on, row of the table from 0 on.
 */
function table<Row extends ObjectLiteral>(
  entity: EntityTarget<Row>,
  parents: number,
  childrenOf: (parent: number) => number,
  make: (parent: number, child: number, row: number) => Partial<Row>,
): Table {
  return {
    entity: entity as EntityTarget<ObjectLiteral>,
    count: () => {
      let count = 0;
      for (let parent = 0; parent < parents; parent++) count += childrenOf(parent);
      return count;
    },
    *rows() {
      let row = 0;
      for (let parent = 0; parent < parents; parent++) {
        const children = childrenOf(parent);
        for (let child = 0; child < children; child++) yield make(parent, child, row++);
      }
    },
  };
}

const one = () => 1;

/** Every table, each after those that it points to. */
function tablesOf(network: Network): Table[] {
  return [
    sources(network),
    regions(network),
    sectors(network),
    organizations(network),
    otherNames(network),
    identifiers(network),
    organizationSectors(network),
    excellenceLabels(network),
    memberships(network),
    partnerships(network),
    partnershipParties(network),
    persons(network),
    seats(network),
    events(network),
    eventOrganizers(network),
    advocacyCases(network),
    advocacyBeneficiaries(network),
    announcements(network),
    quotes(network),
    offers(network),
    offerSectors(network),
    initiatives(network),
    participations(network),
    initiativeSectors(network),
    initiativeRegions(network),
    organizationClaims(network),
    initiativeClaims(network),
  ];
}

function sources({ options }: Network): Table {
  const { ties, seed } = options;
  const slugs = syntheticSourceSlugs(options);
  return table<Source>(Source, SOURCES.length, one, (place) => ({
    id: idOfKey('Source', slugs[place] ?? ''),
    slug: slugs[place] ?? '',
    title: `Synthetic data (generator, seed ${String(seed)}, ${String(ties)} ties): ${String(SOURCES[place])}`,
    confidence: 'SYNTHETIC',
  }));
}

/** Of an invented country, level by level: ZZ, ZZ1, …, ZZ11, …, ZZ111, … */
const REGION_CODES: readonly string[] = (() => {
  const levels = [[COUNTRY]];
  for (const children of REGIONS_BELOW) {
    const digits = Array.from({ length: children }, (_, index) => String(index + 1));
    levels.push((levels.at(-1) ?? []).flatMap((code) => digits.map((digit) => code + digit)));
  }
  return levels.flat();
})();

function regionId(code: string): string {
  return idOfKey('Region', code);
}

/** Every tenth is known no better than to the country. */
function regionOf(random: Random): string {
  return regionId(random.oneIn(10) ? COUNTRY : random.pick(REGION_CODES));
}

function regions(network: Network): Table {
  return table<Region>(Region, REGION_CODES.length, one, (place) => {
    const code = REGION_CODES[place] ?? '';
    const level = code.length - COUNTRY.length;
    const { latin, cyrillic } = word(network.random('region', place));
    return {
      id: regionId(code),
      code,
      level,
      name: level === 0 ? 'Synthetic Country' : `Synthetic Region ${latin}`,
      nameCyrillic: level === 0 ? null : cyrillic,
      parentId: level === 0 ? null : regionId(code.slice(0, -1)),
      sourceId: network.sourceId(0),
    };
  });
}

/** SYN01 is the first field; SYN011, SYN012, … are its branches. */
function sectorCode(field: number, branch: number | null): string {
  return `SYN0${String(field + 1)}${branch === null ? '' : String(branch + 1)}`;
}

function sectorId(code: string): string {
  return idOfKey('Sector', `NACE_REV2:${code}`);
}

function sectors(network: Network): Table {
  return table<Sector>(
    Sector,
    FIELDS.length,
    () => 1 + BRANCHES.length,
    (field, child) => {
      const branch = child === 0 ? null : child - 1;
      const title = `Synthetic ${String(FIELDS[field])}`;
      const code = sectorCode(field, branch);
      return {
        id: sectorId(code),
        scheme: 'NACE_REV2',
        code,
        title: branch === null ? title : `${title} ${String(BRANCHES[branch])}`,
        parentId: branch === null ? null : sectorId(sectorCode(field, null)),
        sourceId: network.sourceId(0),
      };
    },
  );
}

/** The first sector is the field itself or a branch of it; the second is one of another field. */
function someSectorId(field: number, child: number, random: Random): string {
  const branch = random.oneIn(4) ? null : random.below(BRANCHES.length);
  return sectorId(sectorCode((field + child) % FIELDS.length, branch));
}

type AnyOrganization = Organization &
  Pick<Cluster, 'stage'> &
  Pick<Company, 'sizeClass'> & { category: string | null };

const CATEGORIES: { readonly [Type in Organization['type']]?: readonly string[] } = {
  Donor: Object.values(DonorCategory),
  Partner: Object.values(PartnerCategory),
  Institution: Object.values(InstitutionCategory),
};

function organizations(network: Network): Table {
  return table<AnyOrganization>(Organization, network.sizes.organizations, one, (organization) => {
    const { type, slug } = network.organization(organization);
    const random = network.random('organization', organization);
    const isPlaced = !random.oneIn(3);
    const categories = CATEGORIES[type];
    return {
      id: network.organizationId(organization),
      type,
      slug,
      name: organizationName(network, organization),
      description: type === 'Cluster' ? 'Made by a generator, to try the network out.' : null,
      country: COUNTRY,
      regionId: random.oneIn(20) ? null : regionOf(random),
      city: random.oneIn(4) ? null : word(random).latin,
      latitude: isPlaced ? 42 + random.below(40_000) / 10_000 : null,
      longitude: isPlaced ? 19 + random.below(40_000) / 10_000 : null,
      website: random.oneIn(3) ? `https://${slug}.example` : null,
      status: random.oneIn(10) ? random.pick(Object.values(OrganizationStatus)) : 'ACTIVE',
      legalForm: type === 'Company' ? 'Limited company' : null,
      stage: type === 'Cluster' ? random.pick(Object.values(ClusterStage)) : null,
      sizeClass: type === 'Company' ? random.pick(Object.values(SizeClass)) : null,
      category: categories === undefined ? null : random.pick(categories),
      sourceId: network.sourceId(organization),
    };
  });
}

/** `Synthetic Cluster 12 of Machining Šavolje`, `Synthetic Company 345 Đokra Software`. */
function organizationName(network: Network, organization: number): string {
  const { type, number } = network.organization(organization);
  const { latin } = network.wordOf(organization);
  const field = String(FIELDS[network.fieldOf(organization)]);
  const rest = organization < network.firstNonGroup ? `of ${field} ${latin}` : `${latin} ${field}`;
  return `Synthetic ${type} ${String(number)} ${rest}`;
}

/** The association and every cluster have names of two kinds, and every third of the others of one. */
function otherNames(network: Network): Table {
  const { organizations } = network.sizes;
  return table<OrganizationName>(
    OrganizationName,
    organizations,
    (organization) => (organization < network.firstNonGroup ? 2 : Number(organization % 3 === 0)),
    (organization, child) => ({
      organizationId: network.organizationId(organization),
      ...otherName(network, organization, child),
      sourceId: network.sourceId(organization + child),
    }),
  );
}

function otherName(
  network: Network,
  organization: number,
  child: number,
): Pick<OrganizationName, 'text' | 'kind' | 'language' | 'script'> {
  const { type, number } = network.organization(organization);
  const { latin, cyrillic } = network.wordOf(organization);
  const former = word(network.random('organizationName', organization)).latin;
  const kinds = ['TRANSLITERATION', 'ACRONYM', 'FORMER', 'TRANSLATION'] as const;
  const kind = kinds[(child === 0 ? organization : organization + 1) % kinds.length] ?? 'ALIAS';
  switch (kind) {
    case 'TRANSLITERATION':
      return { text: `${cyrillic} ${String(number)}`, kind, language: 'sr', script: 'Cyrl' };
    case 'ACRONYM':
      return {
        text: `SYN${type.charAt(0)}${String(number)}`,
        kind,
        language: null,
        script: null,
      };
    case 'FORMER':
      return { text: `Synthetic ${type} ${former}`, kind, language: 'en', script: 'Latn' };
    case 'TRANSLATION':
    case 'ALIAS':
      return { text: `${latin} ${String(number)}`, kind, language: 'sr', script: 'Latn' };
  }
}

/** Three in five are in the register, and one in five is known to a second one as well. */
function identifiers(network: Network): Table {
  const schemes = ['ZZ-SYN', 'ZZ-SYN_TAX'];
  return table<Identifier>(
    Identifier,
    network.sizes.organizations,
    (organization) => [2, 1, 0, 1, 0][organization % 5] ?? 0,
    (organization, child) => ({
      scheme: schemes[child] ?? '',
      value: String(organization + 1).padStart(8, '0'),
      organizationId: network.organizationId(organization),
      rank: child + 1,
      sourceId: network.sourceId(child),
    }),
  );
}

function organizationSectors(network: Network): Table {
  return table<OrganizationSector>(
    OrganizationSector,
    network.sizes.organizations,
    (organization) => (organization % 3 === 0 ? 2 : 1),
    (organization, child, row) => ({
      organizationId: network.organizationId(organization),
      sectorId: someSectorId(network.fieldOf(organization), child, network.random('sector', row)),
    }),
  );
}

/** Every other cluster has had a label, and every fourth a second one. */
function excellenceLabels(network: Network): Table {
  return table<ExcellenceLabel>(
    ExcellenceLabel,
    network.sizes.clusters,
    (cluster) => [2, 0, 1, 0][cluster % 4] ?? 0,
    (cluster, child, row) => {
      const random = network.random('label', row);
      const year = 2010 + random.below(13);
      return {
        id: idOf('ExcellenceLabel', 'label', row + 1),
        clusterId: network.organizationId(1 + cluster),
        clusterType: 'Cluster',
        level: random.pick(Object.values(LabelLevel)),
        awardedOn: dateIn(year, random),
        validUntil: random.oneIn(4) ? null : dateIn(year + 2, random),
        sourceId: network.sourceId(child),
      };
    },
  );
}

/**
 * The association has all clusters as members; the clusters have all other organisations, a few
 * clusters very many of them. The busiest members are those with the highest numbers, so that they
 * are others than the busiest partners. Every fiftieth membership is an earlier one of the same member.
 */
function memberships(network: Network): Table {
  const { clusters, memberships, organizations } = network.sizes;
  const shares = heavyTailedShares(memberships - clusters, clusters, 3);
  const candidates = organizations - network.firstNonGroup;
  const draw = new HeavyTailedDraw(candidates, candidates / 20);
  let member = 0;
  return table<Membership>(
    Membership,
    1 + clusters,
    (group) => (group === 0 ? clusters : (shares[group - 1] ?? 0)),
    (group, child, row) => {
      const random = network.random('membership', row);
      const isEarlier = child % 50 === 49;
      if (group === 0) member = 1 + child;
      else if (!isEarlier) member = organizations - 1 - draw.draw(random, group);
      return {
        id: idOf('Membership', 'membership', row + 1),
        memberId: network.organizationId(member),
        groupId: network.organizationId(group),
        groupType: group === 0 ? 'Association' : 'Cluster',
        class: random.oneIn(3) ? random.pick(Object.values(MembershipClass)) : 'REGULAR',
        ...(group > 0 && isEarlier ? earlierPeriod(random) : period(random)),
        sourceId: network.sourceId(row),
      };
    },
  );
}

/** One in seven has three to six parties, the others two. */
function partnershipShape(
  network: Network,
  partnership: number,
): { readonly kind: PartnershipKind; readonly parties: number } {
  const random = network.random('partnershipShape', partnership);
  return {
    kind: random.pick(Object.values(PartnershipKind)),
    parties: random.oneIn(7) ? 3 + random.below(4) : 2,
  };
}

function partnerships(network: Network): Table {
  return table<Partnership>(Partnership, network.sizes.partnerships, one, (partnership) => {
    const random = network.random('partnership', partnership);
    const { kind } = partnershipShape(network, partnership);
    const number = partnership + 1;
    return {
      id: idOf('Partnership', 'partnership', number),
      slug: slug('partnership', number),
      title: `Synthetic Partnership ${String(number)} ${word(random).latin}`,
      kind,
      ...period(random),
      sourceId: network.sourceId(partnership),
    };
  });
}

/** Those with low numbers take part in most partnerships: the association and the clusters. */
function partnershipParties(network: Network): Table {
  const draw = new HeavyTailedDraw(network.sizes.organizations, 10);
  return table<PartnershipParty>(
    PartnershipParty,
    network.sizes.partnerships,
    (partnership) => partnershipShape(network, partnership).parties,
    (partnership, child, row) => ({
      partnershipId: idOf('Partnership', 'partnership', partnership + 1),
      organizationId: network.organizationId(draw.draw(network.random('party', row), partnership)),
      role: partyRole(partnershipShape(network, partnership).kind, child),
    }),
  );
}

function partyRole(kind: PartnershipKind, child: number): PartyRole {
  if (kind === 'SUPPORT') return child === 0 ? 'SUPPORTER' : 'SUPPORTED';
  if (child > 0) return 'PARTY';
  return kind === 'MEMORANDUM' || kind === 'NETWORK' ? 'INITIATOR' : 'COORDINATOR';
}

/** One for each cluster. */
function persons(network: Network): Table {
  return table<Person>(Person, network.sizes.clusters, one, (person) => ({
    id: idOf('Person', 'person', person + 1),
    slug: slug('person', person + 1),
    name: `Synthetic Person ${String(person + 1)}`,
    sourceId: network.sourceId(person),
  }));
}

/** Everybody manages a cluster, and every third also sits on the board of the association. */
function seats(network: Network): Table {
  return table<Seat>(
    Seat,
    network.sizes.clusters,
    (person) => (person % 3 === 0 ? 2 : 1),
    (person, child, row) => {
      const isOnBoard = child === 1;
      return {
        id: idOf('Seat', 'seat', row + 1),
        personId: idOf('Person', 'person', person + 1),
        organizationId: network.organizationId(isOnBoard ? 0 : 1 + person),
        organizationType: isOnBoard ? 'Association' : 'Cluster',
        role: !isOnBoard ? 'MANAGER' : person === 0 ? 'CHAIRPERSON' : 'MEMBER',
        body: isOnBoard ? 'Board' : null,
        nominatedById: isOnBoard ? network.organizationId(1 + person) : null,
        ...period(network.random('seat', row)),
        sourceId: network.sourceId(row),
      };
    },
  );
}

function events(network: Network): Table {
  return table<Event>(Event, network.sizes.events, one, (event) => {
    const random = network.random('event', event);
    const city = word(random).latin;
    const [year, month, day] = [2010 + random.below(16), random.below(12), 1 + random.below(28)];
    const startsAt = new Date(Date.UTC(year, month, day, 8 + random.below(9)));
    const hours = 1 + random.below(30);
    return {
      id: idOf('Event', 'event', event + 1),
      slug: slug('event', event + 1),
      title: `Synthetic Event ${String(event + 1)} ${city}`,
      startsAt,
      endsAt: random.oneIn(4) ? null : new Date(startsAt.getTime() + hours * 3_600_000),
      timeZone: 'Europe/Belgrade',
      venue: random.oneIn(2) ? `Synthetic Hall ${city}` : null,
      city,
      country: COUNTRY,
      regionId: regionOf(random),
      audience: random.oneIn(2) ? ['Members'] : ['Members', 'Donors'],
      sourceId: network.sourceId(event),
    };
  });
}

/** A draw of organisations for one thing after another, the first ones the oftener. */
function eventOrganizers(network: Network): Table {
  const draw = new HeavyTailedDraw(network.sizes.organizations, 10);
  return table<EventOrganizer>(
    EventOrganizer,
    network.sizes.events,
    (event) => 1 + (event % 2),
    (event, _child, row) => ({
      eventId: idOf('Event', 'event', event + 1),
      organizationId: network.organizationId(draw.draw(network.random('organizer', row), event)),
    }),
  );
}

function advocacyCases(network: Network): Table {
  const { advocacyCases, clusters, institutions } = network.sizes;
  return table<AdvocacyCase>(AdvocacyCase, advocacyCases, one, (advocacyCase) => {
    const random = network.random('advocacyCase', advocacyCase);
    const { since, until } = period(random);
    const target = network.firstOf('Institution') + random.below(institutions);
    const number = advocacyCase + 1;
    return {
      id: idOf('AdvocacyCase', 'advocacy-case', number),
      slug: slug('advocacy-case', number),
      title: `Synthetic Advocacy Case ${String(number)} ${word(random).latin}`,
      subjectAct: random.oneIn(2) ? `Synthetic Act ${word(random).latin}` : null,
      targetId: network.organizationId(target),
      targetType: 'Institution',
      level: random.pick(Object.values(AuthorityLevel)),
      representativeId: idOf('Person', 'person', 1 + random.below(clusters)),
      standing: random.pick(Object.values(AdvocateStanding)),
      status: until === null ? 'OPEN' : random.pick(Object.values(AdvocacyStatus).filter(isClosed)),
      openedOn: since,
      closedOn: until,
      outcome: until === null ? null : 'A synthetic outcome.',
      sourceId: network.sourceId(advocacyCase),
    };
  });
}

function isClosed(status: AdvocacyStatus): boolean {
  return status !== 'OPEN';
}

function advocacyBeneficiaries(network: Network): Table {
  const draw = new HeavyTailedDraw(network.sizes.organizations, 10);
  return table<AdvocacyBeneficiary>(
    AdvocacyBeneficiary,
    network.sizes.advocacyCases,
    () => 2,
    (advocacyCase, _child, row) => ({
      advocacyCaseId: idOf('AdvocacyCase', 'advocacy-case', advocacyCase + 1),
      organizationId: network.organizationId(
        draw.draw(network.random('beneficiary', row), advocacyCase),
      ),
    }),
  );
}

function announcements(network: Network): Table {
  return table<Announcement>(Announcement, network.sizes.announcements, one, (announcement) => {
    const random = network.random('announcement', announcement);
    const number = announcement + 1;
    return {
      id: idOf('Announcement', 'announcement', number),
      slug: slug('announcement', number),
      title: `Synthetic Announcement ${String(number)} ${word(random).latin}`,
      body: `${word(random).latin} ${word(random).latin}. Made by a generator, to try the network out.`,
      language: 'en',
      publishedOn: random.oneIn(5) ? null : dateIn(2010 + random.below(16), random),
      authorId: network.organizationId(random.below(network.firstNonGroup)),
      sourceId: network.sourceId(announcement),
    };
  });
}

function quotes(network: Network): Table {
  return table<Quote>(
    Quote,
    network.sizes.announcements,
    (announcement) => 1 + (announcement % 2),
    (announcement, child, row) => {
      const random = network.random('quote', row);
      return {
        id: idOf('Quote', 'quote', row + 1),
        announcementId: idOf('Announcement', 'announcement', announcement + 1),
        personId: idOf('Person', 'person', 1 + random.below(network.sizes.clusters)),
        position: child + 1,
        text: `Synthetic words: ${word(random).latin}.`,
        attribution: random.oneIn(2) ? 'Synthetic Manager' : null,
        sourceId: network.sourceId(announcement),
      };
    },
  );
}

/** Of members of clusters as well as of clusters. */
function offers(network: Network): Table {
  return table<CooperationOffer>(CooperationOffer, network.sizes.offers, one, (offer) => {
    const random = network.random('offer', offer);
    const number = offer + 1;
    return {
      id: idOf('CooperationOffer', 'offer', number),
      slug: slug('offer', number),
      organizationId: network.organizationId(random.below(network.sizes.organizations)),
      direction: random.pick(Object.values(OfferDirection)),
      title: `Synthetic Offer ${String(number)} ${word(random).latin}`,
      ...period(random),
      sourceId: network.sourceId(offer),
    };
  });
}

function offerSectors(network: Network): Table {
  return table<CooperationOfferSector>(
    CooperationOfferSector,
    network.sizes.offers,
    (offer) => 1 + (offer % 2),
    (offer, child, row) => ({
      cooperationOfferId: idOf('CooperationOffer', 'offer', offer + 1),
      sectorId: someSectorId(offer % FIELDS.length, child, network.random('sector', -1 - row)),
    }),
  );
}

function initiatives(network: Network): Table {
  return table<Initiative>(Initiative, network.sizes.initiatives, one, (initiative) => {
    const random = network.random('initiative', initiative);
    const { since, until } = period(random);
    const kind = random.pick(Object.values(InitiativeKind));
    const number = initiative + 1;
    return {
      id: idOf('Initiative', 'initiative', number),
      slug: slug('initiative', number),
      title: `Synthetic Initiative ${String(number)} ${word(random).latin}`,
      kind,
      stage: kind === 'NEW_CLUSTER' ? random.pick(Object.values(ClusterStage)) : null,
      challenges: Object.values(Challenge).filter(() => random.oneIn(3)),
      startedOn: since,
      endedOn: until,
      results: until === null ? null : 'Synthetic results.',
      sourceId: network.sourceId(initiative),
    };
  });
}

/** The first one leads. A few initiatives have very many participants. */
function participations(network: Network): Table {
  const { initiatives, organizations, participations } = network.sizes;
  const shares = heavyTailedShares(participations, initiatives, 10);
  const draw = new HeavyTailedDraw(organizations, 10);
  const followers = Object.values(ParticipationRole).filter((role) => role !== 'LEAD');
  return table<InitiativeParticipation>(
    InitiativeParticipation,
    initiatives,
    (initiative) => shares[initiative] ?? 0,
    (initiative, child, row) => {
      const random = network.random('participation', row);
      return {
        id: idOf('InitiativeParticipation', 'participation', row + 1),
        organizationId: network.organizationId(draw.draw(random, initiative)),
        initiativeId: idOf('Initiative', 'initiative', initiative + 1),
        role: child === 0 ? 'LEAD' : random.pick(followers),
        ...period(random),
        sourceId: network.sourceId(row),
      };
    },
  );
}

function initiativeSectors(network: Network): Table {
  return table<InitiativeSector>(
    InitiativeSector,
    network.sizes.initiatives,
    (initiative) => 1 + (initiative % 2),
    (initiative, child) => ({
      initiativeId: idOf('Initiative', 'initiative', initiative + 1),
      sectorId: sectorId(sectorCode((initiative + child) % FIELDS.length, null)),
    }),
  );
}

function initiativeRegions(network: Network): Table {
  return table<InitiativeRegion>(
    InitiativeRegion,
    network.sizes.initiatives,
    one,
    (initiative) => ({
      initiativeId: idOf('Initiative', 'initiative', initiative + 1),
      regionId: regionId(REGION_CODES[initiative % REGION_CODES.length] ?? COUNTRY),
    }),
  );
}

/** What is claimed of an organisation, in turn; the same thing twice is a conflict of two sources. */
const CLAIMS_OF_CLUSTER = ['MEMBERS', 'MEMBERS', 'EMPLOYEES', 'FOUNDED_ON'] as const;
const CLAIMS_IN_TURN = [
  ['EMPLOYEES'],
  ['EMPLOYEES', 'EMPLOYEES'],
  [],
  ['ANNUAL_REVENUE'],
  ['FOUNDED_ON', 'FOUNDED_ON'],
  [],
] as const;

function claimsOf(network: Network, organization: number): readonly Indicator[] {
  return organization < network.firstNonGroup
    ? CLAIMS_OF_CLUSTER
    : (CLAIMS_IN_TURN[organization % CLAIMS_IN_TURN.length] ?? []);
}

function organizationClaims(network: Network): Table {
  return table<Claim>(
    Claim,
    network.sizes.organizations,
    (organization) => claimsOf(network, organization).length,
    (organization, child, row) => {
      const random = network.random('claim', row);
      const indicator = claimsOf(network, organization)[child] ?? 'EMPLOYEES';
      const isOfMembers = indicator === 'EMPLOYEES' && organization < network.firstNonGroup;
      return {
        id: idOf('Claim', 'claim', row + 1),
        organizationId: network.organizationId(organization),
        initiativeId: null,
        indicator,
        scope: isOfMembers ? 'MEMBERS_TOGETHER' : 'ITSELF',
        ...claimed(indicator, random),
        sourceId: network.sourceId(organization + child),
      };
    },
  );
}

/** The value of a claim: whole numbers over several orders of magnitude, round ones among them. */
function claimed(
  indicator: Indicator,
  random: Random,
): Pick<Claim, 'qualifier' | 'number' | 'currency' | 'date' | 'asOf'> {
  const asOf = random.oneIn(5) ? null : dateIn(2012 + random.below(14), random);
  if (indicator === 'FOUNDED_ON') {
    const date = dateIn(2005 + random.below(7), random);
    return { qualifier: 'EXACT', number: null, currency: null, date, asOf };
  }
  const isMoney = indicator === 'ANNUAL_REVENUE' || indicator === 'TOTAL_BUDGET';
  const number = (1 + random.below(99)) * 10 ** (random.below(3) + (isMoney ? 4 : 0));
  return {
    qualifier: random.oneIn(2) ? 'EXACT' : random.pick(Object.values(Qualifier)),
    number: String(number),
    currency: isMoney ? random.pick(['EUR', 'RSD']) : null,
    date: null,
    asOf,
  };
}

function initiativeClaims(network: Network): Table {
  return table<Claim>(
    Claim,
    network.sizes.initiatives,
    (initiative) => (initiative % 4 === 0 ? 2 : 0),
    (initiative, child, row) => ({
      id: idOf('Claim', 'initiative-claim', row + 1),
      organizationId: null,
      initiativeId: idOf('Initiative', 'initiative', initiative + 1),
      indicator: 'TOTAL_BUDGET',
      scope: 'ITSELF',
      ...claimed('TOTAL_BUDGET', network.random('initiativeClaim', row)),
      sourceId: network.sourceId(initiative + child),
    }),
  );
}
