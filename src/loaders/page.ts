import type { Connection } from '../fields/connection.js';
import type { PageRequest } from '../fields/page-request.js';
import type { Row } from '../fields/row.js';

/** A page that is read once, on first access. */
export class Page {
  readonly connection: Connection;
  readonly request: PageRequest;
  readonly #load: () => Promise<readonly Row[]>;
  readonly #count: () => Promise<number>;
  #found: Promise<readonly Row[]> | null = null;
  #rows: Promise<{ readonly rows: readonly Row[]; readonly hasMore: boolean }> | null = null;

  constructor(
    connection: Connection,
    request: PageRequest,
    load: () => Promise<readonly Row[]>,
    count: () => Promise<number>,
  ) {
    this.connection = connection;
    this.request = request;
    this.#load = load;
    this.#count = count;
  }

  /** The rows in list order, and whether there are more in the direction of reading. */
  rows(): Promise<{ readonly rows: readonly Row[]; readonly hasMore: boolean }> {
    this.#rows ??= this.#read().then((found) => {
      const rows = found.slice(0, this.request.size);
      return {
        rows: this.request.fromEnd ? rows.reverse() : rows,
        hasMore: found.length > this.request.size,
      };
    });
    return this.#rows;
  }

  #read(): Promise<readonly Row[]> {
    this.#found ??= this.#load();
    return this.#found;
  }

  /** The number of rows in the whole list, if the rows of the page carry it. */
  async total(): Promise<number> {
    const [row] = await this.#read();
    return (row?._total as number | undefined) ?? 0;
  }

  count(): Promise<number> {
    return this.#count();
  }
}
