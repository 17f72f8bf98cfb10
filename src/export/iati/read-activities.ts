import type { ActivityParts } from './activity.js';
import { KINDS } from '../kinds.js';
import type { GrantRecord } from '../records/grant.record.js';
import type { InitiativeRecord } from '../records/initiative.record.js';
import type { Selection } from '../selection.js';

/** How many activities are in memory at once, each with all its grants and transactions. */
const BATCH_SIZE = 50;

/**
 * What is one activity: what has been published as one, or else the grants of an initiative, or else
 * the grant, in whatever currencies it is recorded.
 */
const ACTIVITY_KEY = `CASE WHEN g.scheme = 'IATI' THEN 'IATI:' || g.identifier
  WHEN i.id IS NOT NULL THEN 'INITIATIVE:' || i.slug ELSE g.scheme || ':' || g.identifier END`;

const COLUMNS = `${ACTIVITY_KEY} AS "key", min(i.id::text) AS "initiative",
  coalesce(array_agg(g.id::text ORDER BY g.scheme, g.identifier, g.currency) FILTER (WHERE g.id IS NOT NULL), '{}') AS "grants"`;

/** The activities that chosen initiatives, or chosen grants, make. */
export async function* activitiesOf(
  selection: Selection<'grants' | 'initiatives'>,
): AsyncGenerator<readonly ActivityParts[]> {
  const { text, values } =
    selection.kind === 'initiatives'
      ? selection.chosen(
          COLUMNS,
          'JOIN initiative i ON i.id = t.id LEFT JOIN "grant" g ON g.initiative_id = t.id',
        )
      : selection.chosen(
          COLUMNS,
          'JOIN "grant" g ON g.id = t.id LEFT JOIN initiative i ON i.id = t.initiative_id',
        );
  const grouped = `${text} GROUP BY 1 ORDER BY 1`;
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
    yield rows.map(({ initiative, grants: ids }) => ({
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
