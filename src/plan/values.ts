import type { PageRequest } from '../graph/page.js';

export type Variables = Readonly<Record<string, unknown>>;

/** The values of a statement's placeholders, as functions of the operation's variables. */
export class Values {
  readonly #pages: ((variables: Variables) => PageRequest)[] = [];
  readonly #values: ((variables: Variables, pages: readonly PageRequest[]) => unknown)[] = [];

  /** Adds a value and returns its placeholder. */
  add(value: (variables: Variables) => unknown): string {
    this.#values.push(value);
    return `$${String(this.#values.length)}`;
  }

  /** Adds values of a page request, which is created once for all of them. */
  binder(
    request: (variables: Variables) => PageRequest,
  ): (value: (request: PageRequest) => unknown) => string {
    const page = this.#pages.push(request) - 1;
    return (value) => {
      this.#values.push((_variables, pages) => value(pages[page] as PageRequest));
      return `$${String(this.#values.length)}`;
    };
  }

  readonly of = (variables: Variables): unknown[] => {
    const pages = this.#pages.map((request) => request(variables));
    return this.#values.map((value) => value(variables, pages));
  };
}
