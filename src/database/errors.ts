/** The database does not answer. A later try can succeed. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

/** A statement was ended because it ran longer than its limit. */
export class StatementTimeoutError extends Error {
  override readonly name = 'StatementTimeoutError';

  constructor(readonly timeoutMs: number) {
    super(`The statement took longer than ${String(timeoutMs)} ms.`);
  }
}

/** A read of the embedded database was given up because shorter ones waited each time. */
export class OthersWaitError extends Error {
  override readonly name = 'OthersWaitError';

  constructor() {
    super('The read was ended too often to let shorter ones pass.');
  }
}

/** A value contains U+0000, which no text in PostgreSQL can have. */
export class InvalidTextError extends Error {
  override readonly name = 'InvalidTextError';
}
