import type { Example } from './examples.js';
import type { Language } from './language.js';
import type { RegionDrawing } from './map/drawing.js';
import type { Settings } from './settings.js';

/** What a cell of a table says, and where it leads. */
export type Cell = string | { readonly text: string; readonly href: string };

export interface PlainTable {
  readonly heading: string;
  /** A map of what the table says. */
  readonly map?: RegionDrawing;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Text that keeps its lines: a query, a command. */
export interface Code {
  readonly heading: string;
  readonly note?: string;
  readonly text: string;
}

/** The content of a page without its interaction: what the server writes, and what search engines and people without JavaScript read. */
export interface View {
  readonly title: string;
  readonly description: string;
  readonly tables: readonly PlainTable[];
  /** Code under the tables. */
  readonly codes?: readonly Code[];
  /** Links to further pages of a list, or files. */
  readonly links?: readonly Cell[];
  /** Structured data (schema.org). */
  readonly structured?: Readonly<Record<string, unknown>>;
  /** Where the page is now, if its subject was merged into another. */
  readonly movedTo?: string;
}

/** A path with the parts of it that vary. */
export interface Address {
  readonly parameters: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
}

/** Where a page is, and on which server. */
interface Place extends Address {
  readonly settings: Settings;
  /** The example operations; a function, because one page needs them. */
  readonly examples: () => readonly Example[];
}

/** An operation as text, typed by its result and its variables. */
export interface Operation<Result, Variables> extends RegisteredOperation {
  readonly __apiType?: ((variables: Variables) => Result) | undefined;
  toString(): string;
}

/** An operation with what code generation says about it. */
export interface RegisteredOperation {
  readonly __meta__?: Readonly<Record<string, unknown>> | undefined;
}

/** The id of the operation among the registered documents, by which the API is asked for it. */
export function documentIdOf({ __meta__ }: RegisteredOperation): string {
  const id = __meta__?.documentId;
  if (typeof id === 'string') return id;
  throw new Error(
    'The operation has no id; list the plugin scripts/typed-documents.mjs for it in codegen.yml.',
  );
}

/** The root fields that are null if nothing is found. */
type Lookup =
  | 'organization'
  | 'initiative'
  | 'grant'
  | 'grantProgramme'
  | 'sector'
  | 'region'
  | 'event'
  | 'announcement'
  | 'advocacyCase'
  | 'cooperationOffer'
  | 'first'
  | 'second';

/** The data of an answer without errors: then only a field that looks something up can be null. */
export type Answered<Result> = {
  readonly [Field in keyof Result]: Field extends Lookup
    ? Result[Field]
    : NonNullable<Result[Field]>;
};

/** A page: its path, what it asks of the API, and its content. */
export interface PageDefinition<Result, Variables> {
  /** Parts that vary begin with a colon: `/organizations/:slug`. */
  readonly path: string;
  readonly operation: Operation<Result, Variables>;
  readonly variables: (address: Address) => Variables;
  /** Null if there is nothing at this address. */
  readonly view: (data: Answered<Result>, language: Language, place: Place) => View | null;
}

/** Checks the types of a page against its operation. */
export function definePage<Result, Variables>(
  page: PageDefinition<Result, Variables>,
): PageDefinition<Result, Variables> {
  return page;
}

/** The parts of a path that vary, or null if the path is not of this form. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const given = path.replace(/(.)\/$/, '$1').split('/');
  if (wanted.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':')) {
      if (value === '') return null;
      parameters[part.slice(1)] = decoded(value);
    } else if (part !== value) return null;
  }
  return parameters;
}

/** A part of a path that is not valid is taken as it is, and then nothing has that name. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
