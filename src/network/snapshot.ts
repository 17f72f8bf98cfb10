import type { Row } from '../fields/row.js';
import { endOf, startOf } from '../fields/in-force.js';
import { identifier, join, raw, sql, type Sql } from '../fields/sql.js';
import { pairsOf, type Numbers } from './pairs.js';
import {
  firstDay,
  lastDay,
  periodOf,
  TIE_KINDS,
  TIE_READERS,
  type NetworkTieKind,
} from './tie-kinds.js';

interface SectorLabel {
  readonly id: string;
  readonly scheme: string;
  readonly code: string;
  readonly title: string;
  readonly parentId: string | null;
}

interface RegionLabel {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: number;
}

export interface SourceLabel {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly licence: string | null;
}

interface Offer {
  readonly id: string;
  readonly organization: number;
  readonly direction: 'OFFERS' | 'NEEDS';
  readonly from: number;
  readonly to: number;
  readonly sectors: readonly number[];
}

type OrganizationLabel = readonly [
  type: string,
  name: string,
  slug: string,
  country: string | null,
];

/**
 * All data of the partnership graph at one version. Organizations, ties, sectors and other records reference
 * each other by index in the order of ids. Days are `YYYYMMDD`.
 */
export interface Snapshot {
  readonly version: number;
  readonly organizations: readonly OrganizationLabel[];
  /** For each organization: index of its region or -1, index of its source, four words of its id. */
  readonly nodes: Numbers;
  /** For each tie of a kind: a, b, start, end, index of its source, four words of its record's id. */
  readonly ties: Readonly<Record<NetworkTieKind, Numbers>>;
  /** The number of records, such as partnerships, that include only the pairs with the lead. */
  readonly condensed: Readonly<Record<NetworkTieKind, number>>;
  readonly sectors: readonly SectorLabel[];
  readonly regions: readonly RegionLabel[];
  readonly sources: readonly SourceLabel[];
  /** Pairs of organization and sector. */
  readonly organizationSectors: Numbers;
  readonly offers: readonly Offer[];
}

export const NODE = { size: 6, region: 0, source: 1, id: 2 } as const;

export const VERSION = raw(`(SELECT coalesce(sum(changes), 0) FROM network_version)::text`);

const numbered = (table: string) =>
  raw(`MATERIALIZED (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS n FROM "${table}")`);

const tiesOf = (kind: NetworkTieKind) => {
  const { reads, rows } = TIE_READERS[kind];
  const arePairs = reads === 'PAIRS';
  return sql`(SELECT string_agg(
      int4send(a.n) || ${raw(arePairs ? 'int4send(b.n)' : 'int4send(t.leads::int)')}
        || int4send(t.start) || int4send(t."end") || int4send(s.n) || uuid_send(t.record),
      ''::bytea ORDER BY t.record, a.n)
     FROM (${rows}) AS t JOIN o a ON a.id = t.a ${raw(arePairs ? 'JOIN o b ON b.id = t.b' : '')} JOIN s ON s.id = t.source_id)`;
};

const offer = periodOf('t');

/** One statement, so that everything comes from one snapshot; the database packs long lists into bytes. */
const SNAPSHOT = sql`WITH o AS ${numbered('organization')}, c AS ${numbered('sector')},
  r AS ${numbered('region')}, s AS ${numbered('source')}
  SELECT ${VERSION} AS version,
  (SELECT json_agg(json_build_array(t.type, t.name, t.slug, t.country) ORDER BY t.id) FROM organization t) AS organizations,
  (SELECT string_agg(int4send(coalesce(r.n, -1)) || int4send(s.n) || uuid_send(t.id), ''::bytea ORDER BY t.id)
   FROM organization t JOIN s ON s.id = t.source_id LEFT JOIN r ON r.id = t.region_id) AS nodes,
  (SELECT json_agg(json_build_object('id', t.id, 'scheme', t.scheme, 'code', t.code, 'title', t.title,
    'parentId', t.parent_id) ORDER BY t.id) FROM sector t) AS sectors,
  (SELECT json_agg(json_build_object('id', t.id, 'code', t.code, 'name', t.name, 'level', t.level) ORDER BY t.id)
   FROM region t) AS regions,
  (SELECT json_agg(json_build_object('id', t.id, 'title', t.title, 'url', t.url, 'licence', t.licence) ORDER BY t.id)
   FROM source t) AS sources,
  (SELECT string_agg(int4send(o.n) || int4send(c.n), ''::bytea ORDER BY o.n, c.n)
   FROM organization_sector t JOIN o ON o.id = t.organization_id JOIN c ON c.id = t.sector_id) AS "organizationSectors",
  (SELECT json_agg(json_build_object('id', t.id, 'organization', o.n, 'direction', t.direction,
      'from', ${firstDay(startOf(offer))}, 'to', ${lastDay(endOf(offer))},
      'sectors', (SELECT coalesce(json_agg(c.n ORDER BY c.n), '[]') FROM cooperation_offer_sector l JOIN c ON c.id = l.sector_id
        WHERE l.cooperation_offer_id = t.id)) ORDER BY t.id)
   FROM cooperation_offer t JOIN o ON o.id = t.organization_id) AS offers,
  ${join(TIE_KINDS.map((kind) => sql`${tiesOf(kind)} AS ${identifier(kind)}`))}`;

/** Runs a statement until the signal aborts. */
export type Query = (statement: Sql, signal?: AbortSignal) => Promise<readonly Row[]>;

export async function readSnapshot(query: Query, signal?: AbortSignal): Promise<Snapshot> {
  const [row] = await query(SNAPSHOT, signal);
  if (row === undefined) throw new Error('The network query returned no row.');
  const list = (name: string) => (row[name] ?? []) as readonly never[];
  const read = byKind((kind) =>
    TIE_READERS[kind].reads === 'PAIRS'
      ? { ties: numbersOf(row[kind]), condensed: 0 }
      : pairsOf(numbersOf(row[kind])),
  );
  return {
    version: Number(row.version),
    organizations: list('organizations'),
    nodes: numbersOf(row.nodes),
    ties: byKind((kind) => read[kind].ties),
    condensed: byKind((kind) => read[kind].condensed),
    sectors: list('sectors'),
    regions: list('regions'),
    sources: list('sources'),
    organizationSectors: numbersOf(row.organizationSectors),
    offers: list('offers'),
  };
}

export function byKind<T>(make: (kind: NetworkTieKind) => T): Record<NetworkTieKind, T> {
  return Object.fromEntries(TIE_KINDS.map((kind) => [kind, make(kind)])) as Record<
    NetworkTieKind,
    T
  >;
}

/** Converts bytes to numbers; the database sends them in big-endian order. */
function numbersOf(bytes: unknown): Numbers {
  const sent = (bytes ?? Buffer.alloc(0)) as Buffer;
  const numbers = new Int32Array(new SharedArrayBuffer(sent.length));
  const view = Buffer.from(numbers.buffer);
  sent.copy(view);
  view.swap32();
  return numbers;
}

/** The id whose four words are at this position. */
export function idAt(numbers: Int32Array, place: number): string {
  let hex = '';
  for (let word = 0; word < 4; word += 1) {
    hex += ((numbers[place + word] ?? 0) >>> 0).toString(16).padStart(8, '0');
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function organizationId({ nodes }: Snapshot, organization: number): string {
  return idAt(nodes, organization * NODE.size + NODE.id);
}

/** The index of the organization with the id, or -1. Ids sort like their words. */
export function organizationOf(snapshot: Snapshot, id: string): number {
  let [low, high] = [0, snapshot.organizations.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = organizationId(snapshot, middle);
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
