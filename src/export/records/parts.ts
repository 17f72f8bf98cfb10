/** Parts of records of all kinds, with the SQL that reads them. Amounts are exact decimals as text. */

import { Identifier } from '../../../entities/network/identifier.entity.js';
import { Source } from '../../../entities/knowledge/source.entity.js';
import { from, functionRows, rows, selectList, type Columns } from '../../fields/columns.js';
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

/** The records that a statement reads, and one of them. */
export interface Owner {
  readonly id: Sql;
  /** All of them (`uuid[]`). */
  readonly ids: Sql;
}

/**
 * The same, of the rows of a table that belong to the owner, which most records do not have. Which ones have some is
 * found out once for all of them: to look for each takes longer than to read the record, even if the table is empty.
 */
export function rareList<Row>(
  entry: Columns<Row>,
  ownerId: Sql,
  { id, ids }: Owner,
  { element, order }: { readonly element: Sql; readonly order: Sql },
): Sql {
  const list = jsonList(element, sql`${from(entry)} WHERE ${ownerId} = ${id}`, order);
  return sql`CASE WHEN ${id} IN (SELECT ${ownerId} FROM ${from(entry)} WHERE ${ownerId} = ANY (${ids})) THEN ${list} ELSE '[]' END`;
}

/** An exact decimal as text. */
export const decimalText = (amount: Sql): Sql => sql`${amount}::text`;

export function sourceFields(source: Columns<Source>): Readonly<Record<string, Sql>> {
  const { slug, title, url, publisher, publishedOn, retrievedOn, licence, confidence } = source;
  return { slug, title, url, publisher, publishedOn, retrievedOn, licence, confidence };
}

/** The sources with these ids. */
export function sources(ids: Sql): Sql {
  const source = rows(Source);
  return jsonList(
    jsonObject(sourceFields(source)),
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
