import { NODE_CLASSES } from '../../resolvers/node-classes.js';
import { ORGANIZATION_CLASSES } from '../../resolvers/network/organization-kinds.resolver.js';
import type { Database } from '../../src/database/database.js';
import { from, rows, type AnyColumns } from '../../src/fields/columns.js';
import type { ClassOf } from '../../src/fields/row.js';
import { sql, TRUE, value, type Sql } from '../../src/fields/sql.js';
import type { Pool } from './operations.js';

/** Some of everything that a database has. */
export async function poolOf({ read, tables }: Pick<Database, 'read' | 'tables'>): Promise<Pool> {
  const some = await Promise.all(
    Object.values(NODE_CLASSES).map((type) => idsOf({ read, tables }, type, 8)),
  );
  const organizations = await read(
    `SELECT o.id, o.slug, o.type, i.scheme, i.value FROM organization o LEFT JOIN identifier i
     ON i.organization_id = o.id AND i.rank = 1 ORDER BY i.value IS NULL, md5(o.id::text) LIMIT 30`,
    [],
  );
  const slugs = new Map<string, string[]>();
  for (const { type, slug } of organizations) {
    for (const name of ['Organization', type as string]) {
      slugs.set(name, [...(slugs.get(name) ?? []), slug as string]);
    }
  }
  for (const type of ['Initiative', 'Event', 'Source', 'Partnership', 'Person', 'Announcement']) {
    const found = await read(
      `SELECT slug FROM "${type.toLowerCase()}" ORDER BY md5(slug) LIMIT 8`,
      [],
    );
    slugs.set(
      type,
      found.map(({ slug }) => slug as string),
    );
  }
  return {
    ids: some.flat(),
    slugs,
    representations: organizations.flatMap(({ id, type, scheme, value }) => [
      { __typename: type, id },
      { __typename: 'Organization', id },
      ...(scheme === null ? [] : [{ __typename: type, identifier: { scheme, value } }]),
    ]),
  };
}

/** The ids of all that is of a type. */
export async function idsOfType(
  database: Pick<Database, 'read' | 'tables'>,
  typeName: string,
): Promise<string[]> {
  const organization = ORGANIZATION_CLASSES.get(typeName);
  const type = organization ?? (NODE_CLASSES as Readonly<Record<string, ClassOf>>)[typeName];
  if (type === undefined) throw new Error(`${typeName} is no node.`);
  return (await idsOf(database, type)).sort();
}

/** The ids of the rows of a class, at most `first` of them. */
async function idsOf(
  { read, tables }: Pick<Database, 'read' | 'tables'>,
  type: ClassOf,
  first: number | null = null,
): Promise<string[]> {
  const row = rows(type) as AnyColumns;
  const id = row.id as Sql;
  const { text, values } = tables.render(
    sql`SELECT ${id} AS id FROM ${from(row)} WHERE ${tables.isOfKind(type, row) ?? TRUE}
      ORDER BY md5(${id}::text) LIMIT ${value(first)}::int`,
  );
  const found = await read(text, values);
  return found.map((each) => each.id as string);
}
