import { createHash } from 'node:crypto';
import { parseId } from '../domain/ids.js';
import { isDay } from '../domain/partial-date.js';
import { badInput } from '../errors.js';
import type { OrderKey } from './order.js';

/** Where a row stands in an order: its key, as the text that PostgreSQL writes for it, and its id. */
export type Position = readonly [key: string, id: string];

/**
 * A cursor says where a row stands, not which number it has, so it stays right when rows come and
 * go. The checksum tells a damaged cursor from a sound one; there is nothing secret in it.
 */
export function encodeCursor(order: string, position: Position): string {
  const payload = JSON.stringify([order, ...position]);
  return Buffer.from(`${checksum(payload)}${payload}`).toString('base64url');
}

export function decodeCursor(
  cursor: string,
  order: string,
  type: OrderKey['type'],
  argument: string,
): Position {
  const content = contentOf(cursor);
  if (content !== null && content[0] !== order) {
    throw badInput(
      `'${argument}' is a cursor of a list ordered by ${content[0]}, and this one is ordered by ${order}. Start again without it.`,
      [argument],
    );
  }
  if (content === null || parseId(content[2]) === null || !IS_KEY[type](content[1])) {
    throw badInput(
      `'${argument}' is not a cursor of this API. Pass one on as it was given, from 'cursor' or 'pageInfo'.`,
      [argument],
    );
  }
  return [content[1], content[2]];
}

type Content = readonly [order: string, key: string, id: string];

/** What a cursor says; null for what was not made by `encodeCursor`. */
function contentOf(cursor: string): Content | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  const payload = text.slice(8);
  // Some changed last characters decode to the same bytes; only the one that was given out is right.
  const isAsGiven = Buffer.from(text).toString('base64url') === cursor;
  if (!isAsGiven || text.slice(0, 8) !== checksum(payload)) return null;
  const content = parsed(payload);
  const isContent =
    Array.isArray(content) &&
    content.length === 3 &&
    content.every((part) => typeof part === 'string');
  return isContent ? (content as unknown as Content) : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // anybody can make a checksum
  }
}

const INT = { min: -(2 ** 31), max: 2 ** 31 - 1 };
const INSTANT =
  /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-5])(:[0-5]\d){0,2}$/;

/** Whether PostgreSQL can read the text as a key of the type: a forged cursor must not make it fail. */
const IS_KEY: Readonly<Record<OrderKey['type'], (text: string) => boolean>> = {
  text: (text) => !text.includes('\0'),
  int: (text) => /^-?\d{1,10}$/.test(text) && Number(text) >= INT.min && Number(text) <= INT.max,
  numeric: (text) => /^-?\d{1,100}(\.\d{1,100})?$/.test(text),
  timestamptz: (text) => isDay(INSTANT.exec(text)?.[1]),
};

function checksum(payload: string): string {
  return createHash('md5').update(payload).digest('hex').slice(0, 8);
}
