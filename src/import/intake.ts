import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { removeOthers, storeRows, type Stored } from '../data-set/store.js';
import { charactersOf } from './characters.js';
import { LIMITS } from './limits.js';
import { OrganizationFinder, type OrganizationMention, type SlugWish } from './organizations.js';
import { placeText, type Place, type Report } from './report.js';

/** How many rows of all tables a run has stored. */
export interface StoredRows {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Rows in parts that a statement can hold: records share texts, as the grants of an activity do. */
function* statementsOf<Row extends object>(rows: readonly Row[]): Generator<Row[]> {
  let part: Row[] = [];
  let characters = 0;
  for (const row of rows) {
    part.push(row);
    characters += charactersOf(row);
    if (part.length < LIMITS.rowsAStatement && characters < LIMITS.charactersABatch) continue;
    yield part;
    part = [];
    characters = 0;
  }
  if (part.length > 0) yield part;
}

const slugsOf = ({ id, candidates }: SlugWish) => [
  ...candidates,
  `${candidates[0] ?? 'new'}-${id.slice(-12)}`,
];

/** What a format stores through, within the transaction of the run. */
export class Intake {
  readonly manager: EntityManager;
  readonly report: Report;
  /** The slug of the data set: its identity, for ids of what is known only within it. */
  readonly dataSet: string;
  readonly sourceId: string;
  readonly #organizations = new OrganizationFinder(this);
  readonly #sectors = new Map<string, string | null>();
  readonly #regions = new Map<string, string | null>();
  readonly #counts = { inserted: 0, updated: 0, unchanged: 0, removed: 0 };

  constructor(
    manager: EntityManager,
    report: Report,
    dataSet: { readonly slug: string; readonly id: string },
  ) {
    this.manager = manager;
    this.report = report;
    this.dataSet = dataSet.slug;
    this.sourceId = dataSet.id;
  }

  get rows(): StoredRows {
    return this.#counts;
  }

  /** Where a row comes from: the columns of every `Sourced` entity. */
  sourced(place: Place): { readonly sourceId: string; readonly sourcePointer: string | null } {
    return { sourceId: this.sourceId, sourcePointer: placeText(place) };
  }

  /**
   * Stores rows by the properties of their entity; what is there already is brought up to date, and a
   * property that a row does not have is left as it is. Of several rows with one key the last is taken.
   */
  async store<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: readonly Partial<Entity>[],
  ): Promise<void> {
    for await (const stored of this.#storeParts(entity, rows)) this.#count(stored);
  }

  /** Stores what else is known of rows that have just been made, and so are counted already. */
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
   * Stores what records have a list of, such as the recipients of a grant: each list is whole, so what
   * the database has besides goes. `owners` are the ids of all records whose lists these are, with
   * those that are empty now; `property` is what says whose a row is. All rows have all properties.
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
        throw new Error(`A row is of ${String(row[property])}, which is no owner.`);
      list.push(row);
    }
    for (const part of statementsOf([...lists])) {
      const ids = part.map(([id]) => String(id));
      const rowsNow = part.flatMap(([, list]) => list);
      const gone = await removeOthers(this.manager, entity, rowsNow, { property, ids });
      const stored = await storeRows(this.manager, entity, rowsNow);
      this.#count({
        inserted: stored.inserted - gone.changed,
        updated: stored.updated + gone.changed,
        unchanged: stored.unchanged,
      });
      this.#counts.removed += gone.removed;
    }
  }

  /** Takes away, of some owners, the rows with other ids than these. */
  async removeOthers(
    entity: EntityTarget<ObjectLiteral>,
    property: string,
    owners: readonly string[],
    ids: readonly string[],
  ): Promise<void> {
    const { tableName, columns } = this.manager.dataSource.getMetadata(entity);
    const owner = columns.find(({ propertyName }) => propertyName === property);
    if (owner === undefined) throw new Error(`${tableName} has no property ${property}.`);
    const gone = await this.manager.query<unknown[]>(
      `WITH gone AS (
         DELETE FROM "${tableName}" WHERE "${owner.databaseName}" = ANY($1::uuid[]) AND id <> ALL($2::uuid[])
         RETURNING id
       ) SELECT id FROM gone`,
      [owners, ids],
    );
    this.#counts.removed += gone.length;
  }

  /**
   * The ids of what is here from the very source that a record names as its own: the record has been
   * exported from a graph, and is a copy that says nothing new. They are to stay as they are.
   */
  async copies(
    table: 'organization' | 'initiative' | 'grant' | 'grant_programme',
    records: readonly { readonly id: string; readonly source: string | null }[],
  ): Promise<ReadonlySet<string>> {
    const rows = await this.manager.query<{ id: string }[]>(
      `SELECT t.id FROM unnest($1::uuid[], $2::text[]) AS r(id, slug)
       JOIN "${table}" t ON t.id = r.id JOIN source s ON s.id = t.source_id AND s.slug = r.slug`,
      [records.map(({ id }) => id), records.map(({ source }) => source)],
    );
    this.report.copies += rows.length;
    return new Set(rows.map(({ id }) => id));
  }

  /** The ids of organisations as records name them; null where one has neither identifier nor name. */
  organizations(mentions: readonly OrganizationMention[]): Promise<(string | null)[]> {
    return this.#organizations.find(mentions);
  }

  /** The ids of those that the last call of `organizations` has made. */
  get organizationsJustMade(): ReadonlySet<string> {
    return this.#organizations.justMade;
  }

  /**
   * A slug for each id: the one it has in the table, or else the first of its candidates that nobody
   * has; where all are taken, the first with the end of the id.
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

  /** The ids of sectors by `SCHEME:code`, such as `DAC:32130`; those that nobody knows are not there. */
  sectors(keys: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    return this.#lookUp(keys, this.#sectors, `scheme || ':' || code`, 'sector');
  }

  /** Sectors that have just been made: those that nobody knew are remembered as such. */
  rememberSectors(ids: ReadonlyMap<string, string>): void {
    for (const [key, id] of ids) this.#sectors.set(key, id);
  }

  /** The ids of regions by their NUTS codes; those that nobody knows are not there. */
  regions(codes: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    return this.#lookUp(codes, this.#regions, 'code', 'region');
  }

  async #lookUp(
    keys: Iterable<string>,
    known: Map<string, string | null>,
    key: string,
    table: string,
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(keys)];
    const unknown = wanted.filter((each) => !known.has(each));
    if (known.size + unknown.length > 100_000) known.clear();
    if (unknown.length > 0) {
      const rows = await this.manager.query<{ key: string; id: string }[]>(
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

  /** Rows by the properties that they have, and each key once: what one statement can store. */
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
