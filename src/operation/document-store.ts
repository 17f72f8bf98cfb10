import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

const MAX_DOCUMENTS = 1000;
/** Of source text; a parsed document takes some fifty times as much. */
const MAX_CHARACTERS = 2_000_000;

/** The documents that were parsed and found valid, with all that is known of them (by WeakMaps). */
export class DocumentStore {
  /** Under Apollo's key, which is a hash. */
  readonly #documents = new LRUCache<string, DocumentNode>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ loc }) => loc?.source.body.length ?? 1,
    dispose: ({ loc }, key) => {
      const text = loc?.source.body ?? '';
      if (this.#keys.get(text) === key) this.#keys.delete(text);
    },
  });
  /** The keys by the texts of the documents. */
  readonly #keys = new Map<string, string>();

  get size(): number {
    return this.#documents.size;
  }

  /** The document with this text, if it was found valid before. */
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
