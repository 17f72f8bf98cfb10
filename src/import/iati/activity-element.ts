import { atPointer, type Place, type Report } from '../report.js';
import { tidy } from './party.js';
import type { XmlElement } from './xml-records.js';

/** What is wrong with a record goes to a report. */
export type Findings = Pick<Report, 'fault' | 'warn' | 'notTaken'>;

/** An element of an activity, with where it stands (an XPath) and how its activity reads. */
export class ActivityElement {
  readonly #element: XmlElement;
  readonly pointer: string;
  /** The language of a text that does not say its own. */
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

  /** Its text in one line. */
  get text(): string {
    return tidy(this.#element.text);
  }

  /** Its text as it is divided into lines. */
  get lines(): string {
    return this.#element.text.split('\n').map(tidy).join('\n').trim();
  }

  /** An attribute; empty where it is not given. */
  attribute(name: string): string {
    return tidy(this.#element.attributes[name] ?? '');
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

  /** The names of what is within. */
  get childNames(): readonly string[] {
    return this.#element.children.map(({ name }) => name);
  }

  /** Its text in English or, where there is none, the first; empty where there is no text. */
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
