import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { DATA_VERSION } from '../fields/data-version.js';

/** The changed rows by table: those with these keys, or all. */
export type Changes = ReadonlyMap<string, readonly string[] | 'ALL'>;

/** Copies many rows from a single snapshot of the database. */
export interface Copies {
  /** The version of the data, and the PostgreSQL snapshot from which changes are determined. */
  readonly version: string;
  readonly snapshot: string;
  /** The changes since a snapshot that is less than an hour old. */
  changesSince(snapshot: string): Promise<Changes>;
  /** Whether the table has at least this many rows. */
  hasRows(table: string, rows: number): Promise<boolean>;
  /** Writes the rows of a statement without values to a CSV file without headings. */
  toFile(select: string, file: string, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export type OpenCopies = () => Promise<Copies>;

const CHANGES = `SELECT table_name AS "table", bool_or(key IS NULL) AS "isWhole",
    array_agg(DISTINCT key::text) FILTER (WHERE key IS NOT NULL) AS keys
  FROM changed_row
  WHERE xid >= pg_snapshot_xmin($1::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, $1::pg_snapshot)
  GROUP BY table_name`;

interface ChangesRow {
  readonly table: string;
  readonly isWhole: boolean;
  readonly keys: readonly string[];
}

/** Streams copied data from the connection to the file without parsing it. */
export function copiesFrom(pool: pg.Pool): OpenCopies {
  return async () => {
    const client = await pool.connect();
    let failure: Error | undefined;
    client.on('error', (error) => {
      failure = error;
    });
    const rowsOf = async <R extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<R>(text, [...values])).rows;
    const close = async () => {
      // After a failure, unread copy data can block the connection, so it is not used again.
      if (failure === undefined) {
        await client.query('ROLLBACK').catch((error: unknown) => {
          failure = error as Error;
        });
      }
      client.release(failure);
    };
    try {
      await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const [moment] = await rowsOf<{ version: string; snapshot: string }>(
        `SELECT ${DATA_VERSION} AS version, pg_current_snapshot()::text AS snapshot`,
      );
      if (moment === undefined) throw new Error('The database has no version of its data.');
      return {
        version: moment.version,
        snapshot: moment.snapshot,
        changesSince: async (snapshot) => {
          const changed = await rowsOf<ChangesRow>(CHANGES, [snapshot]);
          return new Map(
            changed.map(({ table, isWhole, keys }) => [table, isWhole ? 'ALL' : keys]),
          );
        },
        hasRows: async (table, rows) => {
          const [found] = await rowsOf<{ rows: number }>(
            `SELECT count(*)::int AS rows FROM (SELECT FROM "${table}" LIMIT $1) AS found`,
            [rows],
          );
          return (found?.rows ?? 0) >= rows;
        },
        toFile: (select, file, signal) =>
          pipeline(
            client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT csv)`)),
            createWriteStream(file),
            { signal },
          ).catch((error: unknown) => {
            failure = error as Error;
            throw error;
          }),
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  };
}
