import { getManyValues, isMany, none, type Many } from 'stream-chain/core';
import { jsonParser, type Token } from 'stream-json/parser.js';
import type { InputFile } from './input-file.js';
import { LIMITS } from './limits.js';
import { FileError } from './report.js';

/** A number as written. It can be an amount, so it is never converted to floating point. */
export class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Json = null | boolean | string | NumberText | readonly Json[] | JsonObject;
/** Has no prototype, so any property name is safe. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A property of the root object, or one element of the list that is streamed. */
export type JsonPart =
  | { readonly kind: 'ELEMENT'; readonly index: number; readonly value: Json }
  | { readonly kind: 'PROPERTY'; readonly name: string; readonly value: Json };

/** The tokens in the next piece of text; `none` is its end. */
type Parse = (text: string | typeof none) => unknown;

/**
 * Streams a file that is one JSON object, such as a package of grants: yields the elements of the list
 * `listName` one by one, and each other property as a whole.
 */
export async function* readJson(file: InputFile, listName: string): AsyncGenerator<JsonPart> {
  const builder = new JsonBuilder(file.name, listName);
  // Without its stream, which would wait for each token: there are some hundred a grant.
  const parse = jsonParser({ packValues: false, streamValues: true }) as Parse;
  function* partsOf(text: string | typeof none): Generator<JsonPart> {
    const tokens = parse(text);
    if (!isMany(tokens)) return;
    for (const token of getManyValues(tokens as Many<Token>)) {
      const part = builder.take(token);
      if (part !== null) yield part;
    }
  }
  try {
    for await (const text of file.text()) yield* partsOf(text);
    yield* partsOf(none);
  } catch (error) {
    if (error instanceof FileError) throw error;
    const { message } = error as Error;
    throw new FileError(file.name, `is not valid JSON: ${message.replace(/\.$/, '')}.`);
  }
}

/** Converts numbers to JavaScript numbers; for validation only. */
export function toPlain(value: Json): unknown {
  if (value instanceof NumberText) return Number(value.text);
  if (Array.isArray(value)) return (value as readonly Json[]).map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  const plain = Object.create(null) as Record<string, unknown>;
  for (const [name, each] of Object.entries(value)) plain[name] = toPlain(each);
  return plain;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof NumberText)
  );
}

/** A container that is being filled. */
type Open =
  | { readonly kind: 'LIST'; readonly value: Json[] }
  | { readonly kind: 'OBJECT'; readonly value: Record<string, Json>; name: string };

const ODD_TEXT = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Builds values from the tokens of the parser, within limits. */
class JsonBuilder {
  readonly #file: string;
  readonly #listName: string;
  readonly #open: Open[] = [];
  #hasRoot = false;
  /** The property of the root that is being read. */
  #property = '';
  readonly #properties = new Set<string>();
  #isInList = false;
  #index = 0;
  #values = 0;
  #characters = 0;
  #text = '';

  constructor(file: string, listName: string) {
    this.#file = file;
    this.#listName = listName;
  }

  take(token: Token): JsonPart | null {
    switch (token.name) {
      case 'startObject':
        if (!this.#hasRoot) {
          this.#hasRoot = true;
          return null;
        }
        this.#push({
          kind: 'OBJECT',
          value: Object.create(null) as Record<string, Json>,
          name: '',
        });
        return null;
      case 'startArray':
        if (!this.#hasRoot) this.#refuseRoot();
        if (this.#open.length === 0 && !this.#isInList && this.#property === this.#listName) {
          this.#isInList = true;
          return null;
        }
        this.#push({ kind: 'LIST', value: [] });
        return null;
      case 'endObject':
      case 'endArray': {
        const closed = this.#open.pop();
        if (closed !== undefined) return this.#put(closed.value);
        this.#isInList = false;
        return null;
      }
      case 'startKey':
      case 'startString':
      case 'startNumber':
        this.#text = '';
        return null;
      case 'stringChunk':
      case 'numberChunk':
        this.#text += token.value;
        if (this.#text.length > LIMITS.textCharacters) {
          throw new FileError(
            this.#file,
            `has a text of more than ${String(LIMITS.textCharacters)} characters in ${this.#where()}.`,
          );
        }
        return null;
      case 'endKey': {
        this.#endText();
        const open = this.#open.at(-1);
        if (open?.kind === 'OBJECT') open.name = this.#text;
        else this.#startProperty();
        return null;
      }
      case 'endString':
        this.#endText();
        return this.#put(this.#text);
      case 'endNumber':
        return this.#put(new NumberText(this.#text));
      case 'nullValue':
      case 'trueValue':
      case 'falseValue':
        return this.#put(token.value);
      case 'keyValue':
      case 'stringValue':
      case 'numberValue':
      case 'whitespace':
        return null;
    }
  }

  /** A property of the root, which is handed out before the root ends. */
  #startProperty(): void {
    this.#property = this.#text;
    if (this.#properties.has(this.#property)) this.#refuseTwice(this.#property, '/');
    if (this.#properties.size < LIMITS.recordValues) this.#properties.add(this.#property);
  }

  /** One of two values would be lost. */
  #refuseTwice(property: string, where: string): never {
    throw new FileError(
      this.#file,
      `has the property '${property.slice(0, 100)}' twice in one object, in ${where}.`,
    );
  }

  #push(open: Open): void {
    this.#open.push(open);
    if (this.#open.length > LIMITS.depth) {
      throw new FileError(
        this.#file,
        `is nested more than ${String(LIMITS.depth)} levels deep in ${this.#where()}.`,
      );
    }
  }

  #put(value: Json): JsonPart | null {
    if (!this.#hasRoot) this.#refuseRoot();
    this.#values += 1;
    if (this.#values > LIMITS.recordValues) {
      throw new FileError(
        this.#file,
        `holds more than ${String(LIMITS.recordValues)} values in ${this.#where()}.`,
      );
    }
    const open = this.#open.at(-1);
    if (open?.kind === 'LIST') {
      open.value.push(value);
      return null;
    }
    if (open !== undefined) {
      if (Object.hasOwn(open.value, open.name)) this.#refuseTwice(open.name, this.#where());
      open.value[open.name] = value;
      return null;
    }
    this.#values = 0;
    this.#characters = 0;
    if (!this.#isInList) return { kind: 'PROPERTY', name: this.#property, value };
    this.#index += 1;
    return { kind: 'ELEMENT', index: this.#index - 1, value };
  }

  /** Refuses characters that the database cannot store, and more text than a genuine record has. */
  #endText(): void {
    this.#characters += this.#text.length;
    if (this.#characters > LIMITS.recordCharacters) {
      throw new FileError(
        this.#file,
        `holds more than ${String(LIMITS.recordCharacters)} characters in ${this.#where()}.`,
      );
    }
    if (!ODD_TEXT.test(this.#text)) return;
    throw new FileError(
      this.#file,
      `has the character U+0000 or half of a surrogate pair in ${this.#where()}.`,
    );
  }

  #where(): string {
    return this.#isInList
      ? `/${this.#listName}/${String(this.#index)}`
      : `/${this.#property.slice(0, 100)}`;
  }

  #refuseRoot(): never {
    throw new FileError(this.#file, `must be an object with the list '${this.#listName}'.`);
  }
}
