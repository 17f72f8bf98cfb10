import { setTimeout as delay } from 'node:timers/promises';
import type { Copies, OpenCopies } from '../database/copies.js';
import { ClientError } from '../errors.js';
import type { Row } from '../graph/row.js';
import type { ColumnCopy } from './column-copy.js';

/** Copying everything takes the database's time: at most this part of all time. */
const PART_OF_TIME = 1 / 10;
/** How long after a failure it is tried again. */
const PAUSE_MS = 60_000;
/** How long a question waits for the copy to follow what has been written, before it goes to the database. */
const PATIENCE_MS = 500;
/** What has changed is noted for an hour; a copy that has not followed for as long as this is made anew. */
const MAX_BEHIND_MS = 30 * 60_000;

type Rows = readonly Row[];

interface ColumnsParts {
  readonly openCopies: OpenCopies;
  /** From how many grants on a copy is made: fewer are counted fast enough by the database. */
  readonly fromGrants: number;
  readonly timeoutMs: number;
  /** Told when everything was copied. */
  readonly onCopied: (told: { readonly version: string; readonly ms: number }) => void;
  /** Told of what failed; the database counts then. */
  readonly onFailed: (error: unknown) => void;
}

/**
 * A copy of what figures are made of, in columns, which follows the data. It answers who has seen no
 * later version than it has.
 */
export class Columns {
  readonly #parts: ColumnsParts;
  #copy: ColumnCopy | null = null;
  /** The version that was looked at last, whether it was worth a copy or not, and when. */
  #seen: { readonly version: string; readonly at: number } | null = null;
  #following: Promise<void> | null = null;
  #isCopyingAll = false;
  /** When everything may be copied again, and when it may be looked again after a failure. */
  #copyAllFrom = 0;
  #lookFrom = 0;
  readonly #closing = new AbortController();

  constructor(parts: ColumnsParts) {
    this.#parts = parts;
  }

  /** The rows of a statement, for one who has seen this version; `query` asks the database. */
  async read(
    version: string,
    text: string,
    values: readonly unknown[],
    query: (signal: AbortSignal) => Promise<Rows>,
    signal: AbortSignal,
  ): Promise<Rows> {
    if (!this.#has(version) && this.#copy !== null && !this.#isCopyingAll) {
      await Promise.race([this.follow(), delay(PATIENCE_MS, null, { ref: false })]);
    }
    const copy = this.#copy;
    if (copy === null || !this.#has(version)) return query(signal);
    try {
      return await copy.read(text, values, this.#parts.timeoutMs, signal);
    } catch (error) {
      if (error instanceof ClientError || signal.aborted) throw error;
      this.#parts.onFailed(error);
      return query(signal);
    }
  }

  /** Takes over what has been written, unless everything would have to be copied too soon again. */
  follow(): Promise<void> {
    if (this.#closing.signal.aborted || Date.now() < this.#lookFrom) return Promise.resolve();
    this.#following ??= this.#follow().finally(() => (this.#following = null));
    return this.#following;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#following;
    await this.#copy?.close();
    this.#copy = null;
  }

  /** Versions are counted: what has been seen by a later one was seen by all before it. */
  #has(version: string): boolean {
    return this.#copy !== null && BigInt(this.#copy.version) >= BigInt(version);
  }

  async #follow(): Promise<void> {
    try {
      const copies = await this.#parts.openCopies();
      try {
        const isNew = copies.version !== this.#seen?.version;
        if (isNew && !(await this.#takeOver(copies))) return;
        this.#seen = { version: copies.version, at: Date.now() };
      } finally {
        await copies.close();
      }
    } catch (error) {
      if (this.#closing.signal.aborted) return;
      this.#lookFrom = Date.now() + PAUSE_MS;
      this.#parts.onFailed(error);
    }
  }

  /** False if it is too soon. */
  async #takeOver(copies: Copies): Promise<boolean> {
    const begun = Date.now();
    const before = this.#copy;
    const isRecent = begun - (this.#seen?.at ?? 0) < MAX_BEHIND_MS;
    // An earlier version than that of the copy: the database was put back from a backup.
    const isLater = before !== null && BigInt(copies.version) >= BigInt(before.version);
    const { signal } = this.#closing;
    if (isRecent && isLater && (await before.follow(copies, signal))) return true;
    if (begun < this.#copyAllFrom) return false;
    this.#isCopyingAll = true;
    try {
      await this.#copyAll(copies);
    } finally {
      this.#isCopyingAll = false;
    }
    if (this.#copy !== null) {
      const ms = Date.now() - begun;
      this.#copyAllFrom = Date.now() + ms * (1 / PART_OF_TIME - 1);
      this.#parts.onCopied({ version: this.#copy.version, ms });
    }
    return true;
  }

  async #copyAll(copies: Copies): Promise<void> {
    const before = this.#copy;
    const isWorthIt = await copies.hasRows('grant', this.#parts.fromGrants);
    this.#copy = isWorthIt ? await madeOf(copies, this.#closing.signal) : null;
    await before?.close();
  }
}

/** DuckDB is loaded when it is needed: where it cannot be, and who has few grants, does without. */
async function madeOf(copies: Copies, signal: AbortSignal): Promise<ColumnCopy> {
  const { ColumnCopy } = await import('./column-copy.js');
  return ColumnCopy.make(copies, signal);
}
