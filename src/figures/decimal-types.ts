import type { DuckDBConnection } from '@duckdb/node-api';
import type { CopiedTable } from './copied-tables.js';

/** The sorts of decimal numbers of a copy. */
const SORTS = ['amount', 'percentage'] as const;
type DecimalSort = (typeof SORTS)[number];

/** How many digits the longest numbers of each sort have, before and after the point. */
export type Digits = Readonly<
  Record<DecimalSort, { readonly before: number; readonly after: number }>
>;

/** More digits than that DuckDB cannot count exactly, and up to this many it counts fast. */
const MAX_DIGITS = 38;
const FAST_DIGITS = 18;

/** Of numbers that stand in these rows as texts. */
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
 * One type for each sort, in which every number of it stands exactly. It must be one: where DuckDB puts
 * together numbers of several types, it rounds what would be too long.
 */
export function decimalTypes(digits: Digits): Readonly<Record<DecimalSort, string>> {
  const typeOf = (sort: DecimalSort) => {
    const { before, after } = digits[sort];
    if (before + after > MAX_DIGITS) {
      throw new Error(`to hold every ${sort}, more than ${String(MAX_DIGITS)} digits are needed`);
    }
    return `DECIMAL(${String(widthOf(digits[sort]))}, ${String(after)})`;
  };
  return { amount: typeOf('amount'), percentage: typeOf('percentage') };
}

const widthOf = ({ before, after }: Digits[DecimalSort]) =>
  before + after <= FAST_DIGITS ? FAST_DIGITS : MAX_DIGITS;

/** Whether numbers with so many digits stand exactly in the types made for others. */
export function fits(digits: Digits, made: Digits): boolean {
  return SORTS.every(
    (sort) =>
      digits[sort].after <= made[sort].after &&
      digits[sort].before + made[sort].after <= widthOf(made[sort]),
  );
}
