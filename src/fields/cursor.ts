import { createHash } from 'node:crypto';
import { parseUuid } from '../domain/ids.js';
import { isDay } from '../domain/partial-date.js';
import { badInput } from '../errors.js';
import type { OrderKey, Sorting } from './order.js';

/** The position of a row in a sort order: its keys as PostgreSQL prints them, then its id. */
export type Position = readonly string[];

/**
 * A cursor holds the sort keys of a row, not its index, so it stays valid when rows are added or removed.
 * The checksum detects damaged cursors; it protects no secret.
 */
export function encodeCursor(order: string, position: Position): string {
  const payload = JSON.stringify([order, ...position]);
  return Buffer.from(`${checksum(payload)}${payload}`).toString('base64url');
}

/** Decodes a cursor of a list with this order; throws for any other text. */
export function decodeCursor(cursor: string, { name, keys }: Sorting, argument: string): Position {
  const content = contentOf(cursor);
  if (content !== null && content.order !== name) {
    throw badInput(
      `'${argument}' is a cursor of a list sorted by ${content.order}, but this list is sorted by ${name}. Start again without '${argument}'.`,
      [argument],
    );
  }
  const position = content?.position ?? [];
  const [id, ...values] = [position.at(-1), ...position.slice(0, -1)];
  const isPosition =
    parseUuid(id) !== null &&
    values.length === keys.length &&
    keys.every(({ type }, at) => IS_KEY[type](values[at] as string));
  if (!isPosition) {
    throw badInput(
      `'${argument}' is not a valid cursor. Use one from 'cursor' or 'pageInfo', unchanged.`,
      [argument],
    );
  }
  return position;
}

interface Content {
  readonly order: string;
  readonly position: Position;
}

/** The content of a cursor; null if `encodeCursor` did not create it. */
function contentOf(cursor: string): Content | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  const payload = text.slice(8);
  // Several last characters decode to the same bytes; accept only the one that was issued.
  const isAsGiven = Buffer.from(text).toString('base64url') === cursor;
  if (!isAsGiven || text.slice(0, 8) !== checksum(payload)) return null;
  const content = parsed(payload);
  if (!Array.isArray(content) || !content.every((part) => typeof part === 'string')) return null;
  const [order, ...position] = content as readonly string[];
  return order === undefined ? null : { order, position };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // anyone can compute a valid checksum
  }
}

const INT = { min: -(2 ** 31), max: 2 ** 31 - 1 };
const INSTANT =
  /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-5])(:[0-5]\d){0,2}$/;

/** Whether PostgreSQL can parse the text as a key of this type: a forged cursor must not cause an SQL error. */
const IS_KEY: Readonly<Record<OrderKey['type'], (text: string) => boolean>> = {
  text: (text) => !text.includes('\0'),
  int: (text) => /^-?\d{1,10}$/.test(text) && Number(text) >= INT.min && Number(text) <= INT.max,
  date: (text) => !text.includes('\0'),
  numeric: (text) => /^-?(\d{1,100}(\.\d{1,100})?|Infinity)$/.test(text),
  timestamptz: (text) => isDay(INSTANT.exec(text)?.[1]),
};

function checksum(payload: string): string {
  return createHash('md5').update(payload).digest('hex').slice(0, 8);
}
