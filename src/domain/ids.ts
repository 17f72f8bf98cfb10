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
  Budget: '017',
} as const;

export type IdKind = keyof typeof ID_TAGS;

/** Only the compiler knows the kind; at run time an id is plain text. */
declare const KIND: unique symbol;

/** The id of a record of this kind. It is made by this file, or read from a column that holds only such ids. */
export type Id<Kind extends IdKind = IdKind> = string & { readonly [KIND]: Kind };

export type AdvocacyCaseId = Id<'AdvocacyCase'>;
export type AnnouncementId = Id<'Announcement'>;
export type CooperationOfferId = Id<'CooperationOffer'>;
export type EventId = Id<'Event'>;
export type GrantId = Id<'Grant'>;
export type GrantProgrammeId = Id<'GrantProgramme'>;
export type InitiativeId = Id<'Initiative'>;
export type OrganizationId = Id<'Organization'>;
export type PartnershipId = Id<'Partnership'>;
export type PersonId = Id<'Person'>;
export type RegionId = Id<'Region'>;
export type SectorId = Id<'Sector'>;
export type SourceId = Id<'Source'>;

const KIND_OF_TAG = new Map(
  Object.entries(ID_TAGS).map(([kind, tag]) => [tag as string, kind as IdKind]),
);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Makes a new id: a UUID version 8 (RFC 9562) that sorts by creation time. Its third group is the kind
 * of the record (`…-8001-…` is an organization), so the id alone identifies the table.
 */
export function newId<Kind extends IdKind>(kind: Kind, now = Date.now()): Id<Kind> {
  const time = now.toString(16).padStart(12, '0');
  return assemble(time, kind, randomBytes(8).toString('hex'));
}

/** Derives the id from a key, so that loading a record again finds the same id. */
export function idOfKey<Kind extends IdKind>(kind: Kind, key: string): Id<Kind> {
  const digest = createHash('sha256').update(`${kind}\n${key}`).digest('hex');
  return assemble(digest.slice(0, 12), kind, digest.slice(12, 28));
}

function assemble<Kind extends IdKind>(first12: string, kind: Kind, last16: string): Id<Kind> {
  const variant = ((parseInt(last16.charAt(0), 16) & 0x3) | 0x8).toString(16);
  return [
    first12.slice(0, 8),
    first12.slice(8),
    `8${ID_TAGS[kind]}`,
    `${variant}${last16.slice(1, 4)}`,
    last16.slice(4),
  ].join('-') as Id<Kind>;
}

/** The canonical form of a UUID from outside; null if it is none. Its kind may be unknown. */
export function parseUuid(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const id = text.toLowerCase();
  return UUID.test(id) ? id : null;
}

/** The kind of record that the UUID identifies; null if we could not have issued it. */
export function kindOfId(uuid: string): IdKind | null {
  return uuid.charAt(14) === '8' ? (KIND_OF_TAG.get(uuid.slice(15, 18)) ?? null) : null;
}

/** Whether the UUID is an id of this kind. */
export function isIdOf<Kind extends IdKind>(kind: Kind, uuid: string): uuid is Id<Kind> {
  return kindOfId(uuid) === kind;
}
