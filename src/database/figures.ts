import { LRUCache } from 'lru-cache';
import type { Row } from '../graph/row.js';

type Rows = readonly Row[];

const MAX_FIGURES = 2000;
/** Of the rows as JSON, all together. */
const MAX_CHARACTERS = 20_000_000;

/**
 * What was counted and summed from one version of the data (`network_version`): it takes long to make,
 * and stays true until something changes. Who asks for what another is waiting for waits with them.
 */
export class Figures {
  readonly #made = new LRUCache<string, Rows>({
    max: MAX_FIGURES,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (rows, key) => key.length + JSON.stringify(rows).length,
  });
  readonly #making = new Map<string, Promise<Rows>>();

  /** How many are kept. */
  get size(): number {
    return this.#made.size;
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
    const made = this.#made.get(key);
    if (made !== undefined) return Promise.resolve(made);
    const known = this.#making.get(key);
    if (known !== undefined) return known;
    const making = make()
      .then((rows) => {
        this.#made.set(key, rows);
        return rows;
      })
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }
}
