import { join } from 'node:path';
import {
  DuckDBInstance,
  LIST,
  listValue,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import pLimit from 'p-limit';
import type { Copies } from '../database/copies.js';
import { tookTooLong } from '../database/readers.js';
import type { Row } from '../graph/row.js';
import {
  COPIED_TABLES,
  FUNCTIONS,
  sourceOf,
  type CopiedTable,
  type Sort,
} from './copied-tables.js';

/** Each takes all processors that there are, and a thread that reads files too. */
const READS_AT_ONCE = 2;
/** More digits than that DuckDB cannot count exactly, and up to this many it counts fast. */
const MAX_DIGITS = 38;
const FAST_DIGITS = 18;

/** The data of one version, column by column in memory: counting goes through what it asks for alone. */
export class ColumnCopy {
  readonly version: string;
  readonly #instance: DuckDBInstance;
  readonly #limit = pLimit(READS_AT_ONCE);

  private constructor(version: string, instance: DuckDBInstance) {
    this.version = version;
    this.#instance = instance;
  }

  /** Copies the data, by way of files in the folder. */
  static async make(copies: Copies, folder: string, signal: AbortSignal): Promise<ColumnCopy> {
    // What does not find room in memory is refused rather than written to the working folder.
    const instance = await DuckDBInstance.create(':memory:', { temp_directory: '' });
    const connection = await instance.connect();
    try {
      await connection.run(`ATTACH ':memory:' AS "data" (COMPRESS)`);
      await connection.run('USE "data"');
      const file = ({ name }: CopiedTable) => join(folder, `${name}.csv`);
      for (const table of COPIED_TABLES) await copies.toFile(sourceOf(table), file(table), signal);
      const types = {
        ...TYPES,
        amount: await decimalFor('amount', connection, file),
        percentage: await decimalFor('percentage', connection, file),
      };
      for (const table of COPIED_TABLES) await load(connection, table, file(table), types);
      for (const definition of FUNCTIONS) await connection.run(`CREATE MACRO ${definition}`);
      // From here on it is read, and nothing else of this machine.
      await connection.run('SET enable_external_access = false');
      await connection.run('SET lock_configuration = true');
      return new ColumnCopy(copies.version, instance);
    } catch (error) {
      instance.closeSync();
      throw error;
    } finally {
      connection.closeSync();
    }
  }

  /** The rows of a statement, as the driver of PostgreSQL would give them. */
  read(text: string, values: readonly unknown[], timeoutMs: number): Promise<readonly Row[]> {
    return this.#limit(async () => {
      const connection = await this.#instance.connect();
      const timer = setTimeout(() => {
        connection.interrupt();
      }, timeoutMs);
      try {
        await connection.run('USE "data"');
        const reader = await connection.runAndReadAll(text, ...bound(values));
        return reader.getRowObjectsJson();
      } catch (error) {
        throw /interrupt/i.test((error as Error).message) ? tookTooLong(timeoutMs) : error;
      } finally {
        clearTimeout(timer);
        connection.closeSync();
      }
    });
  }

  /** Gives the memory back as soon as nobody reads any more. */
  async close(): Promise<void> {
    while (this.#limit.activeCount + this.#limit.pendingCount > 0) await this.#limit(() => null);
    this.#instance.closeSync();
  }
}

const TYPES = { uuid: 'UUID', text: 'VARCHAR', texts: 'VARCHAR', boolean: 'BOOLEAN' } as const;

/** The rows of a file, its columns of these types. */
function rowsOf(table: CopiedTable, file: string, typeOf: (sort: Sort) => string): string {
  const columns = Object.entries(table.columns).map(
    ([name, sort]) => `'${name}': '${typeOf(sort)}'`,
  );
  return `read_csv('${file.replaceAll(`'`, `''`)}', auto_detect = false, header = false, delim = ',',
    quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false,
    columns = {${columns.join(', ')}})`;
}

async function load(
  connection: DuckDBConnection,
  table: CopiedTable,
  file: string,
  types: Readonly<Record<Sort, string>>,
): Promise<void> {
  const selected = Object.entries(table.columns).map(([name, sort]) =>
    sort === 'texts' ? `string_split(nullif("${name}", ''), ',') AS "${name}"` : `"${name}"`,
  );
  await connection.run(
    `CREATE TABLE "${table.name}" AS SELECT ${selected.join(', ')} FROM ${rowsOf(table, file, (sort) => types[sort])}`,
  );
}

/**
 * One type in which every number of a sort stands exactly. It must be one: where DuckDB puts together
 * numbers of several types, it rounds what would be too long.
 */
async function decimalFor(
  sort: Sort,
  connection: DuckDBConnection,
  file: (table: CopiedTable) => string,
): Promise<string> {
  let before = 1;
  let after = 0;
  for (const table of COPIED_TABLES) {
    const columns = Object.keys(table.columns).filter((name) => table.columns[name] === sort);
    if (columns.length === 0) continue;
    const longest = (part: number) =>
      `greatest(${columns.map((name) => `max(length(split_part(ltrim("${name}", '-'), '.', ${String(part)})))`).join(', ')}, 0)::int`;
    const reader = await connection.runAndReadAll(
      `SELECT ${longest(1)}, ${longest(2)} FROM ${rowsOf(table, file(table), () => 'VARCHAR')}`,
    );
    const [[ownBefore, ownAfter]] = reader.getRows() as [[number, number]];
    before = Math.max(before, ownBefore);
    after = Math.max(after, ownAfter);
  }
  if (before + after > MAX_DIGITS) {
    throw new Error(`to hold every ${sort}, more than ${String(MAX_DIGITS)} digits are needed`);
  }
  return `DECIMAL(${String(before + after <= FAST_DIGITS ? FAST_DIGITS : MAX_DIGITS)}, ${String(after)})`;
}

/** The values by their numbers, and the types of lists: all are lists of texts, and the statement says what of. */
function bound(
  values: readonly unknown[],
): [Record<string, DuckDBValue>, Record<string, DuckDBType>] {
  const numbered = values.map((value, index) => [String(index + 1), value] as const);
  return [
    Object.fromEntries(
      numbered.map(([number, value]) => [
        number,
        Array.isArray(value) ? listValue(value.map(String)) : (value as DuckDBValue),
      ]),
    ),
    Object.fromEntries(
      numbered.flatMap(([number, value]) =>
        Array.isArray(value) ? [[number, LIST(VARCHAR)]] : [],
      ),
    ),
  ];
}
