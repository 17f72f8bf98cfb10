import type { LongRead } from '../database/long-read.js';
import { filterConditions } from '../graph/page-statement.js';
import type { Row } from '../graph/row.js';
import { Statement } from '../graph/statement.js';
import type { Tables } from '../graph/tables.js';
import type { FilterValues } from './filter.js';
import { KINDS, type Kind, type KindRecords, type RowKindName } from './kinds.js';
import { LIST, SOURCE_JSON, type SourceRecord } from './records/parts.js';

/** The number of records in memory at once, each with everything that belongs to it. */
const BATCH_SIZE = 200;

const ROWS: NonNullable<Kind['of']> = { alias: 't', join: '' };

/** The selected records of a kind, read in batches on demand. */
export class Selection<Name extends RowKindName = RowKindName> {
  readonly kind: Name;
  readonly #filter: FilterValues;
  readonly #tables: Tables;
  readonly #longRead: LongRead;

  constructor(kind: Name, filter: FilterValues, tables: Tables, longRead: LongRead) {
    this.kind = kind;
    this.#filter = filter;
    this.#tables = tables;
    this.#longRead = longRead;
  }

  /** The number of records, and the sources of everything in them. */
  async survey(): Promise<{ readonly count: number; readonly sources: readonly SourceRecord[] }> {
    const { furtherSources, of = ROWS } = KINDS[this.kind];
    const { text, values } = this.chosen(`${of.alias}.id, ${of.alias}.source_id`, of.join);
    const sources = ['SELECT c.source_id FROM c', ...furtherSources].join(' UNION ');
    const [row] = await this.#longRead.read(
      `WITH c AS (${text})
       SELECT (SELECT count(*)::int FROM c) AS "count",
         ${LIST(SOURCE_JSON('s'), `source s WHERE s.id IN (${sources})`, 's.slug')} AS "sources"`,
      values,
    );
    return row as unknown as { count: number; sources: readonly SourceRecord[] };
  }

  async *records(): AsyncGenerator<readonly KindRecords[Name][]> {
    const { order, records, of = ROWS } = KINDS[this.kind];
    const { text, values } = this.chosen(`${of.alias}.id`, of.join);
    for await (const rows of this.batches(`${text} ORDER BY ${order}`, values, BATCH_SIZE)) {
      yield await this.recordsOf(
        records,
        rows.map(({ id }) => id as string),
      );
    }
  }

  /** Reads the rows of a statement on the selected records, in batches. */
  batches(text: string, values: readonly unknown[], size: number) {
    return this.#longRead.batches(text, values, size);
  }

  async recordsOf<R>(statement: string, ids: readonly string[]): Promise<readonly R[]> {
    const rows: readonly Row[] = await this.#longRead.read(statement, [ids]);
    return rows as unknown as readonly R[];
  }

  /** The statement for the selected rows `t`, without an order. */
  chosen(
    columns: string,
    join = '',
  ): { readonly text: string; readonly values: readonly unknown[] } {
    const { rows, filter } = KINDS[this.kind];
    const statement = new Statement();
    const conditions = filterConditions(filter, this.#filter, statement);
    const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    return {
      text: `SELECT ${columns} FROM "${this.#tables.of(rows).name}" t ${join}${where}`,
      values: statement.values,
    };
  }
}
