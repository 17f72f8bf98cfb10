import { createHash } from 'node:crypto';
import pg from 'pg';
import { ClientError } from '../errors.js';
import type { RunStatement } from '../graph/reader.js';
import type { Row } from '../graph/row.js';

/** How many different statements a connection keeps prepared. The shapes of a program, not of its users. */
const MAX_PREPARED = 500;

/** What runs a statement: a pool, or one connection of it. */
export interface Queryable {
  query<R extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<R>>;
}

/** Columns of day type stay texts: node-postgres would make them instants of the local time zone. */
const DAY: number = pg.types.builtins.DATE;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format): ((text: string) => unknown) =>
    (oid as number) === DAY
      ? (text) => text
      : (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};

/**
 * Runs reading statements, past TypeORM, prepared under a name as long as there are not too
 * many, and not longer than the limit. `graceMs` is how long the database has to stop one by itself.
 */
export function statementRunner(
  queryable: Queryable,
  timeoutMs: number,
  graceMs = 0,
): RunStatement {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MAX_PREPARED) return known;
    const name = `read_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    names.set(text, name);
    return name;
  };
  return async (text, values) => {
    const name = nameOf(text);
    try {
      const { rows } = await queryable.query<Row>({
        ...(name === undefined ? {} : { name }),
        text,
        values: [...values],
        types,
        // The embedded database cannot cancel a statement; there the wait ends, and so does the answer.
        query_timeout: timeoutMs + graceMs,
      } as pg.QueryConfig);
      return rows;
    } catch (error) {
      throw explainFailure(error, timeoutMs);
    }
  };
}

const QUERY_CANCELED = '57014';
const CHARACTER_NOT_IN_REPERTOIRE = '22021';
/** Classes of SQLSTATE and codes of Node that say: the server is not there (any more), or has no room. */
const UNREACHABLE =
  /^(08|53300|57P|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;

/** A failed statement in the words of the API: what the client can do something about, or what is down. */
export function explainFailure(error: unknown, timeoutMs: number): Error {
  const { code, message } = error as { code?: unknown; message: string };
  if (code === QUERY_CANCELED || message === 'Query read timeout') {
    return new ClientError(
      'TIMEOUT',
      `The answer takes longer than ${String(timeoutMs)} ms. Ask for less at once: smaller pages, fewer levels, a narrower filter.`,
    );
  }
  if (code === CHARACTER_NOT_IN_REPERTOIRE) {
    return new ClientError(
      'BAD_USER_INPUT',
      'A text has the character U+0000 in it, which no text in the network has. Leave it out.',
    );
  }
  if (isUnreachable(error)) return new DatabaseUnreachableError(message, { cause: error });
  return error as Error;
}

function isUnreachable(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: string };
  return (
    (typeof code === 'string' && UNREACHABLE.test(code)) ||
    /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|embedded database/.test(
      message ?? '',
    )
  );
}

/** The database does not answer. Not the client's fault, and over as soon as it is back. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}
