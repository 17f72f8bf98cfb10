import type { PageRequest } from '../fields/page-request.js';
import { Sql, Value, type Statement } from '../fields/sql.js';

export type Variables = Readonly<Record<string, unknown>>;

/** A value that is known only with the variables of a request. */
class Deferred {
  constructor(readonly of: (variables: Variables, pages: readonly PageRequest[]) => unknown) {}
}

/** The values of a statement's placeholders, as functions of the operation's variables. */
export class DeferredValues {
  readonly #pages: ((variables: Variables) => PageRequest)[] = [];

  /** The placeholder of a value. */
  add(of: (variables: Variables) => unknown): Sql {
    return placeholder(new Deferred(of));
  }

  /** Placeholders for values of a page request, which is made once for all of them. */
  binder(
    request: (variables: Variables) => PageRequest,
  ): (of: (request: PageRequest) => unknown) => Sql {
    const page = this.#pages.push(request) - 1;
    return (of) => placeholder(new Deferred((_variables, pages) => of(pages[page] as PageRequest)));
  }

  /** The values of a rendered statement for the variables of a request. Throws if an argument is invalid. */
  resolver({ values }: Statement): (variables: Variables) => readonly unknown[] {
    return (variables) => {
      const pages = this.#pages.map((request) => request(variables));
      return values.map((value) =>
        value instanceof Deferred ? value.of(variables, pages) : value,
      );
    };
  }
}

function placeholder(deferred: Deferred): Sql {
  return new Sql(['', ''], [new Value(deferred)]);
}
