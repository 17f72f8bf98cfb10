import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
  selectOf,
  sourceOf,
  type CopiedTable,
  type Sort,
} from './copied-tables.js';
import { decimalTypes, fits, measureDigits, type Digits } from './decimal-types.js';

/** Each takes all processors that there are, and a thread that reads files too. */
const READS_AT_ONCE = 2;

/** So many rows may have been exchanged; what was there before them still takes memory. */
const MAX_EXCHANGED = 100_000;

const TYPES = { uuid: 'UUID', text: 'VARCHAR', texts: 'VARCHAR', boolean: 'BOOLEAN' } as const;

const ALL = 'ALL';

/** A table with its rows in a file, all or those with some keys. */
interface Part {
  readonly table: CopiedTable;
  readonly keys: readonly string[] | typeof ALL;
  readonly file: string;
}

/** The data of one version, column by column in memory: counting goes through what it asks for alone. */
export class ColumnCopy {
  #version: string;
  #snapshot: string;
  #exchanged = 0;
  readonly #instance: DuckDBInstance;
  /** The only one that is ever looked into. */
  readonly #folder: string;
  readonly #digits: Digits;
  readonly #limit = pLimit(READS_AT_ONCE);
  readonly #reading = new Set<Promise<unknown>>();

  private constructor(
    { version, snapshot }: Copies,
    instance: DuckDBInstance,
    folder: string,
    digits: Digits,
  ) {
    this.#version = version;
    this.#snapshot = snapshot;
    this.#instance = instance;
    this.#folder = folder;
    this.#digits = digits;
  }

  get version(): string {
    return this.#version;
  }

