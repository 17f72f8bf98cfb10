import type { ActivityParts } from './activity.js';
import { KINDS } from '../kinds.js';
import type { GrantRecord } from '../records/grant.record.js';
import type { InitiativeRecord } from '../records/initiative.record.js';
import type { Selection } from '../selection.js';

/** The number of activities in memory at once, each with all its grants and transactions. */
const BATCH_SIZE = 50;

const COLUMNS = `a.kind AS "kind", a.key AS "key", min(i.id::text) AS "initiative",
  coalesce(array_agg(g.id::text ORDER BY g.scheme, g.identifier, g.currency) FILTER (WHERE g.id IS NOT NULL), '{}') AS "grants"`;

/**
 * The activities of an optional grant `g` and an initiative `i`: a published activity; or else the grant,
 * and the initiative unless it was published. The order does not depend on ids, and initiatives come
 * before their parts.
 */
const ACTIVITIES = `CROSS JOIN LATERAL (
    SELECT 'GRANT' AS kind, concat_ws(' ', 2, g.scheme, g.identifier, g.currency) AS key WHERE g.scheme <> 'IATI'
    UNION ALL SELECT 'PUBLISHED', concat_ws(' ', 0, g.identifier) WHERE g.scheme = 'IATI'
    UNION ALL SELECT 'INITIATIVE', concat_ws(' ', 1, i.slug)
      WHERE i.id IS NOT NULL AND NOT EXISTS (SELECT FROM "grant" p WHERE p.initiative_id = i.id AND p.scheme = 'IATI')
  ) a`;

/** The activities of selected initiatives or grants. */
export async function* activitiesOf(
  selection: Selection<'grants' | 'initiatives'>,
): AsyncGenerator<readonly ActivityParts[]> {
  const { text, values } =
    selection.kind === 'initiatives'
      ? selection.chosen(
          COLUMNS,
          `JOIN initiative i ON i.id = t.id LEFT JOIN "grant" g ON g.initiative_id = t.id ${ACTIVITIES}`,
        )
      : selection.chosen(
          COLUMNS,
          `JOIN "grant" g ON g.id = t.id LEFT JOIN initiative i ON i.id = t.initiative_id ${ACTIVITIES}`,
        );
  const grouped = `${text} GROUP BY 1, 2 ORDER BY 2`;
  for await (const rows of selection.batches(grouped, values, BATCH_SIZE)) {
    const grants = await recordsById<GrantRecord>(
      selection,
      KINDS.grants.records,
      rows.flatMap((row) => row.grants as readonly string[]),
    );
    const initiatives = await recordsById<InitiativeRecord>(
      selection,
      KINDS.initiatives.records,
      rows.flatMap(({ initiative }) => (initiative === null ? [] : [initiative as string])),
    );
    yield rows.map(({ kind, initiative, grants: ids }) => ({
      kind: kind as ActivityParts['kind'],
      initiative: initiatives.get(initiative as string) ?? null,
      grants: (ids as readonly string[]).flatMap((id) => grants.get(id) ?? []),
    }));
  }
}

async function recordsById<R extends { readonly id: string }>(
  selection: Selection,
  statement: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, R>> {
  const records = await selection.recordsOf<R>(statement, [...new Set(ids)]);
  return new Map(records.map((record) => [record.id, record]));
}
