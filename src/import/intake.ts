import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { removeOthers, storeRows, type Stored } from '../data-set/store.js';
import { ChangeFinder } from './changes.js';
import type { NewOrganization } from './same-names.js';
import { OrganizationFinder, slugsOf, type OrganizationMention } from './organizations.js';
import type { OnOrganization, SlugWish } from './organizations.js';
import { statementsOf } from './statements.js';
import { placeText, type Place, type Report } from './report.js';
import type { Id, OrganizationId, RegionId, SectorId, SourceId } from '../domain/ids.js';

/** The number of rows that a run has stored, in all tables. */
export interface StoredRows {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** A record that a run is about to store under an id that can be in use. */
export interface Claimed {
  readonly id: string;
  readonly place: Place;
  /** The heading or property that identifies it. */
  readonly field: string;
  readonly value: string;
}

/** The tables whose records belong to the data set that they come from. */
type OwnedTable =
  'organization' | 'initiative' | 'grant' | 'grant_programme' | 'partnership' | 'membership';

interface IntakeOptions {
  /** Whether the run replaces records of other data sets. */
  readonly replace?: boolean;
  /** Whether the run stores the other records if some have faults. */
  readonly skipFaulty?: boolean;
  readonly onOrganization?: OnOrganization | undefined;
}

/** Stores records for a format, within the transaction of the run. */
export class Intake {
  readonly manager: EntityManager;
  readonly report: Report;
  /** The slug of the data set; part of the ids of records that have no identity outside it. */
  readonly dataSet: string;
  readonly sourceId: SourceId;
  readonly #organizations: OrganizationFinder;
  readonly #sectors = new Map<string, SectorId | null>();
  readonly #regions = new Map<string, RegionId | null>();
  readonly #counts = { inserted: 0, updated: 0, unchanged: 0, removed: 0 };
  readonly changes: ChangeFinder;
  readonly #isReplacing: boolean;
  readonly isSkipping: boolean;
  /** The grants of this batch that are not stored yet. */
  #newGrants: ReadonlySet<string> = new Set();
  /** The ids of all grants in the file. */
  readonly #grantsSeen = new Set<string>();
  /** The organizations that the run has created. */
  readonly created: NewOrganization[] = [];

  constructor(
    manager: EntityManager,
    report: Report,
    dataSet: { readonly slug: string; readonly id: SourceId },
    { replace = false, skipFaulty = false, onOrganization }: IntakeOptions = {},
  ) {
    this.#organizations = new OrganizationFinder(this, onOrganization);
    this.manager = manager;
    this.changes = new ChangeFinder(manager, report.kept);
    this.#isReplacing = replace;
    this.isSkipping = skipFaulty;
    this.report = report;
    this.dataSet = dataSet.slug;
    this.sourceId = dataSet.id;
  }

  get rows(): StoredRows {
    return this.#counts;
  }

  /** The provenance columns of every `Sourced` entity. */
  sourced(place: Place): { readonly sourceId: SourceId; readonly sourcePointer: string | null } {
    return { sourceId: this.sourceId, sourcePointer: placeText(place) };
  }

  /**
   * Upserts rows by the properties of their entity. A property that a row does not have stays unchanged.
   * If several rows have the same key, the last one is stored.
   */
  async store<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: readonly Partial<Entity>[],
  ): Promise<void> {
    for await (const stored of this.#storeParts(entity, rows)) this.#count(stored);
  }

  /** Completes rows that have just been inserted, without counting them again. */
  async complete<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: readonly Partial<Entity>[],
  ): Promise<void> {
    for await (const stored of this.#storeParts(entity, rows))
      this.#count({ ...stored, updated: 0, unchanged: 0 });
  }

  async *#storeParts<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: readonly Partial<Entity>[],
  ): AsyncGenerator<Stored> {
    for (const alike of this.#alike(entity, rows)) {
      for (const part of statementsOf(alike)) yield storeRows(this.manager, entity, part);
    }
  }

