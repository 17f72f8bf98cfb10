import type { DuckDBConnection } from '@duckdb/node-api';
import type { CopiedTable } from './copied-tables.js';

/** The kinds of decimal numbers in a copy. */
const SORTS = ['amount', 'percentage'] as const;
type DecimalSort = (typeof SORTS)[number];

/** The maximum number of digits of each kind, before and after the point. */
export type Digits = Readonly<
  Record<DecimalSort, { readonly before: number; readonly after: number }>
>;

/** DuckDB is exact only up to this number of digits, and fast up to it. */
const MAX_DIGITS = 38;
const FAST_DIGITS = 18;

/** Measures numbers that are text in these rows. */
export async function measureDigits(
  connection: DuckDBConnection,
  tables: readonly { readonly table: CopiedTable; readonly rows: string }[],
): Promise<Digits> {
  const digits = { amount: { before: 1, after: 0 }, percentage: { before: 1, after: 0 } };
  for (const { table, rows } of tables) {
    for (const sort of SORTS) {
      const columns = Object.keys(table.columns).filter((name) => table.columns[name] === sort);
      if (columns.length === 0) continue;
      const longest = (part: number) =>
        `greatest(${columns.map((name) => `max(length(split_part(ltrim("${name}", '-'), '.', ${String(part)})))`).join(', ')}, 0)::int`;
      const reader = await connection.runAndReadAll(
        `SELECT ${longest(1)}, ${longest(2)} FROM ${rows}`,
      );
      const [[before, after]] = reader.getRows() as [[number, number]];
      const all = digits[sort];
      digits[sort] = {
        before: Math.max(all.before, before),
        after: Math.max(all.after, after),
      };
    }
  }
  return digits;
}

/**
 * One type for each kind, which represents every number exactly. A single type is required: when DuckDB
 * combines numbers of several types, it rounds numbers that would be too long.
 */
export function decimalTypes(digits: Digits): Readonly<Record<DecimalSort, string>> {
  const typeOf = (sort: DecimalSort) => {
    const { before, after } = digits[sort];
    if (before + after > MAX_DIGITS) {
      throw new Error(`the longest ${sort} needs more than ${String(MAX_DIGITS)} digits`);
    }
    return `DECIMAL(${String(widthOf(digits[sort]))}, ${String(after)})`;
  };
  return { amount: typeOf('amount'), percentage: typeOf('percentage') };
}

const widthOf = ({ before, after }: Digits[DecimalSort]) =>
  before + after <= FAST_DIGITS ? FAST_DIGITS : MAX_DIGITS;

/** Whether numbers with these digits are exact in types that were made for other digits. */
export function fits(digits: Digits, made: Digits): boolean {
  return SORTS.every(
    (sort) =>
      digits[sort].after <= made[sort].after &&
      digits[sort].before + made[sort].after <= widthOf(made[sort]),
  );
}
