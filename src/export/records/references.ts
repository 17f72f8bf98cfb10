import { LRUCache } from 'lru-cache';
import { Source } from '../../../entities/knowledge/source.entity.js';
import { GrantProgramme } from '../../../entities/funding/grant-programme.entity.js';
import { Donor } from '../../../entities/network/donor.entity.js';
import { Initiative } from '../../../entities/network/initiative.entity.js';
import { Organization } from '../../../entities/network/organization.entity.js';
import { Region } from '../../../entities/network/region.entity.js';
import { Sector } from '../../../entities/network/sector.entity.js';
import { from, rows, rowsAs, type Columns } from '../../fields/columns.js';
import type { ClassOf, Row } from '../../fields/row.js';
import { literal, sql, value, type Sql } from '../../fields/sql.js';
import {
  decimalText,
  identifiersJson,
  jsonObject,
  rareList,
  sourceFields,
  type Owner,
} from './parts.js';

/**
 * The maximum number of each kind that are kept from one batch of records to the next: as many as 100,000 grants have
 * recipients, since to read one again takes as long as to read half a grant.
 */
const MAX_KEPT = 40_000;

/** The fields of a reference in a record, which no record has of its own. */
const KIND = '$kind';
const ID = '$id';

/** What records refer to again and again. */
type ReferenceKind = 'PARTY' | 'SECTOR' | 'REGION' | 'INITIATIVE' | 'PROGRAMME' | 'SOURCE';

/** How each is read, by ids. */
const STATEMENTS: Readonly<Record<ReferenceKind, (ids: readonly string[]) => Sql>> = {
  PARTY: statement(Organization, (organization) => {
    const { id, slug, name, type, country, city, website } = organization;
    // A column of some kinds of organization only.
    const { category } = rowsAs(Donor, organization);
    const identifiers = identifiersJson(id);
    return { id, fields: { slug, name, type, category, country, city, website, identifiers } };
  }),
  SECTOR: statement(Sector, ({ id, scheme, code, title }) => ({
    id,
    fields: { scheme, code, title },
  })),
  REGION: statement(Region, ({ id, code, name }) => ({ id, fields: { code, name } })),
  INITIATIVE: statement(Initiative, ({ id, slug, title }) => ({ id, fields: { slug, title } })),
  PROGRAMME: statement(GrantProgramme, (programme) => {
    const { id, slug, code, title, description, website, status } = programme;
    const { openedOn, closedOn, currency } = programme;
    const fields = {
      slug,
      code,
      title,
      description,
      website,
      status,
      openedOn,
      closedOn,
      budget: decimalText(programme.budget),
      currency,
      funder: reference('PARTY', programme.funderId),
      manager: reference('PARTY', programme.managerId),
    };
    return { id, fields };
  }),
  SOURCE: statement(Source, (source) => ({ id: source.id, fields: sourceFields(source) })),
};

function statement<T>(
  entity: ClassOf<T>,
  of: (row: Columns<T>) => { readonly id: Sql; readonly fields: Readonly<Record<string, Sql>> },
): (ids: readonly string[]) => Sql {
  return (ids) => {
    const row = rows(entity);
    const { id, fields } = of(row);
    return sql`SELECT ${id} AS "id", ${jsonObject(fields)} AS "record" FROM ${from(row)} WHERE ${id} = ANY (${value(ids)}::uuid[])`;
  };
}

/**
 * In a statement for records: what has this id, or null. It is read once for many records (see `References`).
 * `fields` are added to it.
 */
export function reference(
  kind: ReferenceKind,
  id: Sql,
  fields: Readonly<Record<string, Sql>> = {},
): Sql {
  const object = jsonObject({ [KIND]: literal(kind), [ID]: id, ...fields });
  return sql`CASE WHEN ${id} IS NOT NULL THEN ${object} END`;
}

