import {
  DatabaseUnreachableError,
  InvalidTextError,
  OthersWaitError,
  StatementTimeoutError,
} from './database/errors.js';
import { badInput, ClientError } from './errors.js';
import { NoSpoolError, NothingToExport, SpoolFullError } from './export-errors.js';
import { ComputationTimeoutError, NetworkChangesError } from './network/errors.js';

/** What clients see of the errors that lower layers throw. */
const TABLE: readonly ((error: unknown) => ClientError | null)[] = [
  seen(
    StatementTimeoutError,
    ({ timeoutMs }) =>
      new ClientError(
        'TIMEOUT',
        `The request took longer than ${String(timeoutMs)} ms. Request less at once: smaller pages, fewer levels or a narrower filter.`,
      ),
  ),
  seen(
    OthersWaitError,
    () =>
      new ClientError(
        'TIMEOUT',
        'The answer takes long, and others wait: the embedded database reads one thing at a time. Ask for less at once, try again later, or let the server use PostgreSQL (DATABASE_URL).',
      ),
  ),
  seen(
    ComputationTimeoutError,
    ({ timeoutMs }) =>
      new ClientError(
        'TIMEOUT',
        `The computation took longer than ${String(timeoutMs)} ms. Use a smaller network: a narrower filter, fewer kinds of ties or a higher level.`,
      ),
  ),
  seen(
    NetworkChangesError,
    () =>
      new ClientError(
        'TIMEOUT',
        'The network changes faster than it can be read. Try again later.',
      ),
  ),
  seen(
    InvalidTextError,
    () => new ClientError('BAD_USER_INPUT', 'A text contains the character U+0000. Remove it.'),
  ),
  seen(NothingToExport, ({ message }) => badInput(message, ['filter'])),
  seen(
    DatabaseUnreachableError,
    () => new ClientError('SERVICE_UNAVAILABLE', 'The database cannot be reached. Retry shortly.'),
  ),
  seen(NoSpoolError, noRoom),
  seen(SpoolFullError, noRoom),
];

/** The error as a client sees it; null for a bug, for which clients see only its incident id. */
export function clientErrorOf(error: unknown): ClientError | null {
  if (error instanceof ClientError) return error;
  for (const entry of TABLE) {
    const clientError = entry(error);
    if (clientError !== null) return clientError;
  }
  return null;
}

function seen<E extends Error>(
  type: abstract new (...args: never[]) => E,
  as: (error: E) => ClientError,
): (error: unknown) => ClientError | null {
  return (error) => (error instanceof type ? as(error) : null);
}

function noRoom(): ClientError {
  return new ClientError(
    'OVERLOADED',
    'The server has no disk space for another export. Retry shortly.',
  );
}
