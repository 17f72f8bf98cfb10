import { LRUCache } from 'lru-cache';
import type { Row } from '../graph/row.js';
import { SharedWork } from '../shared-work.js';

type Rows = readonly Row[];

/**
 * What was counted and summed from one version of the data (`data_version`): it takes long to make,
 * and stays true until something changes. Who asks for what another is waiting for waits with them.
 */
export class RememberedFigures {
  /** Null where nothing is to be remembered. */
  readonly #made: LRUCache<string, Rows> | null;
  readonly #making = new Map<string, SharedWork<Rows>>();

  /** `maxCharacters` is what all that is kept may take together, as JSON. */
  constructor(maxCharacters: number) {
    this.#made =
      maxCharacters === 0
        ? null
        : new LRUCache({
            maxSize: maxCharacters,
            sizeCalculation: (rows, key) => key.length + JSON.stringify(rows).length,
          });
  }

  /** How many are kept. */
  get size(): number {
    return this.#made?.size ?? 0;
  }

  /**
   * The rows of a statement. `version` is one that was read before: what has changed since may be in the
   * rows already, and whoever reads the version after the change asks for others. `make` goes on while
   * anybody waits for it.
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
