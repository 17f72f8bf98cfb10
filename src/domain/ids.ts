import { createHash, randomBytes } from 'node:crypto';

/**
 * The kinds of records that an id can identify, with the tag in their ids.
 *
 * A tag is never reused, because other systems keep ids for years.
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
 * Makes a new id: a UUID version 8 (RFC 9562) that sorts by creation time. Its third group is the kind
 * of the record (`…-8001-…` is an organization), so the id alone identifies the table.
 */
export function newId(kind: IdKind, now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  return assemble(time, kind, randomBytes(8).toString('hex'));
}

/** Derives the id from a key, so that loading a record again finds the same id. */
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

/** Parses an id from outside: returns its canonical form, or null if it is not a UUID. */
export function parseId(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const id = text.toLowerCase();
  return UUID.test(id) ? id : null;
}

/** The kind of record that the id identifies; null if we could not have issued it. */
export function kindOfId(id: string): IdKind | null {
  return id.charAt(14) === '8' ? (KIND_OF_TAG.get(id.slice(15, 18)) ?? null) : null;
}
