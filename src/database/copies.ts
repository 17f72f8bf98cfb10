import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { DATA_VERSION } from '../graph/data-version.js';

/** Copying of many rows out of the database, all of one moment. */
export interface Copies {
  /** The version of the data at that moment. */
  readonly version: string;
  /** Whether the table has as many rows, or more. */
  hasRows(table: string, rows: number): Promise<boolean>;
  /** The rows of a statement without values, as CSV without headings. */
  toFile(select: string, file: string, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export type OpenCopies = () => Promise<Copies>;

/** What is copied goes from the connection to the file as it is: none of it is looked at here. */
export function copiesFrom(pool: pg.Pool): OpenCopies {
  return async () => {
    const client = await pool.connect();
    let failure: Error | undefined;
    client.on('error', (error) => {
      failure = error;
    });
    const first = async (text: string, values: readonly unknown[] = []) =>
      (await client.query<Record<string, unknown>>(text, [...values])).rows[0];
    const close = async () => {
      await client.query('ROLLBACK').catch((error: unknown) => {
        failure = error as Error;
      });
      client.release(failure);
    };
    try {
      await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const row = await first(`SELECT ${DATA_VERSION} AS version`);
      return {
        version: row?.version as string,
        hasRows: async (table, rows) => {
          const text = `SELECT count(*)::int AS rows FROM (SELECT FROM "${table}" LIMIT $1) AS found`;
          return ((await first(text, [rows]))?.rows as number) >= rows;
        },
        toFile: (select, file, signal) =>
          pipeline(
            client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT csv)`)),
            createWriteStream(file),
            { signal },
          ),
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  };
}
