import { setTimeout as delay } from 'node:timers/promises';
import type { Copies, OpenCopies } from '../database/copies.js';
import { StatementTimeoutError } from '../database/errors.js';
import type { Row } from '../fields/row.js';
import type { ColumnCopy } from './column-copy.js';
import { ChangedMeanwhileError } from './errors.js';

/** The maximum fraction of the time spent on full copies, because they load the database. */
const PART_OF_TIME = 1 / 10;
/** The delay of a retry after a failure. */
const PAUSE_MS = 60_000;
/** How long a read waits for the copy to apply changes before it goes to the database. */
const PATIENCE_MS = 500;
/** Changes are recorded for an hour; a copy that is further behind than this is recreated. */
const MAX_BEHIND_MS = 30 * 60_000;

type Rows = readonly Row[];

interface ColumnsParts {
  readonly openCopies: OpenCopies;
  /** The minimum number of grants for a copy; the database counts fewer fast enough. */
  readonly fromGrants: number;
  readonly timeoutMs: number;
  /** Called after a full copy. */
  readonly onCopied: (copied: { readonly version: string; readonly ms: number }) => void;
  /** Called after a failure; the database answers in the meantime. */
  readonly onFailed: (error: unknown) => void;
}

/**
 * A columnar copy of the data behind figures, which is updated from the database. It answers a read only
 * if its version is not older than the version that the reader has seen.
 */
export class Columns {
  readonly #parts: ColumnsParts;
  #copy: ColumnCopy | null = null;
  /** The version that was checked last, even if it was not copied, and the time of the check. */
  #seen: { readonly version: string; readonly at: number } | null = null;
  #following: Promise<void> | null = null;
  #isCopyingAll = false;
  /** The earliest time of the next full copy, and of the next attempt after a failure. */
  #copyAllFrom = 0;
  #lookFrom = 0;
  readonly #closing = new AbortController();

  constructor(parts: ColumnsParts) {
    this.#parts = parts;
  }

  /** Runs a statement for a reader that has seen this version; `query` asks the database. */
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
      if (error instanceof StatementTimeoutError || signal.aborted) throw error;
      this.#parts.onFailed(error);
      return query(signal);
    }
  }

  /** Applies changes, unless that needs a full copy too soon after the last one. */
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

  /** Versions are counters, so the copy has everything of an earlier version. */
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
      // Then the next look copies a later version.
      if (this.#closing.signal.aborted || error instanceof ChangedMeanwhileError) return;
      this.#lookFrom = Date.now() + PAUSE_MS;
      this.#parts.onFailed(error);
    }
  }

  /** Returns false if it is too soon. */
  async #takeOver(copies: Copies): Promise<boolean> {
    const begun = Date.now();
    const before = this.#copy;
    const isRecent = begun - (this.#seen?.at ?? 0) < MAX_BEHIND_MS;
    // The version is earlier than that of the copy if the database was restored from a backup.
    const isLater = before !== null && BigInt(copies.version) >= BigInt(before.version);
    const { signal } = this.#closing;
    if (isRecent && isLater && (await before.follow(copies, signal))) return true;
    if (begun < this.#copyAllFrom) return false;
    this.#isCopyingAll = true;
    const took = () => Date.now() - begun;
    try {
      await this.#copyAll(copies);
    } finally {
      this.#isCopyingAll = false;
      this.#copyAllFrom = Date.now() + took() * (1 / PART_OF_TIME - 1);
    }
    if (this.#copy !== null) this.#parts.onCopied({ version: this.#copy.version, ms: took() });
    return true;
  }

  async #copyAll(copies: Copies): Promise<void> {
    const before = this.#copy;
    const isWorthIt = await copies.hasRows('grant', this.#parts.fromGrants);
    this.#copy = isWorthIt ? await madeOf(copies, this.#closing.signal) : null;
    await before?.close();
  }
}

/** DuckDB is loaded on first use: it is optional on platforms without it and with few grants. */
async function madeOf(copies: Copies, signal: AbortSignal): Promise<ColumnCopy> {
  const { ColumnCopy } = await import('./column-copy.js');
  return ColumnCopy.make(copies, signal);
}
