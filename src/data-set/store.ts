import {
  QueryFailedError,
  type EntityManager,
  type EntityMetadata,
  type EntityTarget,
  type ObjectLiteral,
} from 'typeorm';
import { UserError } from '../errors.js';

export interface Stored {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Deletes rows of some owners that are not in the new lists, or are different there. A changed row is
 * deleted too, so that two rows can swap unique values (the ranks of identifiers). Returns how many are
 * deleted for good, with these rows, and how many must be stored again.
 */
export async function removeOthers(
  manager: EntityManager,
  entity: EntityTarget<ObjectLiteral>,
  rows: readonly ObjectLiteral[],
  { property, ids }: { readonly property: string; readonly ids: readonly string[] },
): Promise<{
  readonly removed: number;
  readonly changed: number;
  readonly gone: readonly object[];
}> {
  if (ids.length === 0) return { removed: 0, changed: 0, gone: [] };
  const { columns, primaryColumns, tableName } = manager.dataSource.getMetadata(entity);
  const list = (of: typeof columns, alias: string) =>
    of.map(({ databaseName }) => `${alias}."${databaseName}"`).join(', ');
  const owner = columns.find(({ propertyName }) => propertyName === property);
  if (owner === undefined) throw new Error(`${tableName} has no property ${property}.`);
  const gone = await manager.query<{ changed: boolean; row: object }[]>(
    `WITH new AS (
       SELECT * FROM json_populate_recordset(NULL::"${tableName}", $2::json)
     ), gone AS (
       DELETE FROM "${tableName}" t WHERE t."${owner.databaseName}" = ANY($1::uuid[]) AND NOT EXISTS (
         SELECT FROM new n WHERE (${list(primaryColumns, 'n')}) = (${list(primaryColumns, 't')})
           AND (${list(columns, 'n')}) IS NOT DISTINCT FROM (${list(columns, 't')}))
       RETURNING to_jsonb(t) AS row,
         (${list(primaryColumns, 't')}) IN (SELECT ${list(primaryColumns, 'n')} FROM new n) AS changed
     ) SELECT changed, CASE WHEN NOT changed THEN row END AS row FROM gone`,
    [ids, asRecords(columns, rows)],
  );
  const lost = gone.filter((row) => !row.changed).map(({ row }) => row);
  return { removed: lost.length, changed: gone.length - lost.length, gone: lost };
}

/**
 * Upserts rows of one table in one statement, by the properties of their entity. All rows must have the
 * same properties.
 */
export async function storeRows<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Entity>,
  rows: readonly Partial<Entity>[],
): Promise<Stored> {
  const [first] = rows;
  if (first === undefined) return { inserted: 0, updated: 0, unchanged: 0 };
  const { columns, primaryColumns, tableName } = manager.dataSource.getMetadata(entity);
  const written = columns.filter(({ propertyName }) => propertyName in first);
  const key = primaryColumns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const others = written
    .filter(({ isPrimary }) => !isPrimary)
    .map(({ databaseName }) => `"${databaseName}"`);
  const onConflict =
    others.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}
         WHERE (${others.map((name) => `t.${name}`).join(', ')}) IS DISTINCT FROM (${others.map((name) => `excluded.${name}`).join(', ')})`;
  const result = await manager.query<{ inserted: boolean }[]>(
    `${insertInto(tableName, written)}
     ON CONFLICT (${key}) ${onConflict}
     RETURNING xmax = 0 AS inserted`,
    [asRecords(written, rows)],
  );
  const inserted = result.filter((row) => row.inserted).length;
  return {
    inserted,
    updated: result.length - inserted,
    unchanged: rows.length - result.length,
  };
}

/** Inserts new rows of one table, faster than `storeRows`. All rows must have the same properties. */
export async function insertRows<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Entity>,
  rows: readonly Partial<Entity>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { columns, tableName } = manager.dataSource.getMetadata(entity);
  const written = columns.filter(({ propertyName }) => propertyName in first);
  await manager.query(insertInto(tableName, written), [asRecords(written, rows)]);
}

/** The statement that inserts the records in its parameter. */
function insertInto(tableName: string, columns: EntityMetadata['columns']): string {
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  return `INSERT INTO "${tableName}" AS t (${names})
     SELECT ${names} FROM json_populate_recordset(NULL::"${tableName}", $1::json)`;
}

/** The rows by column name, as JSON for `json_populate_recordset`. */
function asRecords(columns: EntityMetadata['columns'], rows: readonly ObjectLiteral[]): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        columns.map(({ databaseName, propertyName }) => [
          databaseName,
          (row as Readonly<Record<string, unknown>>)[propertyName] ?? null,
        ]),
      ),
    ),
  );
}

/** An arbitrary number, the same in every instance. */
const RUN_LOCK = 1_763_900_002;

/**
 * Serializes imports and merges: two concurrent imports would create the same new organizations, and a
 * merge would miss what a running import stores for the absorbed organization.
 */
export async function waitForOtherRuns(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(${String(RUN_LOCK)})`);
}

/** Details that do not help a person: a whole row of the table, or ids. */
const INTERNAL = /^Failing row contains|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/;

/** Explains a database error in a sentence. The names of constraints say what they require. */
export function refusedByDatabase(error: unknown, what: string): Error {
  if (!(error instanceof QueryFailedError)) return error as Error;
  const { constraint, detail, message, code } = error.driverError as {
    readonly constraint?: string;
    readonly detail?: string;
    readonly message: string;
    readonly code?: string;
  };
  const more =
    detail === undefined || INTERNAL.test(detail) ? '' : `: ${detail.replace(/\.$/, '')}`;
  return new UserError(
    constraint === undefined
      ? `${what} was refused by the database: ${message}${more} (${code === undefined ? 'no SQLSTATE' : `SQLSTATE ${code}`}). Nothing was stored. ${remedyOf(code)}`
      : `${what} violates the rule '${constraint.replaceAll('_', ' ')}'${more}. Nothing was stored. Fix the record and run the command again.`,
    { cause: error },
  );
}

/** What to do, by the class of SQLSTATE (PostgreSQL, appendix A). */
function remedyOf(code: string | undefined): string {
  switch (code?.slice(0, 2)) {
    case '22':
    case '23':
      return 'Fix the value in the message and run the command again.';
    case '53':
    case '54':
      return 'Give the database more resources or use a smaller file, and run the command again.';
    case '08':
    case '40':
    case '55':
    case '57':
    case undefined:
      return 'Run the command again when the database is available and no other process changes the same data.';
    default:
      return 'Report this message to the maintainers of SCAN Graph.';
  }
}