/** The sectors of a table of entries. */
export function sectorReferences<Entry>(
  entity: ClassOf<Entry>,
  owner: Owner,
  of: (entry: Columns<Entry>) => {
    readonly sectorId: Sql;
    readonly ownerId: Sql;
    readonly fields?: Readonly<Record<string, Sql>>;
  },
): Sql {
  const entry = rows(entity);
  const sector = rows(Sector);
  const { sectorId, ownerId, fields } = of(entry);
  const { id, scheme, code } = sector;
  return rareList(entry, ownerId, owner, {
    element: reference('SECTOR', sectorId, fields),
    order: sql`(SELECT ROW(${scheme}, ${code}) FROM ${from(sector)} WHERE ${id} = ${sectorId})`,
  });
}

/** The source of a record as a column, with the position in it. */
export function sourceColumns({
  sourceId,
  sourcePointer,
}: {
  readonly sourceId: Sql;
  readonly sourcePointer: Sql;
}): { readonly source: Sql; readonly sourcePointer: Sql } {
  return { source: reference('SOURCE', sourceId), sourcePointer };
}

/** A place in a record where a reference stands. */
interface Place {
  readonly holder: Record<string, unknown>;
  readonly name: string;
  readonly kind: ReferenceKind;
  readonly id: string;
  readonly fields: object;
}

/** Puts what records refer to in its place. */
export class References {
  readonly #read: (statement: Sql) => Promise<readonly Row[]>;
  readonly #kept = new Map<ReferenceKind, LRUCache<string, object>>();

  constructor(read: (statement: Sql) => Promise<readonly Row[]>) {
    this.#read = read;
  }

  /** Resolves the references in rows that were just read, in place. */
  async resolve(rows: readonly object[]): Promise<void> {
    const places: Place[] = [];
    for (const row of rows) collect(row as Record<string, unknown>, places);
    const found = await this.#find(places);
    for (const { holder, name, kind, id, fields } of places) {
      const record = found.get(kind)?.get(id);
      if (record === undefined) throw new Error(`A ${kind} is gone: ${id}.`);
      holder[name] = Object.keys(fields).length === 0 ? record : { ...record, ...fields };
    }
  }

  async #find(places: readonly Place[]): Promise<Map<ReferenceKind, Map<string, object>>> {
    const ids = new Map<ReferenceKind, Set<string>>();
    for (const { kind, id } of places) {
      const ofKind = ids.get(kind);
      if (ofKind === undefined) ids.set(kind, new Set([id]));
      else ofKind.add(id);
    }
    const found = new Map<ReferenceKind, Map<string, object>>();
    for (const [kind, ofKind] of ids) found.set(kind, await this.#findOf(kind, ofKind));
    return found;
  }

  async #findOf(kind: ReferenceKind, ids: ReadonlySet<string>): Promise<Map<string, object>> {
    const kept = this.#kept.get(kind) ?? new LRUCache<string, object>({ max: MAX_KEPT });
    this.#kept.set(kind, kept);
    const found = new Map<string, object>();
    const missing: string[] = [];
    for (const id of ids) {
      const record = kept.get(id);
      if (record === undefined) missing.push(id);
      else found.set(id, record);
    }
    if (missing.length === 0) return found;
    const read = await this.#read(STATEMENTS[kind](missing));
    await this.resolve(read.map(({ record }) => record as object));
    for (const { id, record } of read) {
      kept.set(id as string, record as object);
      found.set(id as string, record as object);
    }
    return found;
  }
}

function collect(holder: Record<string, unknown>, places: Place[]): void {
  for (const [name, part] of Object.entries(holder)) {
    if (typeof part !== 'object' || part === null) continue;
    const object = part as Record<string, unknown>;
    if (!(KIND in object)) {
      collect(object, places);
      continue;
    }
    const { [KIND]: kind, [ID]: id, ...fields } = object;
    places.push({ holder, name, kind: kind as ReferenceKind, id: id as string, fields });
    collect(fields, places);
  }
}
