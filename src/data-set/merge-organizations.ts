import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database.js';
import { parseUuid } from '../domain/ids.js';
import { UserError } from '../errors.js';
import { refusedByDatabase, waitForOtherRuns } from './store.js';
import { itemAt } from '../domain/present.js';

export interface MergedOrganizations {
  readonly kept: Party;
  readonly absorbed: Party;
  /** The number of rows in other tables that now reference the kept organization. */
  readonly moved: number;
  /** The number of duplicate rows, which are kept only in the merge record. */
  readonly duplicates: number;
}

interface Party {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly type: string;
}

/** A foreign key to the table of organizations, from the catalog. */
interface Reference {
  readonly table: string;
  readonly columns: readonly string[];
  /** The referenced columns of `organization`, in the same order: `id` and sometimes `type`. */
  readonly targets: readonly string[];
}

/** A unique index of a referencing table. */
interface UniqueKey {
  readonly table: string;
  readonly parts: readonly string[];
}

/**
 * Merges two records of one organization, each given by slug or id. All rows that reference the absorbed
 * one, by any foreign key in the database, then reference the kept one. Names and identifiers move to
 * the kept one with their sources. The absorbed id and slug resolve to the kept one.
 */
export async function mergeOrganizations(
  { dataSource }: Pick<Database, 'dataSource'>,
  keptKey: string,
  absorbedKey: string,
): Promise<MergedOrganizations> {
  return dataSource
    .transaction(async (manager) => {
      await waitForOtherRuns(manager);
      const kept = await find(manager, keptKey);
      const absorbed = await find(manager, absorbedKey);
      if (kept.id === absorbed.id) {
        throw new UserError(
          `'${keptKey}' and '${absorbedKey}' are already the same organization. Nothing was changed.`,
        );
      }
      await refusePartners(manager, kept, absorbed);
      await refuseMembersOfOthers(manager, kept, absorbed);
      const record = await manager.query<{ row: object }[]>(
        `SELECT to_jsonb(o) AS row FROM organization o WHERE id = $1`,
        [absorbed.id],
      );
      await moveNamesAndIdentifiers(manager, kept, absorbed);
      await addShares(manager, kept, absorbed);
      await leaveAbsorbedParent(manager, kept, absorbed);
      const duplicates: object[] = [];
      let moved = 0;
      for (const reference of await references(manager)) {
        duplicates.push(...(await dropDuplicates(manager, reference, kept, absorbed)));
        moved += await move(manager, reference, kept, absorbed);
      }
      await manager.query(`DELETE FROM organization WHERE id = $1`, [absorbed.id]);
      await manager.query(
        `INSERT INTO organization_merge (absorbed_id, absorbed_slug, kept_id, absorbed, duplicates, merged_at)
         VALUES ($1, $2, $3, $4, $5, now())`,
        [
          absorbed.id,
          absorbed.slug,
          kept.id,
          JSON.stringify(record[0]?.row),
          JSON.stringify(duplicates),
        ],
      );
      return { kept, absorbed, moved, duplicates: duplicates.length };
    })
    .catch((error: unknown) => {
      throw refusedByDatabase(error, `Merging '${absorbedKey}' into '${keptKey}'`);
    });
}

async function find(manager: EntityManager, key: string): Promise<Party> {
  const [party] = await manager.query<Party[]>(
    `SELECT id, slug, name, type FROM organization
     WHERE slug = $1 OR id = $2 OR id = (
       SELECT kept_id FROM organization_merge WHERE absorbed_slug = $1 OR absorbed_id = $2)
     FOR UPDATE`,
    [key, parseUuid(key)],
  );
  if (party === undefined) {
    throw new UserError(`There is no organization '${key}'. Use its slug or id.`);
  }
  return party;
}

/** Two parties of the same partnership must be different organizations. */
async function refusePartners(manager: EntityManager, kept: Party, absorbed: Party): Promise<void> {
  const [common] = await manager.query<{ slug: string }[]>(
    `SELECT p.slug FROM partnership p
     WHERE EXISTS (SELECT FROM partnership_party WHERE partnership_id = p.id AND organization_id = $1)
       AND EXISTS (SELECT FROM partnership_party WHERE partnership_id = p.id AND organization_id = $2)
     LIMIT 1`,
    [kept.id, absorbed.id],
  );
  if (common === undefined) return;
  throw new UserError(
    `'${kept.slug}' and '${absorbed.slug}' cannot be merged: both are parties of the partnership '${common.slug}'. Nothing was changed.`,
  );
}

/** Members and seats move to the kept organization, so its kind must allow them. */
async function refuseMembersOfOthers(
  manager: EntityManager,
  kept: Party,
  absorbed: Party,
): Promise<void> {
  if (kept.type === 'Cluster' || kept.type === 'Association') return;
  const [row] = await manager.query<{ has: boolean }[]>(
    `SELECT EXISTS (SELECT FROM membership WHERE group_id = $1)
       OR EXISTS (SELECT FROM seat WHERE organization_id = $1) AS has`,
    [absorbed.id],
  );
  if (row?.has !== true) return;
  throw new UserError(
    `'${absorbed.slug}' has members or seats, but '${kept.slug}' is a ${kept.type}; only a Cluster or an Association can have them. Nothing was changed. Merge them in the opposite direction.`,
  );
}

