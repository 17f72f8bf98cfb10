import type { DataSource } from 'typeorm';

type Row = Readonly<Record<string, unknown>>;

/** What it says of an entry that is not there. */
export const ENTRY = 'an entry';

interface ColumnOf {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly isKey: boolean;
}

/**
 * Changes one stored value after the other, each in the first of the rows that has it: a value that can be unknown
 * becomes unknown, an amount or a text another one. Before that, it removes an entry of a list. Each time it gives the
 * name of what is different, and afterwards everything is as before.
 */
export async function* variedRows(
  dataSource: DataSource,
  table: string,
  ownerId: string,
): AsyncGenerator<string> {
  // A rule about two values would refuse that one of them is different.
  await dataSource.query(`DO $$ DECLARE rule text; BEGIN
    FOR rule IN SELECT conname FROM pg_constraint WHERE conrelid = '"${table}"'::regclass AND contype = 'c'
    LOOP EXECUTE 'ALTER TABLE "${table}" DROP CONSTRAINT "' || rule || '"'; END LOOP; END $$`);
  const columns = await dataSource.query<ColumnOf[]>(
    `SELECT column_name AS name, data_type AS type, is_nullable = 'YES' AS "isNullable",
       EXISTS (SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
               WHERE i.indrelid = '"${table}"'::regclass AND i.indisprimary AND a.attname = column_name) AS "isKey"
     FROM information_schema.columns WHERE is_generated = 'NEVER' AND table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  const stored = await dataSource.query<{ row: Row }[]>(
    // As texts, because a number of JavaScript could lose digits.
    `SELECT (SELECT json_object_agg(key, value) FROM json_each_text(row_to_json(t))) AS row FROM "${table}" t ORDER BY t::text LIKE '%' || $1 || '%' DESC, t::text`,
    [ownerId],
  );
  const rows = stored.map(({ row }) => row);
  const [first] = rows;
  if (first === undefined) throw new Error(`There is no row of ${table}.`);
  const keys = columns.filter(({ isKey }) => isKey).map(({ name }) => name);
  const keyOf = (row: Row) => keys.map((name) => row[name]);
  const isRow = keys
    .map((name, index) => `t."${name}"::text = $${String(index + 2)}`)
    .join(' AND ');

  if (table !== 'grant' && !columns.some(({ name }) => name === 'slug')) {
    await dataSource.query(`DELETE FROM "${table}" t WHERE ${isRow} AND $1::text IS NULL`, [
      null,
      ...keyOf(first),
    ]);
    yield `${table}: ${ENTRY}`;
    await dataSource.query(
      `INSERT INTO "${table}" SELECT * FROM json_populate_record(NULL::"${table}", $1)`,
      [JSON.stringify(first)],
    );
  }
  for (const column of columns) {
    const { name } = column;
    const row = rows.find((each) => each[name] != null);
    const other = row === undefined ? undefined : otherValue(column, row[name]);
    if (row === undefined || other === undefined) continue;
    const set = (value: unknown) =>
      dataSource.query(
        `UPDATE "${table}" t SET "${name}" = (json_populate_record(NULL::"${table}", $1)).${name} WHERE ${isRow}`,
        [JSON.stringify({ [name]: value }), ...keyOf(row)],
      );
    await set(other);
    yield `${table}.${name}`;
    await set(row[name]);
  }
}

/** Undefined for keys, for what must be there and refers to another row, and for codes. */
function otherValue({ name, type, isNullable, isKey }: ColumnOf, value: unknown): unknown {
  if (isKey || DERIVED.has(name)) return undefined;
  if (isNullable) return null;
  if (type === 'numeric') return String(Number(value) + 1);
  if (type === 'boolean') return value !== 'true';
  if (type === 'text' && !CODES.has(name)) return `${String(value)} changed`;
  return undefined;
}

const CODES: ReadonlySet<string> = new Set(
  'kind status role type scheme scope currency slug'.split(' '),
);

/** Sums of transactions; whose number an identifier is, which follows from scheme and funder; the type of a group. */
const DERIVED: ReadonlySet<string> = new Set([
  'committed',
  'disbursed',
  'spent',
  'namespace',
  'group_type',
]);
