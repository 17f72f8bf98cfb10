import { createHash } from 'node:crypto';
import { badInput } from '../errors.js';

/** Where a row stands: the name of the order and the row's values of its key, the id last. */
export type Position = readonly string[];

/**
 * A cursor says where a row stands, not which number it has, so it stays right when rows come and
 * go. The checksum tells a damaged cursor from a sound one; there is nothing secret in it.
 */
export function encodeCursor(order: string, position: Position): string {
  const payload = JSON.stringify([order, ...position]);
  return Buffer.from(`${checksum(payload)}${payload}`).toString('base64url');
}

export function decodeCursor(cursor: string, order: string, argument: string): Position {
  const text = Buffer.from(cursor, 'base64url').toString();
  const payload = text.slice(8);
  // Some changed last characters decode to the same bytes; only the one that was given out is right.
  const isAsGiven = Buffer.from(text).toString('base64url') === cursor;
  if (!isAsGiven || text.slice(0, 8) !== checksum(payload)) {
    throw badInput(
      `'${argument}' is not a cursor of this API. Pass one on as it was given, from 'cursor' or 'pageInfo'.`,
      [argument],
    );
  }
  const [cursorOrder, ...position] = JSON.parse(payload) as string[];
  if (cursorOrder !== order) {
    throw badInput(
      `'${argument}' is a cursor of a list ordered by ${String(cursorOrder)}, and this one is ordered by ${order}. Start again without it.`,
      [argument],
    );
  }
  return position;
}

function checksum(payload: string): string {
  return createHash('md5').update(payload).digest('hex').slice(0, 8);
}