  /** Copies the data, by way of files in a folder of its own. */
  static async make(copies: Copies, signal: AbortSignal): Promise<ColumnCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'scan-graph-columns-'));
    // What does not find room in memory is refused rather than written to the working folder.
    const instance = await DuckDBInstance.create(':memory:', { temp_directory: '' });
    try {
      const digits = await fill(instance, copies, folder, signal);
      return new ColumnCopy(copies, instance, folder, digits);
    } catch (error) {
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Takes over what has changed since; false if it cannot, and another copy has to be made. */
  async follow(copies: Copies, signal: AbortSignal): Promise<boolean> {
    const changes = await copies.changesSince(this.#snapshot);
    const changed = COPIED_TABLES.flatMap((table) => {
      const keys = changes.get(sourceOf(table));
      return keys === undefined ? [] : [{ table, keys }];
    });
    if (changed.some(({ table, keys }) => table.key !== undefined && keys === ALL)) return false;
    const isDone = await inFiles(changed, copies, this.#folder, signal, (parts) =>
      this.#takeOver(parts),
    );
    if (!isDone) return false;
    this.#version = copies.version;
    this.#snapshot = copies.snapshot;
    return this.#exchanged <= MAX_EXCHANGED;
  }

  async #takeOver(parts: readonly Part[]): Promise<boolean> {
    const connection = await this.#instance.connect();
    try {
      await connection.run('USE "data"');
      if (!fits(await measureDigits(connection, parts.map(asTexts)), this.#digits)) return false;
      await connection.run('BEGIN');
      for (const part of parts) await this.#exchange(connection, part);
      await connection.run('COMMIT');
      return true;
    } finally {
      connection.closeSync();
    }
  }

  async #exchange(connection: DuckDBConnection, part: Part): Promise<void> {
    const { name, key } = part.table;
    const types = { ...TYPES, ...decimalTypes(this.#digits) };
    const { rowsChanged } =
      part.keys === ALL || key === undefined
        ? await connection.run(`DELETE FROM "${name}"`)
        : await connection.run(
            `DELETE FROM "${name}" WHERE "${key}" IN (SELECT unnest($1::uuid[]))`,
            ...bound([part.keys]),
          );
    await connection.run(`INSERT INTO "${name}" ${rowsIn(part, types)}`);
    this.#exchanged += rowsChanged;
  }

  /** The rows of a statement, as the driver of PostgreSQL would give them; stops when the signal aborts. */
  read(
    text: string,
    values: readonly unknown[],
    timeoutMs: number,
    signal: AbortSignal,
  ): Promise<readonly Row[]> {
    const rows = this.#limit(async () => {
      signal.throwIfAborted();
      const connection = await this.#instance.connect();
      const interrupt = () => {
        connection.interrupt();
      };
      const timer = setTimeout(interrupt, timeoutMs);
      signal.addEventListener('abort', interrupt);
      try {
        await connection.run('USE "data"');
        const reader = await connection.runAndReadAll(text, ...bound(values));
        return reader.getRowObjectsJson();
      } catch (error) {
        signal.throwIfAborted();
        throw /interrupt/i.test((error as Error).message) ? tookTooLong(timeoutMs) : error;
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', interrupt);
        connection.closeSync();
      }
    });
    const ended: Promise<unknown> = rows.then(
      () => this.#reading.delete(ended),
      () => this.#reading.delete(ended),
    );
    this.#reading.add(ended);
    return rows;
  }

  /** Gives the memory back as soon as nobody reads any more. */
  async close(): Promise<void> {
    while (this.#reading.size > 0) await Promise.all(this.#reading);
    this.#instance.closeSync();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Makes all tables; returns how many digits their numbers have. */
async function fill(
  instance: DuckDBInstance,
  copies: Copies,
  folder: string,
  signal: AbortSignal,
): Promise<Digits> {
  const connection = await instance.connect();
  try {
    await connection.run(`SET allowed_directories = [${quoted(folder)}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    await connection.run(`ATTACH ':memory:' AS "data" (COMPRESS)`);
    await connection.run('USE "data"');
    const all = COPIED_TABLES.map((table) => ({ table, keys: ALL }) as const);
    return await inFiles(all, copies, folder, signal, async (parts) => {
      const digits = await measureDigits(connection, parts.map(asTexts));
      const types = { ...TYPES, ...decimalTypes(digits) };
      for (const part of parts) {
        await connection.run(`CREATE TABLE "${part.table.name}" AS ${rowsIn(part, types)}`);
      }
      for (const definition of FUNCTIONS) await connection.run(`CREATE MACRO ${definition}`);
      return digits;
    });
  } finally {
    connection.closeSync();
  }
}

/** Has the rows written to files, for as long as they are used. */
async function inFiles<T>(
  wanted: readonly Omit<Part, 'file'>[],
  copies: Copies,
  folder: string,
  signal: AbortSignal,
  use: (parts: readonly Part[]) => Promise<T>,
): Promise<T> {
  const parts = wanted.map((one) => ({ ...one, file: join(folder, `${one.table.name}.csv`) }));
  try {
    for (const { table, keys, file } of parts) {
      await copies.toFile(selectOf(table, keys), file, signal);
    }
    return await use(parts);
  } finally {
    await Promise.all(parts.map(({ file }) => rm(file, { force: true })));
  }
}

const quoted = (text: string) => `'${text.replaceAll(`'`, `''`)}'`;

/** The rows of a file, its columns of these types. */
function readFile({ table, file }: Part, typeOf: (sort: Sort) => string): string {
  const columns = Object.entries(table.columns).map(
    ([name, sort]) => `'${name}': '${typeOf(sort)}'`,
  );
  return `read_csv(${quoted(file)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
    nullstr = '', allow_quoted_nulls = false, columns = {${columns.join(', ')}})`;
}

function rowsIn(part: Part, types: Readonly<Record<Sort, string>>): string {
  const selected = Object.entries(part.table.columns).map(([name, sort]) =>
    sort === 'texts' ? `string_split(nullif("${name}", ''), ',') AS "${name}"` : `"${name}"`,
  );
  return `SELECT ${selected.join(', ')} FROM ${readFile(part, (sort) => types[sort])}`;
}

function asTexts(part: Part): { readonly table: CopiedTable; readonly rows: string } {
  return { table: part.table, rows: readFile(part, () => 'VARCHAR') };
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
