import { mergeOrganizations } from '../data-set/merge-organizations.js';
import type { Database } from '../database/database.js';
import { idOfKey } from '../domain/ids.js';
import { UserError } from '../errors.js';
import { mentionKey } from './mention-key.js';
import type { Decision } from './proposals-table.js';

export interface DecisionReport {
  readonly sameCount: number;
  readonly differentCount: number;
  /** Records that an earlier import had made, and that are now one with the organization decided on. */
  readonly mergedCount: number;
}

/**
 * Keeps decisions, in one transaction. A later decision on the same organizations takes the place of an earlier one. A
 * record that an earlier import made for an organization that is the same as another one is merged into that one.
 */
export async function decide(
  database: Database,
  decisions: readonly Decision[],
): Promise<DecisionReport> {
  const { dataSource } = database;
  refuseContradictions(decisions);
  const ids = await organizationIds(database, decisions);
  const rows = decisions.map((decision) => ({
    key: mentionKey(decision),
    organization_id: ids.get(decision.slug),
    is_same: decision.isSame,
  }));
  const records = [JSON.stringify(rows)];
  await dataSource.transaction(async (manager) => {
    // An organization of a file is only one of the graph.
    await manager.query(
      `DELETE FROM match_decision d USING json_populate_recordset(NULL::match_decision, $1::json) r
       WHERE r.is_same AND d.is_same AND d.key = r.key`,
      records,
    );
    await manager.query(
      `INSERT INTO match_decision (key, organization_id, is_same, decided_at)
       SELECT key, organization_id, is_same, now() FROM json_populate_recordset(NULL::match_decision, $1::json)
       ON CONFLICT (key, organization_id) DO UPDATE SET is_same = excluded.is_same, decided_at = excluded.decided_at`,
      records,
    );
  });
  const same = decisions.filter(({ isSame }) => isSame);
  return {
    sameCount: same.length,
    differentCount: decisions.length - same.length,
    mergedCount: await mergeOwnRecords(database, same),
  };
}

/** Two rows about the same organizations, or one organization that is two. */
function refuseContradictions(decisions: readonly Decision[]): void {
  const same = new Map<string, Decision>();
  const pairs = new Map<string, Decision>();
  for (const decision of decisions) {
    const key = mentionKey(decision);
    const pair = pairs.get(`${key}\n${decision.slug}`);
    if (pair !== undefined) {
      throw new UserError(
        `Rows ${String(pair.row)} and ${String(decision.row)} both decide whether '${decision.text}' is ${decision.slug}. Remove one of them. Nothing was stored.`,
      );
    }
    pairs.set(`${key}\n${decision.slug}`, decision);
    if (!decision.isSame) continue;
    const first = same.get(key);
    if (first !== undefined) {
      throw new UserError(
        `Rows ${String(first.row)} and ${String(decision.row)} say that '${decision.text}' is the same as ${first.slug} and as ${decision.slug}; it can be one of them. Nothing was stored.`,
      );
    }
    same.set(key, decision);
  }
}

/** The ids by slug; the slug of a merged record is that of the record that it was merged into. */
async function organizationIds(
  { dataSource }: Database,
  decisions: readonly Decision[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await dataSource.query<{ slug: string; id: string }[]>(
    `SELECT slug, id FROM organization WHERE slug = ANY($1::text[])
     UNION ALL SELECT absorbed_slug, kept_id FROM organization_merge WHERE absorbed_slug = ANY($1::text[])`,
    [decisions.map(({ slug }) => slug)],
  );
  const ids = new Map(rows.map(({ slug, id }) => [slug, id]));
  const unknown = decisions.filter(({ slug }) => !ids.has(slug));
  if (unknown.length > 0) {
    const lines = unknown.map(
      ({ row, slug }) => `Row ${String(row)}, Slug = '${slug}': no organization has this slug`,
    );
    throw new UserError(`${lines.join('\n')}\nNothing was stored. Correct these rows.`);
  }
  return ids;
}

async function mergeOwnRecords(database: Database, same: readonly Decision[]): Promise<number> {
  let merged = 0;
  for (const decision of same) {
    const ownId = idOfKey('Organization', mentionKey(decision));
    const [own] = await database.dataSource.query<{ id: string }[]>(
      `SELECT id FROM organization WHERE id = $1 AND slug <> $2`,
      [ownId, decision.slug],
    );
    if (own === undefined) continue;
    await mergeOrganizations(database, decision.slug, own.id);
    merged += 1;
  }
  return merged;
}
