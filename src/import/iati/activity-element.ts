import { atPointer, type Place, type Report } from '../report.js';
import { tidy } from './party.js';
import type { XmlElement } from './xml-records.js';

/** The part of the report that a reader writes to. */
export type Findings = Pick<Report, 'fault' | 'warn' | 'notTaken'>;

/** An element of an activity, with its XPath and the defaults of the activity. */
export class ActivityElement {
  readonly #element: XmlElement;
  readonly pointer: string;
  /** The language of a text without `xml:lang`. */
  readonly #language: string;

  constructor(element: XmlElement, pointer: string, language?: string) {
    this.#element = element;
    this.pointer = pointer;
    this.#language = language ?? this.attribute('xml:lang').toLowerCase();
  }

  get place(): Place {
    return atPointer(this.pointer);
  }

  get name(): string {
    return this.#element.name;
  }

  /** The text on one line. */
  get text(): string {
    return tidy(this.#element.text);
  }

  /** The text with its line breaks. */
  get lines(): string {
    return this.#element.text.split('\n').map(tidy).join('\n').trim();
  }

  /** An attribute, or with no name the text, as it is in the file; empty if it is missing. */
  asWritten(attribute: string): string {
    return attribute === '' ? this.#element.text : (this.#element.attributes[attribute] ?? '');
  }

  /** The value of an attribute; empty if it is missing. */
  attribute(name: string): string {
    return tidy(this.#element.attributes[name] ?? '');
  }

  /** The text of the first child of this name; empty if it is missing. */
  textIn(child: string): string {
    return this.first(child)?.text ?? '';
  }

  /** The value of an attribute of the first child of this name; empty if one of them is missing. */
  attributeIn(child: string, name: string): string {
    return this.first(child)?.attribute(name) ?? '';
  }

  all(name: string): readonly ActivityElement[] {
    return this.#element.children
      .filter((child) => child.name === name)
      .map(
        (child, index) =>
          new ActivityElement(child, `${this.pointer}/${name}[${index + 1}]`, this.#language),
      );
  }

  first(name: string): ActivityElement | null {
    const child = this.#element.children.find((each) => each.name === name);
    return child === undefined
      ? null
      : new ActivityElement(child, `${this.pointer}/${name}`, this.#language);
  }

  /** The names of the child elements. */
  get childNames(): readonly string[] {
    return this.#element.children.map(({ name }) => name);
  }

  /** The narrative in English, or else the first one; empty if there is no text. */
  get narrative(): string {
    return this.#narrativeElement?.text ?? '';
  }

  get narrativeLines(): string {
    return this.#narrativeElement?.lines ?? '';
  }

  get #narrativeElement(): ActivityElement | undefined {
    const texts = this.all('narrative').filter(({ text }) => text !== '');
    const english = texts.find((each) =>
      (each.attribute('xml:lang').toLowerCase() || this.#language).startsWith('en'),
    );
    return english ?? texts[0];
  }
}
