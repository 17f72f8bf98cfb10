import { LRUCache } from 'lru-cache';
import type { ReadData } from '../database/batches.js';
import { READ_DATA_VERSION } from '../fields/data-version.js';
import type { Planned } from '../planner/planner.js';
import { DataText } from './answer-text.js';

interface Answer {
  readonly version: string;
  readonly data: DataText;
}

/** The overhead of an entry besides its texts, in characters. */
const ENTRY_CHARACTERS = 1000;

/**
 * Caches the responses of plans, each with the version of the data from which it was read in one statement. A
 * cached response is served if the database still has that version, which is a quick query. The key is the plan
 * and its values; everything that decides what a viewer may see must be among the values.
 */
export class AnswerCache {
  readonly #read: ReadData;
  /** Null if caching is disabled. */
  readonly #answers: LRUCache<string, Answer> | null;

  /** @param maxCharacters the maximum size of all cached responses together */
  constructor(read: ReadData, maxCharacters: number) {
    this.#read = read;
    this.#answers =
      maxCharacters === 0
        ? null
        : new LRUCache({
            maxSize: maxCharacters,
            sizeCalculation: ({ data }, key) => data.text.length + key.length + ENTRY_CHARACTERS,
          });
  }

  /** The number of cached responses. */
  get size(): number {
    return this.#answers?.size ?? 0;
  }

  /** The response's data, and whether it was cached. `count` is called for every statement. */
  async read(
    { id, text, values }: Planned,
    count: () => void,
    signal: AbortSignal,
  ): Promise<{ readonly data: DataText; readonly isCached: boolean } | null> {
    const key = `${String(id)} ${JSON.stringify(values)}`;
    const known = this.#answers?.get(key);
    if (known !== undefined) {
      count();
      const version = await this.#read(READ_DATA_VERSION, [], signal);
      if (known.version === version) return { data: known.data, isCached: true };
    }
    count();
    const found = await this.#read(text, values, signal);
    if (found === null) return null;
    const end = found.indexOf(' ');
    const answer = { version: found.slice(0, end), data: new DataText(found.slice(end + 1)) };
    this.#answers?.set(key, answer);
    return { data: answer.data, isCached: false };
  }
}
