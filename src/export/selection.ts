import { ahead } from '../ahead.js';
import type { LongRead } from '../database/long-read.js';
import { commonTable, from, rows, withTables, type AnyColumns } from '../fields/columns.js';
import { filterSql } from '../fields/filter.js';
import type { Row } from '../fields/row.js';
import { and, join, sql, value, type Sql } from '../fields/sql.js';
import type { Tables } from '../fields/tables.js';
import type { FilterValues } from './filter.js';
import { KINDS, type KindRecords, type RowKindName } from './kinds.js';
import { sources, type SourceRecord } from './records/parts.js';
import { References } from './records/references.js';

/** The number of records in memory at once, each with everything that belongs to it. */
const BATCH_SIZE = 200;
/** The number of ids in memory at once. */
const IDS_AT_ONCE = 20 * BATCH_SIZE;

/** The selected records of a kind, read in batches on demand. */
export class Selection<Name extends RowKindName = RowKindName> {
  readonly kind: Name;
  readonly #filter: FilterValues;
  readonly #tables: Tables;
  readonly #longRead: LongRead;
  readonly #references = new References((statement) => this.#read(statement));

  constructor(kind: Name, filter: FilterValues, tables: Tables, longRead: LongRead) {
    this.kind = kind;
    this.#filter = filter;
    this.#tables = tables;
    this.#longRead = longRead;
  }

  /** The number of records, and the sources of everything in them. */
  async survey(): Promise<{ readonly count: number; readonly sources: readonly SourceRecord[] }> {
    const { records, furtherSources } = KINDS[this.kind];
    const { row, where } = this.#selected();
    const own = records(row);
    const chosen = commonTable(
      { id: own.id, sourceId: own.sourceId },
      sql`FROM ${from(row)} ${own.join} WHERE ${where}`,
    );
    const [counted, first, named] = [chosen.rows(), chosen.rows(), chosen.rows()];
    const sourceIds = [
      sql`SELECT ${first.sourceId} FROM ${from(first)}`,
      ...furtherSources(sql`SELECT ${named.id} FROM ${from(named)}`),
    ];
    const [found] = await this.#read(
      withTables(
        [chosen],
        sql`SELECT (SELECT count(*)::int FROM ${from(counted)}) AS "count", ${sources(join(sourceIds, ' UNION '))} AS "sources"`,
      ),
    );
    return found as Row & { count: number; sources: readonly SourceRecord[] };
  }

  /** Each batch is read while what the one before refers to is found, and that one is written. */
  records(): AsyncGenerator<readonly KindRecords[Name][]> {
    return ahead(this.#resolved(ahead(this.#unresolved())));
  }

  async *#resolved(
    batches: AsyncGenerator<readonly Row[]>,
  ): AsyncGenerator<readonly KindRecords[Name][]> {
    for await (const found of batches) {
      await this.#references.resolve(found);
      yield found as readonly (Row & KindRecords[Name])[];
    }
  }

  async *#unresolved(): AsyncGenerator<readonly Row[]> {
    const { records, read } = KINDS[this.kind];
    const { row, where } = this.#selected();
    const { id, join: joined, order } = records(row);
    const ids = sql`SELECT ${id} AS id FROM ${from(row)} ${joined} WHERE ${where} ORDER BY ${order}`;
    for await (const found of this.batches(ids, IDS_AT_ONCE)) {
      for (let start = 0; start < found.length; start += BATCH_SIZE) {
        const batch = found.slice(start, start + BATCH_SIZE);
        yield await this.#readAll(
          read,
          batch.map((each) => each.id as string),
        );
      }
    }
  }

  /** Reads the rows of a statement in batches. */
  batches(statement: Sql, size: number): AsyncGenerator<readonly Row[]> {
    const { text, values } = this.#tables.render(statement);
    return this.#longRead.batches(text, values, size);
  }

  async recordsOf<R>(read: (ids: Sql) => Sql, ids: readonly string[]): Promise<readonly R[]> {
    const found = await this.#readAll(read, ids);
    await this.#references.resolve(found);
    return found as readonly (Row & R)[];
  }

  #readAll(read: (ids: Sql) => Sql, ids: readonly string[]): Promise<readonly Row[]> {
    return this.#read(read(sql`${value(ids)}::uuid[]`));
  }

  /** A statement on the rows that the filter selects, and the condition that selects them. */
  select(statement: (row: AnyColumns, where: Sql) => Sql): Sql {
    const { row, where } = this.#selected();
    return statement(row, where);
  }

  #selected(): { readonly row: AnyColumns; readonly where: Sql } {
    const { entity, filter } = KINDS[this.kind];
    const row = rows(entity) as AnyColumns;
    return { row, where: and(filterSql(filter, this.#filter, row)) };
  }

  #read(statement: Sql): Promise<readonly Row[]> {
    const { text, values } = this.#tables.render(statement);
    return this.#longRead.read(text, values);
  }
}