  /**
   * Replaces lists that belong to records, such as the recipients of a grant: other rows of an owner are
   * deleted. `owners` has the ids of all records with such a list, including empty ones; `property` names
   * the owner of a row. All rows must have all properties.
   */
  async storeLists<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    property: keyof Entity & string,
    owners: readonly string[],
    rows: readonly Partial<Entity>[],
  ): Promise<void> {
    const lists = new Map<unknown, Partial<Entity>[]>(owners.map((id) => [id, []]));
    for (const row of this.#alike(entity, rows).flat()) {
      const list = lists.get(row[property]);
      if (list === undefined)
        throw new Error(`A row belongs to ${String(row[property])}, which is not in owners.`);
      list.push(row);
    }
    for (const part of statementsOf([...lists])) {
      // A new record has no rows to delete.
      const known = part.filter(([id]) => !this.#newGrants.has(String(id)));
      const ids = known.map(([id]) => String(id));
      const rowsNow = part.flatMap(([, list]) => list);
      const rowsOfKnown = known.flatMap(([, list]) => list);
      const gone = await removeOthers(this.manager, entity, rowsOfKnown, { property, ids });
      const stored = await storeRows(this.manager, entity, rowsNow);
      this.#count({
        inserted: stored.inserted - gone.changed,
        updated: stored.updated + gone.changed,
        unchanged: stored.unchanged,
      });
      this.#counts.removed += gone.removed;
      this.#noteRemoved(entity, property, gone.gone);
    }
  }

  #noteRemoved(
    entity: EntityTarget<ObjectLiteral>,
    property: string,
    rows: readonly object[],
  ): void {
    const { tableName, columns } = this.manager.dataSource.getMetadata(entity);
    const owner = columns.find(({ propertyName }) => propertyName === property);
    this.changes.removedRows(tableName, owner?.databaseName ?? 'id', rows);
  }

  /** Deletes the rows of some owners that have other ids than these. */
  async removeOthers(
    entity: EntityTarget<ObjectLiteral>,
    property: string,
    owners: readonly string[],
    ids: readonly string[],
  ): Promise<void> {
    const { tableName, columns } = this.manager.dataSource.getMetadata(entity);
    const owner = columns.find(({ propertyName }) => propertyName === property);
    if (owner === undefined) throw new Error(`${tableName} has no property ${property}.`);
    const gone = await this.manager.query<{ row: object }[]>(
      `WITH gone AS (
         DELETE FROM "${tableName}" t WHERE "${owner.databaseName}" = ANY($1::uuid[]) AND id <> ALL($2::uuid[])
         RETURNING to_jsonb(t) AS row
       ) SELECT row FROM gone`,
      [owners, ids],
    );
    this.#counts.removed += gone.length;
    this.changes.removedRows(
      tableName,
      owner.databaseName,
      gone.map(({ row }) => row),
    );
  }

  /** Notes the figures of grants that are about to be stored, so that the report can list what changes. */
  async watchGrants(ids: readonly string[]): Promise<void> {
    this.#newGrants = await this.changes.watch(ids);
  }

  /** Whether a grant of this batch is not stored yet. */
  isNewGrant(id: string): boolean {
    return this.#newGrants.has(id);
  }

  /** Notes that the file has these grants, stored or not. */
  seeGrants(ids: Iterable<string>): void {
    for (const id of ids) this.#grantsSeen.add(id);
  }

  /** The ids of the grants in the file so far. */
  get grantsSeen(): ReadonlySet<string> {
    return this.#grantsSeen;
  }

  /** The number of grants of this data set that are not in the file. */
  async countMissing(): Promise<number> {
    if (this.#grantsSeen.size === 0) return 0;
    const [row] = await this.manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "grant" WHERE source_id = $1 AND id <> ALL($2::uuid[])`,
      [this.sourceId, [...this.#grantsSeen]],
    );
    return row?.count ?? 0;
  }

  /** Deletes the grants of this data set that are not in the file. */
  async retireMissing(): Promise<void> {
    if (this.#grantsSeen.size === 0) return;
    const rows = await this.manager.query<{ id: string }[]>(
      `SELECT id FROM "grant" WHERE source_id = $1 AND id <> ALL($2::uuid[])`,
      [this.sourceId, [...this.#grantsSeen]],
    );
    await this.deleteGrants(rows.map(({ id }) => id));
  }

  /** Deletes grants; those that pass on their money stay, without a parent. */
  async deleteGrants(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.manager.query(
      `UPDATE "grant" SET parent_id = NULL WHERE parent_id = ANY($1::uuid[])`,
      [ids],
    );
    const gone = await this.manager.query<{ label: string; source: string }[]>(
      `WITH gone AS (DELETE FROM "grant" WHERE id = ANY($1::uuid[]) RETURNING *)
       SELECT 'grant ' || g.scheme || ' ' || g.identifier || ' (' || g.currency || ')' AS label, s.slug AS source
       FROM gone g JOIN source s ON s.id = g.source_id ORDER BY 1`,
      [ids],
    );
    this.#counts.removed += gone.length;
    for (const { label, source } of gone) {
      this.changes.add({ kind: 'REMOVED', record: label, detail: '', dataSet: source });
    }
  }

  /**
   * The ids of records that must not be stored, because they are of another data set and the run does not replace
   * records of others; each is a fault. Lists the records that it replaces.
   */
  async refuseOthers(table: OwnedTable, records: readonly Claimed[]): Promise<ReadonlySet<string>> {
    const rows = await this.manager.query<{ id: string; source: string }[]>(
      `SELECT t.id, s.slug AS source FROM "${table}" t JOIN source s ON s.id = t.source_id
       WHERE t.id = ANY($1::uuid[]) AND t.source_id <> $2`,
      [records.map(({ id }) => id), this.sourceId],
    );
    const sources = new Map(rows.map(({ id, source }) => [id, source]));
    const refused = new Set<string>();
    for (const { id, place, field, value } of records) {
      const dataSet = sources.get(id);
      if (dataSet === undefined) continue;
      if (this.replaces(`${table.replaceAll('_', ' ')} ${value}`, dataSet, place, field, value))
        continue;
      refused.add(id);
    }
    return refused;
  }

  /** Whether the run may replace a record of another data set; if not, it is a fault. */
  replaces(record: string, dataSet: string, place: Place, field: string, value: string): boolean {
    if (this.#isReplacing) {
      this.changes.add({ kind: 'REPLACED', record, detail: '', dataSet });
      return true;
    }
    this.report.fault(
      place,
      field,
      value,
      `is already stored from the data set '${dataSet}'; replace it with --replace, or keep it with --skip-faulty`,
    );
    return false;
  }

  /**
   * Returns the ids of stored records with the same source that an imported record names: it is an
   * exported copy with nothing new, so the stored record must stay unchanged.
   */
  async copies(
    table: 'organization' | 'initiative' | 'grant' | 'grant_programme',
    records: readonly { readonly id: string; readonly source: string | null }[],
  ): Promise<ReadonlySet<string>> {
    const exported = records.filter(({ source }) => source !== null);
    if (exported.length === 0) return new Set();
    const rows = await this.manager.query<{ id: string }[]>(
      `SELECT t.id FROM unnest($1::uuid[], $2::text[]) AS r(id, slug)
       JOIN "${table}" t ON t.id = r.id JOIN source s ON s.id = t.source_id AND s.slug = r.slug`,
      [exported.map(({ id }) => id), exported.map(({ source }) => source)],
    );
    this.report.copies += rows.length;
    return new Set(rows.map(({ id }) => id));
  }

  /** The ids of organizations; null for a mention with neither identifier nor name. */
  organizations(mentions: readonly OrganizationMention[]): Promise<(OrganizationId | null)[]> {
    return this.#organizations.find(mentions);
  }

  /** The ids of the organizations that the last call of `organizations` created. */
  get organizationsJustMade(): ReadonlySet<string> {
    return this.#organizations.justMade;
  }

  /**
   * Returns a slug for each id: the stored one, or else the first candidate that is not in use; if all
   * are in use, the first candidate with the end of the id appended.
   */
  async slugs(
    table: 'organization' | 'grant_programme' | 'initiative' | 'partnership',
    wanted: readonly SlugWish[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await this.manager.query<{ id: string; slug: string }[]>(
      `SELECT id, slug FROM "${table}" WHERE id = ANY($1::uuid[]) OR slug = ANY($2::text[])
       UNION ALL SELECT absorbed_id, absorbed_slug FROM organization_merge
       WHERE $3 AND absorbed_slug = ANY($2::text[])`,
      [wanted.map(({ id }) => id), wanted.flatMap(slugsOf), table === 'organization'],
    );
    const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
    const taken = new Set(slugs.values());
    for (const wish of wanted) {
      if (slugs.has(wish.id)) continue;
      const all = slugsOf(wish);
      const slug = all.find((each) => !taken.has(each)) ?? all.at(-1) ?? wish.id;
      taken.add(slug);
      slugs.set(wish.id, slug);
    }
    return slugs;
  }

  /** The ids of sectors by `SCHEME:code`, such as `DAC:32130`, without unknown ones. */
  sectors(keys: Iterable<string>): Promise<ReadonlyMap<string, SectorId>> {
    return this.#lookUp(keys, this.#sectors, `scheme || ':' || code`, 'sector');
  }

  /** Caches sectors that have just been created, because unknown keys are cached too. */
  cacheSectors(ids: ReadonlyMap<string, SectorId>): void {
    for (const [key, id] of ids) this.#sectors.set(key, id);
  }

  /** The ids of regions by NUTS code, without unknown ones. */
  regions(codes: Iterable<string>): Promise<ReadonlyMap<string, RegionId>> {
    return this.#lookUp(codes, this.#regions, 'code', 'region');
  }

  async #lookUp<Kind extends 'Sector' | 'Region'>(
    keys: Iterable<string>,
    known: Map<string, Id<Kind> | null>,
    key: string,
    table: Lowercase<Kind>,
  ): Promise<ReadonlyMap<string, Id<Kind>>> {
    const wanted = [...new Set(keys)];
    const unknown = wanted.filter((each) => !known.has(each));
    if (known.size + unknown.length > 100_000) known.clear();
    if (unknown.length > 0) {
      const rows = await this.manager.query<{ key: string; id: Id<Kind> }[]>(
        `SELECT ${key} AS key, id FROM ${table} WHERE ${key} = ANY($1::text[])`,
        [unknown],
      );
      for (const each of unknown) known.set(each, null);
      for (const { key: found, id } of rows) known.set(found, id);
    }
    return new Map(
      wanted.flatMap((each) => {
        const id = known.get(each);
        return id == null ? [] : [[each, id] as const];
      }),
    );
  }

  /** Groups rows by the properties that they have, with each key once, so that one statement can store a group. */
  #alike<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: readonly Partial<Entity>[],
  ): Partial<Entity>[][] {
    const { primaryColumns } = this.manager.dataSource.getMetadata(entity);
    const byProperties = new Map<string, Map<string, Partial<Entity>>>();
    for (const row of rows) {
      const properties = Object.keys(row).sort().join();
      const key = JSON.stringify(
        primaryColumns.map(({ propertyName }) => row[propertyName] as unknown),
      );
      const alike = byProperties.get(properties) ?? new Map<string, Partial<Entity>>();
      byProperties.set(properties, alike.set(key, row));
    }
    return [...byProperties.values()].map((alike) => [...alike.values()]);
  }

  #count(stored: Omit<StoredRows, 'removed'>): void {
    this.#counts.inserted += stored.inserted;
    this.#counts.updated += stored.updated;
    this.#counts.unchanged += stored.unchanged;
  }
}
