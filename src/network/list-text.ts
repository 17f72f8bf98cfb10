import type { NetworkData } from './answers.js';
import { directions, LinkRow, tieRows } from './link-rows.js';
import { rowsWith, type NodeColumns } from './node-row.js';
import { hasValue } from './shared-arrays.js';

/** The members of an object in a response, in order, with what their values are. */
export type Shape = readonly Member[];

export type Member = { readonly key: string } & (
  | { readonly kind: 'TEXT'; readonly text: string }
  | {
      readonly kind: 'VALUE';
      readonly field: string;
      readonly isNullable: boolean;
      /** The names of the values of an enum; null for other types. */
      readonly names: Readonly<Record<string, string>> | null;
    }
  | { readonly kind: 'OBJECT'; readonly field: string; readonly shape: Shape }
  | {
      readonly kind: 'LIST';
      readonly field: string;
      readonly limit: number;
      readonly shape: Shape;
    }
);

/** The number of objects in a text, and in the objects and lists within them by their key. */
export interface Tally {
  readonly count: number;
  readonly within: Readonly<Record<string, Tally>>;
}

/** A list of a response as JSON. */
export interface WrittenList {
  readonly text: string;
  readonly tally: Tally;
}

export interface ListQuestion {
  readonly of: 'NODES' | 'EDGES';
  /** The nodes or edges in order. */
  readonly items: ArrayLike<number> & Iterable<number>;
  readonly shape: Shape;
  readonly columns: NodeColumns;
  /** The bridges of the network, if they were asked for. */
  readonly bridges: Int32Array | null;
}

/**
 * Writes nodes or edges as JSON, as GraphQL.js would. Null if there is a value that GraphQL refuses: then the
 * resolvers report it.
 */
export function writeList(
  data: NetworkData,
  { of, items, shape, columns, bridges }: ListQuestion,
): WrittenList | null {
  const rowOf = rowsWith(data, columns, null);
  const writer = new Writer(shape);
  try {
    if (of === 'NODES') for (const node of items) writer.add(rowOf(node));
    else {
      const network = { view: data };
      for (const seen of directions(data.graph, items)) {
        const link = new LinkRow(network, seen);
        writer.add({
          fromKey: link.fromKey,
          toKey: link.toKey,
          isDirected: link.isDirected,
          weight: link.weight,
          get tieCount() {
            return link.tieCount;
          },
          get kinds() {
            return link.kinds;
          },
          get from() {
            return rowOf(link.fromNode);
          },
          get to() {
            return rowOf(link.toNode);
          },
          isBridge: bridges === null ? undefined : hasValue(bridges, link.edge),
          ties: (limit: number) => tieRows(link, limit),
        });
      }
    }
    return { text: writer.text, tally: writer.tally };
  } catch (error) {
    if (error instanceof RefusedValueError) return null;
    throw error;
  }
}

class RefusedValueError extends Error {}

/** Writes objects of one shape. */
class Writer {
  readonly #members: readonly (readonly [prefix: string, write: (row: object) => string])[];
  readonly #within: readonly (readonly [key: string, writer: Writer])[];
  #count = 0;
  #text = '';

  constructor(shape: Shape) {
    const within: (readonly [string, Writer])[] = [];
    this.#members = shape.map((member, index) => {
      const prefix = `${index === 0 ? '{' : ','}${JSON.stringify(member.key)}:`;
      if (member.kind === 'TEXT') return [prefix, () => member.text];
      if (member.kind === 'VALUE')
        return [prefix, (row) => valueText(cell(row, member.field), member)];
      const inner = new Writer(member.shape);
      within.push([member.key, inner]);
      if (member.kind === 'OBJECT') {
        return [prefix, (row) => inner.#written(objectIn(cell(row, member.field)))];
      }
      return [
        prefix,
        (row) => {
          const list = entriesIn(cell(row, member.field), member.limit);
          return `[${list.map((entry) => inner.#written(entry)).join()}]`;
        },
      ];
    });
    this.#within = within;
  }

  add(row: object): void {
    this.#text += this.#count === 0 ? this.#written(row) : `,${this.#written(row)}`;
  }

  get text(): string {
    return `[${this.#text}]`;
  }

  get tally(): Tally {
    const within = this.#within.map(([key, writer]) => [key, writer.tally] as const);
    return { count: this.#count, within: Object.fromEntries(within) };
  }

  #written(row: object): string {
    this.#count += 1;
    let text = '';
    for (const [prefix, write] of this.#members) text += prefix + write(row);
    return `${text}}`;
  }
}

const cell = (row: object, field: string): unknown =>
  (row as Readonly<Record<string, unknown>>)[field];

function objectIn(value: unknown): object {
  if (typeof value === 'object' && value !== null) return value;
  throw new RefusedValueError();
}

function entriesIn(value: unknown, limit: number): readonly object[] {
  const list = typeof value === 'function' ? (value as (limit: number) => unknown)(limit) : value;
  if (Array.isArray(list)) return list as object[];
  throw new RefusedValueError();
}

type ValueMember = Extract<Member, { kind: 'VALUE' }>;

function valueText(value: unknown, member: ValueMember): string {
  if (typeof value === 'boolean' || Number.isFinite(value)) return String(value);
  if (value === null && member.isNullable) return 'null';
  if (Array.isArray(value)) return `[${value.map((entry) => valueText(entry, member)).join()}]`;
  const text = typeof value !== 'string' || member.names === null ? value : member.names[value];
  if (typeof text === 'string') return JSON.stringify(text);
  throw new RefusedValueError();
}
