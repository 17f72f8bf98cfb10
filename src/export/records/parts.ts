/** Parts of records of all kinds, with the SQL that reads them. Amounts are exact decimals as text. */

import { Donor } from '../../../entities/network/donor.entity.js';
import { Identifier } from '../../../entities/network/identifier.entity.js';
import { Organization } from '../../../entities/network/organization.entity.js';
import { Region } from '../../../entities/network/region.entity.js';
import { Sector } from '../../../entities/network/sector.entity.js';
import { Source } from '../../../entities/knowledge/source.entity.js';
import {
  from,
  functionRows,
  rows,
  rowsAs,
  selectList,
  type Columns,
} from '../../fields/columns.js';
import type { ClassOf } from '../../fields/row.js';
import { EMPTY, join, literal, sql, type Sql } from '../../fields/sql.js';

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

/** A JSON object with these fields. */
export function jsonObject(fields: Readonly<Record<string, Sql>>): Sql {
  const parts = Object.entries(fields).map(([name, part]) => sql`${literal(name)}, ${part}`);
  return sql`json_build_object(${join(parts)})`;
}

/** A JSON list of the rows of a FROM clause; empty if there are none. */
export function jsonList(element: Sql, rest: Sql, order: Sql): Sql {
  return sql`(SELECT coalesce(json_agg(${element} ORDER BY ${order}), '[]') FROM ${rest})`;
}

/** An exact decimal as text. */
export const decimalText = (amount: Sql): Sql => sql`${amount}::text`;

function sourceJson(source: Columns<Source>): Sql {
  const { slug, title, url, publisher, publishedOn, retrievedOn, licence, confidence } = source;
  return jsonObject({ slug, title, url, publisher, publishedOn, retrievedOn, licence, confidence });
}

/** The sources with these ids. */
export function sources(ids: Sql): Sql {
  const source = rows(Source);
  return jsonList(
    sourceJson(source),
    sql`${from(source)} WHERE ${source.id} IN (${ids})`,
    source.slug,
  );
}

/** The slug of the source with this id. */
export function sourceSlug(id: Sql): Sql {
  const source = rows(Source);
  return sql`(SELECT ${source.slug} FROM ${from(source)} WHERE ${source.id} = ${id})`;
}

export function identifiersJson(organizationId: Sql): Sql {
  const identifier = rows(Identifier);
  const { scheme, value, rank } = identifier;
  return jsonList(
    jsonObject({ scheme, value }),
    sql`${from(identifier)} WHERE ${identifier.organizationId} = ${organizationId}`,
    rank,
  );
}

/** The organization with this id; null if there is none. */
export function partyJson(organizationId: Sql): Sql {
  // `category` is a column of some kinds of organization only.
  const organization = rowsAs(Donor, rows(Organization));
  const { id, slug, name, type, category, country, city, website } = organization;
  const party = jsonObject({
    slug,
    name,
    type,
    category,
    country,
    city,
    website,
    identifiers: identifiersJson(id),
  });
  return sql`(SELECT ${party} FROM ${from(organization)} WHERE ${id} = ${organizationId})`;
}

export function sectorJson({ scheme, code, title }: Columns<Sector>): Sql {
  return jsonObject({ scheme, code, title });
}

/** The sectors of a table of entries. */
export function sectorsJson<Entry>(
  entity: ClassOf<Entry>,
  of: (entry: Columns<Entry>) => { readonly sectorId: Sql; readonly isOwn: Sql },
): Sql {
  const entry = rows(entity);
  const sector = rows(Sector);
  const { sectorId, isOwn } = of(entry);
  return jsonList(
    sectorJson(sector),
    sql`${from(entry)} JOIN ${from(sector)} ON ${sector.id} = ${sectorId} WHERE ${isOwn}`,
    sql`${sector.scheme}, ${sector.code}`,
  );
}

/** The region with this id, or null. */
export function regionJson(id: Sql): Sql {
  const region = rows(Region);
  const { code, name } = region;
  return sql`(SELECT ${jsonObject({ code, name })} FROM ${from(region)} WHERE ${region.id} = ${id})`;
}

/** The records of an entity with these ids (`uuid[]`), in the same order. */
export function recordsById<Row>(
  entity: ClassOf<Row>,
  ids: Sql,
  of: (row: Columns<Row>) => {
    readonly id: Sql;
    readonly join?: Sql;
    readonly columns: Readonly<Record<string, Sql>>;
  },
): Sql {
  const given = functionRows(sql`unnest(${ids}) WITH ORDINALITY`, ['id', 'place']);
  const row = rows(entity);
  const { id, join: joined = EMPTY, columns } = of(row);
  return sql`SELECT ${selectList(columns)} FROM ${from(given)} JOIN ${from(row)} ON ${id} = ${given.id} ${joined}
    ORDER BY ${given.place}`;
}

/** The source of a record as a column, with the position in it. */
export function sourceColumns({
  sourceId,
  sourcePointer,
}: {
  readonly sourceId: Sql;
  readonly sourcePointer: Sql;
}): { readonly source: Sql; readonly sourcePointer: Sql } {
  const source = rows(Source);
  return {
    source: sql`(SELECT ${sourceJson(source)} FROM ${from(source)} WHERE ${source.id} = ${sourceId})`,
    sourcePointer,
  };
}