/** The absorbed name becomes an alias; absorbed identifiers come after those of the kept one. */
async function moveNamesAndIdentifiers(
  manager: EntityManager,
  kept: Party,
  absorbed: Party,
): Promise<void> {
  await manager.query(
    `INSERT INTO organization_name (organization_id, text, kind, source_id)
     SELECT k.id, a.name, 'ALIAS', a.source_id FROM organization k, organization a
     WHERE k.id = $1 AND a.id = $2 AND a.name <> k.name ON CONFLICT DO NOTHING`,
    [kept.id, absorbed.id],
  );
  await manager.query(
    `UPDATE identifier SET rank = rank + (SELECT count(*) FROM identifier WHERE organization_id IN ($1, $2))
     WHERE organization_id = $2`,
    [kept.id, absorbed.id],
  );
}

/** Adds up the shares of the two organizations in the same grant. */
async function addShares(manager: EntityManager, kept: Party, absorbed: Party): Promise<void> {
  await manager.query(
    `UPDATE grant_share k SET amount = k.amount + a.amount FROM grant_share a
     WHERE k.organization_id = $1 AND a.organization_id = $2 AND a.grant_id = k.grant_id`,
    [kept.id, absorbed.id],
  );
}

/** A part that is merged with its parent becomes a part of what the parent is a part of. */
async function leaveAbsorbedParent(
  manager: EntityManager,
  kept: Party,
  absorbed: Party,
): Promise<void> {
  await manager.query(
    `UPDATE organization k SET parent_id = nullif(a.parent_id, k.id) FROM organization a
     WHERE k.id = $1 AND a.id = $2 AND k.parent_id = a.id`,
    [kept.id, absorbed.id],
  );
}

/** Every foreign key to an organization, read from the database so that none is missing. */
function references(manager: EntityManager): Promise<Reference[]> {
  return manager.query<Reference[]>(
    `SELECT c.conrelid::regclass::text AS "table",
       array_agg(quote_ident(a.attname) ORDER BY k.position)::text[] AS columns,
       array_agg(t.attname::text ORDER BY k.position)::text[] AS targets
     FROM pg_constraint c
       CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k(own, target, position)
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
       JOIN pg_attribute t ON t.attrelid = c.confrelid AND t.attnum = k.target
     WHERE c.contype = 'f' AND c.confrelid = 'organization'::regclass
     GROUP BY c.oid ORDER BY c.conname`,
  );
}

/** Deletes and returns rows of the absorbed organization that duplicate rows of the kept one. */
async function dropDuplicates(
  manager: EntityManager,
  { table, columns, targets }: Reference,
  kept: Party,
  absorbed: Party,
): Promise<object[]> {
  const owner = itemAt(columns, targets.indexOf('id'));
  const keys = await manager.query<UniqueKey[]>(
    `SELECT i.indrelid::regclass::text AS "table",
       array(SELECT pg_get_indexdef(i.indexrelid, n, true) FROM generate_series(1, i.indnkeyatts) n) AS parts
     FROM pg_index i WHERE i.indisunique AND i.indrelid = to_regclass($1)`,
    [table],
  );
  const dropped: object[] = [];
  for (const { parts } of keys.filter((key) => key.parts.includes(owner))) {
    const others = parts.filter((part) => part !== owner);
    const list = (of: string) =>
      `SELECT ctid AS place, ROW(${others.join(', ')}) AS key FROM ${table} WHERE ${owner} = ${of}`;
    const rows = await manager.query<{ row: object }[]>(
      `WITH gone AS (
         DELETE FROM ${table} t WHERE ctid IN (
           SELECT a.place FROM (${list('$2')}) a JOIN (${list('$1')}) k ON a.key IS NOT DISTINCT FROM k.key)
         RETURNING to_jsonb(t) AS row
       ) SELECT row FROM gone`,
      [kept.id, absorbed.id],
    );
    dropped.push(...rows.map(({ row }) => ({ table, row })));
  }
  return dropped;
}

async function move(
  manager: EntityManager,
  { table, columns, targets }: Reference,
  kept: Party,
  absorbed: Party,
): Promise<number> {
  const owner = itemAt(columns, targets.indexOf('id'));
  const sets = columns.map((column, index) => {
    const target = targets[index];
    return target === 'id' ? `${column} = $1` : `${column} = k."${String(target)}"`;
  });
  const [row] = await manager.query<{ count: number }[]>(
    `WITH moved AS (
       UPDATE ${table} t SET ${sets.join(', ')} FROM organization k
       WHERE k.id = $1 AND t.${owner} = $2 RETURNING 1
     ) SELECT count(*)::int AS count FROM moved`,
    [kept.id, absorbed.id],
  );
  return row?.count ?? 0;
}
