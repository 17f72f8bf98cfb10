import { badInput } from '../errors.js';
import { decodeCursor, type Position } from './cursor.js';
import type { TextArgument } from './declare.js';
import { refuseFaults } from './filter-check.js';
import type { Order, OrderKey } from './order.js';
import type { ClassOf } from './row.js';

export const PAGE_SIZE = { default: 20, max: 100 } as const;

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly asOf?: string | null;
  readonly filter?: Readonly<Record<string, unknown>> | null;
  readonly orderBy?: string | null;
}

/** What a page is, made sure of. */
export interface PageRequest {
  readonly size: number;
  readonly fromEnd: boolean;
  readonly order: string;
  readonly key: OrderKey;
  readonly descending: boolean;
  readonly after: Position | null;
  readonly before: Position | null;
  readonly asOf: string | null;
  readonly text: string | null;
  readonly filter: Readonly<Record<string, unknown>>;
}

export function pageRequest(
  args: PageArguments,
  orders: Order,
  argument: TextArgument | null,
  filter: ClassOf | null,
): PageRequest {
  if (args.first != null && args.last != null) {
    throw badInput(`'first' and 'last' exclude each other. Give one of them.`, ['last']);
  }
  if (filter !== null && args.filter != null) refuseFaults(filter, args.filter);
  const order = args.orderBy ?? orders.first;
  const chosen = orders.keys.get(order);
  if (chosen === undefined) throw new Error(`No such order: ${order}`);
  return {
    size: pageSize('first', args.first) ?? pageSize('last', args.last) ?? PAGE_SIZE.default,
    fromEnd: args.last != null,
    order,
    key: chosen.key,
    descending: chosen.direction === 'DESC',
    after: args.after == null ? null : decodeCursor(args.after, order, chosen.key.type, 'after'),
    before:
      args.before == null ? null : decodeCursor(args.before, order, chosen.key.type, 'before'),
    asOf: args.asOf ?? null,
    text: argument === null ? null : textOf(args, argument),
    filter: args.filter ?? {},
  };
}

function pageSize(argument: 'first' | 'last', size: number | null | undefined): number | null {
  if (size == null) return null;
  if (size < 0 || size > PAGE_SIZE.max) {
    throw badInput(
      `'${argument}' must be from 0 to ${String(PAGE_SIZE.max)}, and is ${String(size)}. Ask for more in further pages, with 'after'.`,
      [argument],
    );
  }
  return size;
}

function textOf(args: PageArguments, { name, check }: TextArgument): string {
  const text = (args as Readonly<Record<string, string>>)[name] ?? '';
  check(text);
  return text;
}
