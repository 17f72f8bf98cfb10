import { createHash, randomBytes } from 'node:crypto';

/**
 * What an id can name, with the tag that its ids carry.
 *
 * A tag is never reused: ids are kept by other systems for years.
 */
export const ID_TAGS = {
  Organization: '001',
  Sector: '002',
  Region: '003',
  Membership: '004',
  Partnership: '005',
  Person: '007',
  Seat: '008',
  Event: '009',
  AdvocacyCase: '00a',
  Announcement: '00b',
  Quote: '00c',
  CooperationOffer: '00d',
  Initiative: '00e',
  InitiativeParticipation: '00f',
  Claim: '010',
  Source: '011',
  ExcellenceLabel: '012',
  GrantProgramme: '013',
  Grant: '014',
  Transaction: '015',
  ExchangeRate: '016',
} as const;

export type IdKind = keyof typeof ID_TAGS;

const KIND_OF_TAG = new Map(
  Object.entries(ID_TAGS).map(([kind, tag]) => [tag as string, kind as IdKind]),
);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A new id: a UUID of version 8 (RFC 9562), sorted by time of making, whose third group says what
 * kind of thing it names (`…-8001-…` is an organisation). So an id alone is enough to find its table.
 */
export function newId(kind: IdKind, now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  return assemble(time, kind, randomBytes(8).toString('hex'));
}

/** The same id for the same key each time, so that a record loaded again meets itself. */
export function idOfKey(kind: IdKind, key: string): string {
  const digest = createHash('sha256').update(`${kind}\n${key}`).digest('hex');
  return assemble(digest.slice(0, 12), kind, digest.slice(12, 28));
}

function assemble(first12: string, kind: IdKind, last16: string): string {
  const variant = ((parseInt(last16.charAt(0), 16) & 0x3) | 0x8).toString(16);
  return [
    first12.slice(0, 8),
    first12.slice(8),
    `8${ID_TAGS[kind]}`,
    `${variant}${last16.slice(1, 4)}`,
    last16.slice(4),
  ].join('-');
}

/** The only way in from outside: the id in its canonical form, or null for what is no UUID. */
export function parseId(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const id = text.toLowerCase();
  return UUID.test(id) ? id : null;
}

/** What the id names; null if it is none that we could have given out. */
export function kindOfId(id: string): IdKind | null {
  return id.charAt(14) === '8' ? (KIND_OF_TAG.get(id.slice(15, 18)) ?? null) : null;
}
