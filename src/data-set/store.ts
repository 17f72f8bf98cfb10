import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

export interface Stored {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Stores rows of one table in one statement, by the properties of their entity; a row that is there
 * already is brought up to date. All rows must have the same properties.
 */
export async function storeRows<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Entity>,
  rows: readonly Partial<Entity>[],
): Promise<Stored> {
  const [first] = rows;
  if (first === undefined) return { inserted: 0, updated: 0, unchanged: 0 };
  const { columns, primaryColumns, tableName } = manager.connection.getMetadata(entity);
  const written = columns.filter(({ propertyName }) => propertyName in first);
  const names = written.map(({ databaseName }) => `"${databaseName}"`);
  const key = primaryColumns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const others = written
    .filter(({ isPrimary }) => !isPrimary)
    .map(({ databaseName }) => `"${databaseName}"`);
  const onConflict =
    others.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}
         WHERE (${others.map((name) => `t.${name}`).join(', ')}) IS DISTINCT FROM (${others.map((name) => `excluded.${name}`).join(', ')})`;
  const records = rows.map((row) =>
    Object.fromEntries(
      written.map(({ databaseName, propertyName }) => [
        databaseName,
        (row as Readonly<Record<string, unknown>>)[propertyName] ?? null,
      ]),
    ),
  );
  const result = await manager.query<{ inserted: boolean }[]>(
    `INSERT INTO "${tableName}" AS t (${names.join(', ')})
     SELECT ${names.join(', ')} FROM json_populate_recordset(NULL::"${tableName}", $1::json)
     ON CONFLICT (${key}) ${onConflict}
     RETURNING xmax = 0 AS inserted`,
    [JSON.stringify(records)],
  );
  const inserted = result.filter((row) => row.inserted).length;
  return {
    inserted,
    updated: result.length - inserted,
    unchanged: rows.length - result.length,
  };
}
