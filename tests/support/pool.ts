import { NODE_CLASSES } from '../../resolvers/node-classes.js';
import { ORGANIZATION_CLASSES } from '../../resolvers/organization-kinds.resolver.js';
import type { Database } from '../../src/database/database.js';
import type { ClassOf } from '../../src/graph/row.js';
import type { Pool } from './operations.js';

/** Some of everything that a database has. */
export async function poolOf({ read, tables }: Pick<Database, 'read' | 'tables'>): Promise<Pool> {
  const some = await Promise.all(
    Object.values(NODE_CLASSES).map((type) =>
      read(`SELECT id FROM "${tables.of(type).name}" ORDER BY md5(id::text) LIMIT 8`, []),
    ),
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
    const rows = await read(
      `SELECT slug FROM "${type.toLowerCase()}" ORDER BY md5(slug) LIMIT 8`,
      [],
    );
    slugs.set(
      type,
      rows.map(({ slug }) => slug as string),
    );
  }
  return {
    ids: some.flatMap((rows) => rows.map(({ id }) => id as string)),
    slugs,
    representations: organizations.flatMap(({ id, type, scheme, value }) => [
      { __typename: type, id },
      { __typename: 'Organization', id },
      ...(scheme === null ? [] : [{ __typename: type, identifier: { scheme, value } }]),
    ]),
  };
}

/** The ids of all that is of a type. */
export async function idsOf(
  { read, tables }: Pick<Database, 'read' | 'tables'>,
  typeName: string,
): Promise<string[]> {
  const organization = ORGANIZATION_CLASSES.get(typeName);
  const type = organization ?? (NODE_CLASSES as Readonly<Record<string, ClassOf>>)[typeName];
  if (type === undefined) throw new Error(`${typeName} is no node.`);
  const table = tables.of(type);
  const rows = await read(
    `SELECT id FROM "${table.name}" t WHERE $1::text IS NULL OR to_jsonb(t) ->> 'type' = $1 ORDER BY id`,
    [table.type],
  );
  return rows.map(({ id }) => id as string);
}
