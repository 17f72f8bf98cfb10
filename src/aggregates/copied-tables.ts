import type { ColumnsRead } from '../fields/sql.js';

/** The type of a column. All amounts have as many digits as the longest one, and so do all percentages. */
export type Sort = 'uuid' | 'text' | 'texts' | 'boolean' | 'amount' | 'percentage';

/** A table of the copy, with its columns and their source. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, Sort>>;
  /** The column that identifies changed rows in `changed_row`; without it, a change copies the whole table. */
  readonly key?: string;
  /** The source, if it is not the table of that name. */
  readonly from?: { readonly table: string; readonly select: string };
}

const titled = { id: 'uuid', slug: 'text', title: 'text' } as const;

/** The data behind figures about grants. Other tables and columns are only in the database. */
export const COPIED_TABLES: readonly CopiedTable[] = [
  {
    name: 'grant',
    key: 'id',
    columns: {
      id: 'uuid',
      source_id: 'uuid',
      funder_id: 'uuid',
      programme_id: 'uuid',
      initiative_id: 'uuid',
      parent_id: 'uuid',
      currency: 'text',
      applied_for: 'amount',
      awarded: 'amount',
      committed: 'amount',
      disbursed: 'amount',
      spent: 'amount',
      awarded_on: 'text',
      planned_start_on: 'text',
      planned_end_on: 'text',
      started_on: 'text',
      ended_on: 'text',
      status: 'text',
      regrant: 'text',
      to_individuals: 'boolean',
      is_secondary_report: 'boolean',
    },
  },
  {
    name: 'grant_share',
    key: 'grant_id',
    columns: { grant_id: 'uuid', organization_id: 'uuid', amount: 'amount' },
  },
  {
    name: 'grant_intermediary',
    key: 'grant_id',
    columns: { grant_id: 'uuid', organization_id: 'uuid' },
  },
  {
    name: 'grant_sector',
    key: 'grant_id',
    columns: { grant_id: 'uuid', sector_id: 'uuid', percentage: 'percentage' },
  },
  {
    name: 'grant_location',
    key: 'grant_id',
    columns: { grant_id: 'uuid', country: 'text', region_id: 'uuid', percentage: 'percentage' },
  },
  {
    name: 'grant_transaction',
    key: 'grant_id',
    columns: {
      grant_id: 'uuid',
      kind: 'text',
      value: 'amount',
      currency: 'text',
      value_date: 'text',
      sector_id: 'uuid',
      country: 'text',
      region_id: 'uuid',
    },
  },
  { name: 'grant_programme', columns: titled },
  { name: 'source', columns: titled },
  { name: 'organization', columns: { id: 'uuid', slug: 'text', name: 'text' } },
  {
    name: 'organization_merge',
    columns: { absorbed_slug: 'text', kept_id: 'uuid' },
    // A merge deletes an organization, which is recorded as a change.
    from: {
      table: 'organization',
      select: 'SELECT absorbed_slug, kept_id FROM organization_merge',
    },
  },
  {
    name: 'initiative',
    columns: { ...titled, challenges: 'texts' },
    from: {
      table: 'initiative',
      select: `SELECT id, slug, title, array_to_string(challenges, ',') FROM initiative`,
    },
  },
  {
    name: 'sector',
    columns: { id: 'uuid', scheme: 'text', code: 'text', title: 'text' },
  },
  {
    name: 'sector_below',
    columns: { above_id: 'uuid', below_id: 'uuid' },
    from: {
      table: 'sector',
      select: 'SELECT s.id, b.id FROM sector s CROSS JOIN LATERAL sectors_below(s.id) AS b(id)',
    },
  },
  { name: 'region', columns: { id: 'uuid', code: 'text', name: 'text' } },
];

const COLUMNS = new Map(
  COPIED_TABLES.map(({ name, columns }) => [name, new Set(Object.keys(columns))]),
);

/** Whether the copy has everything that a statement reads. */
export function isCopied(read: ColumnsRead): boolean {
  return [...read].every(([table, columns]) => {
    const copied = COLUMNS.get(table);
    return copied !== undefined && [...columns].every((column) => copied.has(column));
  });
}

/** The source table of a copied one. */
export const sourceOf = ({ name, from }: CopiedTable): string => from?.table ?? name;

/** The statements that read the rows to copy: all rows, in as many parts, or those with these keys. */
export function selectsOf(
  table: CopiedTable,
  keys: readonly string[] | 'ALL',
  parts: number,
): string[] {
  const names = Object.keys(table.columns).map((column) => `"${column}"`);
  const all = table.from?.select ?? `SELECT ${names.join(', ')} FROM "${table.name}"`;
  const { key } = table;
  if (key === undefined) return [all];
  return keys === 'ALL'
    ? ranges(parts).map(({ from, to }) => `${all} WHERE "${key}" BETWEEN '${from}' AND '${to}'`)
    : [`${all} WHERE "${key}" = ANY ('{${keys.join(',')}}'::uuid[])`];
}

/** Ranges of ids that together have all of them, each about equally many: ids are hashes. */
function ranges(parts: number): { readonly from: string; readonly to: string }[] {
  const bound = (part: number) => Math.floor((part * 0x1_0000) / parts);
  const hex = (number: number) => number.toString(16).padStart(4, '0');
  return Array.from({ length: parts }, (_, part) => ({
    from: `${hex(bound(part))}0000-0000-0000-0000-000000000000`,
    to: `${hex(bound(part + 1) - 1)}ffff-ffff-ffff-ffff-ffffffffffff`,
  }));
}

/** Functions of PostgreSQL, built-in or ours, that the statements of figures use. */
export const FUNCTIONS: readonly string[] = [
  'cardinality(list) AS len(list)',
  'div(number, divisor) AS number::hugeint // divisor::hugeint',
  'sectors_below(top) AS unnest((SELECT list(b.below_id) FROM sector_below b WHERE b.above_id = top))',
  // A text, because the PostgreSQL driver returns large numbers as text too.
  `trim_scale(number) AS CASE WHEN contains(number::text, '.')
     THEN rtrim(rtrim(number::text, '0'), '.') ELSE number::text END`,
];
