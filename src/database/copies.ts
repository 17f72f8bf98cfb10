import { createWriteStream } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { DATA_VERSION } from '../fields/data-version.js';
import type { Row } from '../fields/row.js';
import type { SessionReads } from './session-reads.js';

/** The changed rows by table: those with these keys, or all. */
export type Changes = ReadonlyMap<string, readonly string[] | 'ALL'>;

/** Copies many rows of one version of the data. */
export interface Copies {
  /** The version of the data, and the PostgreSQL snapshot from which changes are determined. */
  readonly version: string;
  readonly snapshot: string;
  /** The changes since a snapshot that is less than an hour old. */
  changesSince(snapshot: string): Promise<Changes>;
  /** Whether the table has at least this many rows. */
  hasRows(table: string, rows: number): Promise<boolean>;
  /** The number of statements for the rows of a large table, so that no other read waits for long. */
  readonly parts: number;
  /** Writes the rows of statements without values to a CSV file without headings. */
  toFile(selects: readonly string[], file: string, signal: AbortSignal): Promise<void>;
  /** Whether everything was read from `version`. If not, it must not be used. */
  isConsistent(): Promise<boolean>;
  close(): Promise<void>;
}

export type OpenCopies = () => Promise<Copies>;

const CHANGES = `SELECT table_name AS "table", bool_or(key IS NULL) AS "isWhole",
    array_agg(DISTINCT key::text) FILTER (WHERE key IS NOT NULL) AS keys
  FROM changed_row
  WHERE xid >= pg_snapshot_xmin($1::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, $1::pg_snapshot)
  GROUP BY table_name`;

const MOMENT = `SELECT ${DATA_VERSION} AS version, pg_current_snapshot()::text AS snapshot`;
const HAS_ROWS = (table: string) =>
  `SELECT count(*)::int AS rows FROM (SELECT FROM "${table}" LIMIT $1) AS found`;
const copyOut = (select: string) => `COPY (${select}) TO STDOUT (FORMAT csv)`;

type RowsOf = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** What is asked for by plain statements. */
async function asked(rowsOf: RowsOf) {
  const [moment] = await rowsOf(MOMENT);
  if (moment === undefined) throw new Error('The database has no version of its data.');
  return {
    ...(moment as { version: string; snapshot: string }),
    changesSince: async (snapshot: string) => {
      const changed = await rowsOf(CHANGES, [snapshot]);
      return new Map(
        changed.map(({ table, isWhole, keys }) => [
          table as string,
          isWhole === true ? 'ALL' : (keys as readonly string[]),
        ]),
      );
    },
    hasRows: async (table: string, rows: number) => {
      const [found] = await rowsOf(HAS_ROWS(table), [rows]);
      return (found as { rows: number }).rows >= rows;
    },
  } satisfies Partial<Copies>;
}

/**
 * On the one session of the embedded database, where a transaction would keep all others waiting: many small
 * statements, between which other reads can run.
 */
export function copiesOfSession(reads: SessionReads): OpenCopies {
  const rowsOf: RowsOf = (text, values = []) => reads.run(text, values, () => undefined);
  return async () => {
    const moment = await asked(rowsOf);
    return {
      ...moment,
      parts: 128,
      toFile: async (selects, file, signal) => {
        await writeFile(file, '');
        for (const select of selects) {
          signal.throwIfAborted();
          await appendFile(file, await reads.copyOut(copyOut(select), signal));
        }
      },
      isConsistent: async () => (await rowsOf(MOMENT))[0]?.version === moment.version,
      close: () => Promise.resolve(),
    };
  };
}

/** On a server, in one transaction: streams copied data from the connection to the file without parsing it. */
export function copiesFrom(pool: pg.Pool): OpenCopies {
  return async () => {
    const client = await pool.connect();
    let failure: Error | undefined;
    const onError = (error: Error) => {
      failure = error;
    };
    client.on('error', onError);
    const rowsOf: RowsOf = async (text, values = []) =>
      (await client.query<Row>(text, [...values])).rows;
    const close = async () => {
      // After a failure, unread copy data can block the connection, so it is not used again.
      if (failure === undefined) {
        await client.query('ROLLBACK').catch((error: unknown) => {
          failure = error as Error;
        });
      }
      // The pool uses the connection again.
      client.off('error', onError);
      client.release(failure);
    };
    try {
      await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return {
        ...(await asked(rowsOf)),
        parts: 1,
        toFile: async (selects, file, signal) => {
          try {
            const written = createWriteStream(file);
            for (const select of selects) {
              const rows = client.query(copyTo(copyOut(select)));
              await pipeline(rows, written, { signal, end: select === selects.at(-1) });
            }
          } catch (error) {
            failure = error as Error;
            throw error;
          }
        },
        isConsistent: () => Promise.resolve(true),
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  };
}
