import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Copies, OpenCopies } from '../database/copies.js';
import { ClientError } from '../errors.js';
import type { Row } from '../graph/row.js';
import { ColumnCopy } from './column-copy.js';

/** Copying takes the database's time: at most this part of all time. */
const PART_OF_TIME = 1 / 10;
/** How long after a failure it is tried again. */
const PAUSE_MS = 60_000;

type Rows = readonly Row[];

interface ColumnsParts {
  readonly openCopies: OpenCopies;
  /** From how many grants on a copy is made: fewer are counted fast enough by the database. */
  readonly fromGrants: number;
  readonly timeoutMs: number;
  readonly onCopied: (told: { readonly version: string; readonly ms: number }) => void;
  /** Told of what failed; the database counts then. */
  readonly onFailed: (error: unknown) => void;
}

/**
 * A copy of what figures are made of, in columns, which follows the data: a while after something has
 * changed another one is made. Only a copy of the very version that is asked for answers.
 */
export class Columns {
  readonly #parts: ColumnsParts;
  #copy: ColumnCopy | null = null;
  /** The version that was looked at last, whether it was copied or not. */
  #seen: string | null = null;
  #following: Promise<void> | null = null;
  #notBefore = 0;
  readonly #closing = new AbortController();

  constructor(parts: ColumnsParts) {
    this.#parts = parts;
  }

  /** The rows of a statement; null if there is no copy of this version (yet). What fails is asked of the database. */
  read(
    version: string,
    text: string,
    values: readonly unknown[],
    query: () => Promise<Rows>,
  ): Promise<Rows> | null {
    const copy = this.#copy;
    if (copy?.version !== version) {
      if (this.#seen !== version) void this.follow();
      return null;
    }
    return copy.read(text, values, this.#parts.timeoutMs).catch((error: unknown) => {
      if (error instanceof ClientError) throw error;
      this.#parts.onFailed(error);
      return query();
    });
  }

  /** Makes a copy of the data as it is now; not soon after another was made, and not if it would be the same. */
  follow(): Promise<void> {
    if (this.#closing.signal.aborted || Date.now() < this.#notBefore) return Promise.resolve();
    this.#following ??= this.#follow().finally(() => (this.#following = null));
    return this.#following;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#following;
    await this.#copy?.close();
    this.#copy = null;
  }

  async #follow(): Promise<void> {
    const { openCopies, onCopied, onFailed } = this.#parts;
    const begun = Date.now();
    try {
      const copies = await openCopies();
      try {
        if (copies.version === this.#seen) return;
        await this.#replace(copies);
        this.#seen = copies.version;
      } finally {
        await copies.close();
      }
      const ms = Date.now() - begun;
      this.#notBefore = Date.now() + ms * (1 / PART_OF_TIME - 1);
      if (this.#copy !== null) onCopied({ version: this.#copy.version, ms });
    } catch (error) {
      if (this.#closing.signal.aborted) return;
      this.#notBefore = Date.now() + PAUSE_MS;
      onFailed(error);
    }
  }

  async #replace(copies: Copies): Promise<void> {
    const isWorthIt = await copies.hasRows('grant', this.#parts.fromGrants);
    const before = this.#copy;
    this.#copy = isWorthIt ? await madeInFiles(copies, this.#closing.signal) : null;
    await before?.close();
  }
}

async function madeInFiles(copies: Copies, signal: AbortSignal): Promise<ColumnCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'scan-graph-'));
  try {
    return await ColumnCopy.make(copies, folder, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
