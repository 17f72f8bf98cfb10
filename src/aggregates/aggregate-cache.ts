import { LRUCache } from 'lru-cache';
import type { Row } from '../fields/row.js';
import { SharedWork } from '../shared-work.js';

type Rows = readonly Row[];

/**
 * Caches figures of one version of the data (`data_version`): they are expensive, and valid until the
 * data changes. Concurrent requests for the same figures share one computation.
 */
export class AggregateCache {
  /** Null if the cache is disabled. */
  readonly #made: LRUCache<string, Rows> | null;
  readonly #making = new Map<string, SharedWork<Rows>>();

  /** `maxCharacters` is the maximum size of all cached figures as JSON. */
  constructor(maxCharacters: number) {
    this.#made =
      maxCharacters === 0
        ? null
        : new LRUCache({
            maxSize: maxCharacters,
            sizeCalculation: (rows, key) => key.length + JSON.stringify(rows).length,
          });
  }

  /** The number of cached figures. */
  get size(): number {
    return this.#made?.size ?? 0;
  }

  /**
   * Returns the rows of a statement. `version` was read before the rows, so the rows can already include a
   * later change; a reader that sees the later version uses another cache key. `make` continues while at
   * least one caller waits.
   */
  read(
    version: string,
    text: string,
    values: readonly unknown[],
    make: (signal: AbortSignal) => Promise<Rows>,
    signal?: AbortSignal,
  ): Promise<Rows> {
    const key = `${version} ${text} ${JSON.stringify(values)}`;
    const made = this.#made?.get(key);
    if (made !== undefined) return Promise.resolve(made);
    const known = this.#making.get(key);
    if (known !== undefined && !known.signal.aborted) return known.wait(signal);
    const making = new SharedWork(async (aborted) => {
      const rows = await make(aborted);
      this.#made?.set(key, rows);
      return rows;
    });
    this.#making.set(key, making);
    void making.ended.then(() => {
      if (this.#making.get(key) === making) this.#making.delete(key);
    });
    return making.wait(signal);
  }
}
