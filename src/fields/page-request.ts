import { badInput } from '../errors.js';
import { decodeCursor, type Position } from './cursor.js';
import type { TextArgument } from './declarations.js';
import { refuseFaults } from './filter.js';
import { sortingOf, type OrderBy, type Orders, type Sorting } from './order.js';
import type { ClassOf } from './row.js';

export const PAGE_SIZE = { default: 20, max: 100 } as const;

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly asOf?: string | null;
  readonly filter?: Readonly<Record<string, unknown>> | null;
  readonly orderBy?: readonly OrderBy[] | null;
}

/** A validated request for a page. */
export interface PageRequest {
  readonly size: number;
  readonly fromEnd: boolean;
  readonly sorting: Sorting;
  readonly after: Position | null;
  readonly before: Position | null;
  readonly asOf: string | null;
  readonly text: string | null;
  readonly filter: Readonly<Record<string, unknown>>;
}

export function pageRequest(
  args: PageArguments,
  orders: Orders,
  argument: TextArgument | null,
  filter: ClassOf | null,
): PageRequest {
  if (args.first != null && args.last != null) {
    throw badInput(`'first' and 'last' cannot be combined. Use one of them.`, ['last']);
  }
  if (filter !== null && args.filter != null) refuseFaults(filter, args.filter);
  const sorting = sortingOf(orders, args.orderBy);
  return {
    size: pageSize('first', args.first) ?? pageSize('last', args.last) ?? PAGE_SIZE.default,
    fromEnd: args.last != null,
    sorting,
    after: args.after == null ? null : decodeCursor(args.after, sorting, 'after'),
    before: args.before == null ? null : decodeCursor(args.before, sorting, 'before'),
    asOf: args.asOf ?? null,
    text: argument === null ? null : textOf(args, argument),
    filter: args.filter ?? {},
  };
}

function pageSize(argument: 'first' | 'last', size: number | null | undefined): number | null {
  if (size == null) return null;
  if (size < 0 || size > PAGE_SIZE.max) {
    throw badInput(
      `'${argument}' must be between 0 and ${String(PAGE_SIZE.max)}; got ${String(size)}. Request more with '${argument === 'first' ? 'after' : 'before'}'.`,
      [argument],
    );
  }
  return size;
}

function textOf(args: PageArguments, { name, check }: TextArgument): string {
  const text = (args as Readonly<Record<string, string>>)[name];
  if (text === undefined) throw new Error(`The argument ${name} is required.`);
  check(text);
  return text;
}
