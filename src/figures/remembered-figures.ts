import { LRUCache } from 'lru-cache';
import type { Row } from '../graph/row.js';

type Rows = readonly Row[];

/**
 * What was counted and summed from one version of the data (`data_version`): it takes long to make,
 * and stays true until something changes. Who asks for what another is waiting for waits with them.
 */
export class RememberedFigures {
  /** Null where nothing is to be remembered. */
  readonly #made: LRUCache<string, Rows> | null;
  readonly #making = new Map<string, Promise<Rows>>();

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
   * rows already, and whoever reads the version after the change asks for others.
   */
  read(
    version: string,
    text: string,
    values: readonly unknown[],
    make: () => Promise<Rows>,
  ): Promise<Rows> {
    const key = `${version} ${text} ${JSON.stringify(values)}`;
    const made = this.#made?.get(key);
    if (made !== undefined) return Promise.resolve(made);
    const known = this.#making.get(key);
    if (known !== undefined) return known;
    const making = make()
      .then((rows) => {
        this.#made?.set(key, rows);
        return rows;
      })
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }
}
