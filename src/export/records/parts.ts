/** Parts of records of all kinds, with the SQL that reads them. Amounts are exact decimals as text. */

export interface SourceRecord {
  readonly slug: string;
  readonly title: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly retrievedOn: string | null;
  readonly licence: string | null;
  readonly confidence: string;
}

/** A record with its source. */
export interface SourcedRecord {
  readonly source: SourceRecord;
  readonly sourcePointer: string | null;
}

export interface IdentifierRecord {
  readonly scheme: string;
  readonly value: string;
}

/** An organization, as other records reference it. */
export interface PartyRecord {
  readonly slug: string;
  readonly name: string;
  readonly type: string;
  readonly category: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly website: string | null;
  /** The first one is the primary identifier. */
  readonly identifiers: readonly IdentifierRecord[];
}

export interface SectorRecord {
  readonly scheme: string;
  readonly code: string;
  readonly title: string;
}

export const SOURCE_JSON = (s: string) =>
  `json_build_object('slug', ${s}.slug, 'title', ${s}.title, 'url', ${s}.url, 'publisher', ${s}.publisher,
    'publishedOn', ${s}.published_on, 'retrievedOn', ${s}.retrieved_on, 'licence', ${s}.licence, 'confidence', ${s}.confidence)`;

export const IDENTIFIERS_JSON = (organizationId: string) =>
  `(SELECT coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value) ORDER BY i.rank), '[]')
    FROM identifier i WHERE i.organization_id = ${organizationId})`;

const PARTY_JSON = (o: string) =>
  `json_build_object('slug', ${o}.slug, 'name', ${o}.name, 'type', ${o}.type, 'category', ${o}.category,
    'country', ${o}.country, 'city', ${o}.city, 'website', ${o}.website, 'identifiers', ${IDENTIFIERS_JSON(`${o}.id`)})`;

/** The organization with this id; null if there is none. */
export const PARTY_BY_ID = (id: string) =>
  `(SELECT ${PARTY_JSON('o')} FROM organization o WHERE o.id = ${id})`;

export const SECTOR_JSON = (s: string) =>
  `json_build_object('scheme', ${s}.scheme, 'code', ${s}.code, 'title', ${s}.title)`;

/** A list in a record; empty if there are no entries. */
export const LIST = (element: string, from: string, order: string) =>
  `(SELECT coalesce(json_agg(${element} ORDER BY ${order}), '[]') FROM ${from})`;
