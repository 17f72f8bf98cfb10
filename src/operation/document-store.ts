import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

const MAX_DOCUMENTS = 1000;
/** Characters of source text; a parsed document takes about fifty times as much memory. */
const MAX_CHARACTERS = 2_000_000;

/** Caches parsed and valid documents. Other caches refer to them in WeakMaps. */
export class DocumentStore {
  /** By Apollo's key, which is a hash. */
  readonly #documents = new LRUCache<string, DocumentNode>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ loc }) => loc?.source.body.length ?? 1,
    dispose: ({ loc }, key) => {
      const text = loc?.source.body;
      if (text !== undefined && this.#keys.get(text) === key) this.#keys.delete(text);
    },
  });
  /** The keys by document text. */
  readonly #keys = new Map<string, string>();

  get size(): number {
    return this.#documents.size;
  }

  /** The document with this text, if it is cached. */
  withText(text: string): DocumentNode | undefined {
    const key = this.#keys.get(text);
    return key === undefined ? undefined : this.#documents.get(key);
  }

  get(key: string): Promise<DocumentNode | undefined> {
    return Promise.resolve(this.#documents.get(key));
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.#documents.set(key, document);
    const text = document.loc?.source.body;
    if (text !== undefined && this.#documents.has(key)) this.#keys.set(text, key);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#documents.delete(key));
  }
}
