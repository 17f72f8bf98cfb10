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
import { StatementTimeoutError } from '../database/errors.js';
import type { Row } from '../fields/row.js';
import {
  COPIED_TABLES,
  FUNCTIONS,
  selectsOf,
  sourceOf,
  type CopiedTable,
  type Sort,
} from './copied-tables.js';
import { decimalTypes, fits, measureDigits, type Digits } from './decimal-types.js';
import { ChangedMeanwhileError } from './errors.js';

/** The number of concurrent reads. Each uses all processors, and a thread for reading files. */
const READS_AT_ONCE = 2;

/** The maximum number of replaced rows. Their old versions still use memory. */
const MAX_EXCHANGED = 100_000;

const TYPES = { uuid: 'UUID', text: 'VARCHAR', texts: 'VARCHAR', boolean: 'BOOLEAN' } as const;

const ALL = 'ALL';

/** A table with a file of all its rows, or of the rows with some keys. */
interface Part {
  readonly table: CopiedTable;
  readonly keys: readonly string[] | typeof ALL;
  readonly file: string;
}

/** The data of one version in columnar form in memory, so that counting reads only the columns it needs. */
export class ColumnCopy {
  #version: string;
  #snapshot: string;
  #exchanged = 0;
  readonly #instance: DuckDBInstance;
  /** The only folder that DuckDB can read. */
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

  /** Copies the data through files in its own folder. */
  static async make(copies: Copies, signal: AbortSignal): Promise<ColumnCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'scan-graph-columns-'));
    // If memory is not enough, fail instead of spilling to the working folder.
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

  /**
   * Applies the changes since the last version; false if that is not possible and a new copy is needed. Throws a
   * ChangedMeanwhileError if there are new ones already.
   */
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

  /** Runs a statement; returns rows as the PostgreSQL driver would. Stops when the signal aborts. */
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
        const isInterrupted = /interrupt/i.test((error as Error).message);
        throw isInterrupted ? new StatementTimeoutError(timeoutMs) : error;
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

  /** Frees the memory after the last read has finished. */
  async close(): Promise<void> {
    while (this.#reading.size > 0) await Promise.all(this.#reading);
    this.#instance.closeSync();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Creates all tables; returns the digits of their numbers. */
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

/** Writes the rows to files, which are deleted after use. */
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
      await copies.toFile(selectsOf(table, keys, copies.parts), file, signal);
    }
    if (!(await copies.isConsistent())) throw new ChangedMeanwhileError();
    return await use(parts);
  } finally {
    await Promise.all(parts.map(({ file }) => rm(file, { force: true })));
  }
}

const quoted = (text: string) => `'${text.replaceAll(`'`, `''`)}'`;

/** The expression that reads the rows of a file with these column types. */
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

/** The values by number, and the types of lists. Lists contain text; the statement casts their elements. */
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
