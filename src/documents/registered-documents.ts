import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.js';

const FOLDER = fileURLToPath(new URL('../../../docs/operations', import.meta.url));

/** The documents that clients can ask for by their id (docs/decisions/0028-trusted-documents.md). */
export class RegisteredDocuments {
  readonly #texts: ReadonlyMap<string, string>;

  private constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /** Reads a folder of files `<name>.<SHA-256 of the text>.graphql`. Throws if one is not what its name says. */
  static read(folder = FOLDER): RegisteredDocuments {
    const texts = new Map<string, string>();
    for (const name of readdirSync(folder).sort()) {
      const [, hash] = /\.([0-9a-f]{64})\.graphql$/.exec(name) ?? [];
      if (hash === undefined) continue;
      // The text ends without a line break, the file with one.
      const text = readFileSync(join(folder, name), 'utf8').replace(/\n$/, '');
      if (hashOf(text) !== hash) {
        throw new UserError(
          `${join(folder, name)} is not the document that its name says: the SHA-256 of its text is ${hashOf(text)}. Restore the file.`,
        );
      }
      texts.set(idOf(hash), text);
    }
    return new RegisteredDocuments(texts);
  }

  get ids(): readonly string[] {
    return [...this.#texts.keys()];
  }

  /** The text of the document, or null if it is not registered. */
  textOf(id: string): string | null {
    return this.#texts.get(id) ?? null;
  }
}

/** The lower-case hexadecimal SHA-256 of a text in UTF-8. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The id of a document with this hash, as GraphQL over HTTP writes it. */
export function idOf(hash: string): string {
  return `sha256:${hash}`;
}
