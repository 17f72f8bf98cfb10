import { randomUUID } from 'node:crypto';
import type { Tally, WrittenList } from './list-text.js';

/** A place in a response: the keys and indexes that lead to it. */
type Path = readonly (string | number)[];

/** A list of a response that a worker has written as JSON. */
export class ListText {
  readonly text: string;
  readonly tally: Tally;
  /** Stands for the list while the response is serialized; nobody can guess it. */
  readonly mark = randomUUID();

  constructor({ text, tally }: WrittenList) {
    this.text = text;
    this.tally = tally;
  }

  toJSON(): string {
    return this.mark;
  }
}

/**
 * The lists of a response that workers have written. GraphQL.js makes several objects for each entry of a list, and
 * tens of thousands stop all other requests; so it completes an empty list, which the text then replaces.
 */
export class ListTexts {
  readonly #texts: { readonly path: Path; readonly text: ListText }[] = [];

  add(path: Path, list: WrittenList): void {
    this.#texts.push({ path, text: new ListText(list) });
  }

  /** Replaces the empty lists of a response by the texts, and returns these. */
  placeIn(data: unknown): readonly ListText[] {
    return this.#texts.flatMap(({ path, text }) => {
      const key = path.at(-1);
      const parent = path.slice(0, -1).reduce(memberOf, data);
      // After an error, an object around it can be null.
      if (key === undefined || !Array.isArray(memberOf(parent, key))) return [];
      (parent as Record<string | number, unknown>)[key] = text;
      return [text];
    });
  }
}

function memberOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return null;
  return (value as Readonly<Record<string | number, unknown>>)[key];
}
