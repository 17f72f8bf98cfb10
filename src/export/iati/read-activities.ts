import { Grant } from '../../../entities/funding/grant.entity.js';
import { Initiative } from '../../../entities/network/initiative.entity.js';
import { from, rows, type Columns } from '../../fields/columns.js';
import { sql, type Sql } from '../../fields/sql.js';
import { grantRecords, type GrantRecord } from '../records/grant.record.js';
import { initiativeRecords, type InitiativeRecord } from '../records/initiative.record.js';
import type { Selection } from '../selection.js';
import type { ActivityParts } from './activity.js';

/** The number of activities in memory at once, each with all its grants and transactions. */
const BATCH_SIZE = 50;

/**
 * The activities of an optional grant and an optional initiative: a published activity; or else the grant, and the
 * initiative unless it was published. The order does not depend on ids, and initiatives come before their parts.
 */
function activities(
  grant: Columns<Grant>,
  initiative: Columns<Initiative>,
  selected: Sql,
  where: Sql,
): Sql {
  const { id, scheme, identifier, currency, namespace } = grant;
  const published = rows(Grant);
  return sql`SELECT a.kind AS "kind", a.key AS "key", min(${initiative.id}::text) AS "initiative",
      coalesce(array_agg(${id}::text ORDER BY ${scheme}, ${identifier}, ${currency}, ${namespace}) FILTER (WHERE ${id} IS NOT NULL), '{}') AS "grants"
    FROM ${selected} CROSS JOIN LATERAL (
      SELECT 'GRANT' AS kind, concat_ws(' ', 2, ${scheme}, ${identifier}, ${currency}, nullif(${namespace}, '')) AS key WHERE ${scheme} <> 'IATI'
      UNION ALL SELECT 'PUBLISHED', concat_ws(' ', 0, ${identifier}) WHERE ${scheme} = 'IATI'
      UNION ALL SELECT 'INITIATIVE', concat_ws(' ', 1, ${initiative.slug})
        WHERE ${initiative.id} IS NOT NULL AND NOT EXISTS (
          SELECT FROM ${from(published)} WHERE ${published.initiativeId} = ${initiative.id} AND ${published.scheme} = 'IATI')
    ) a WHERE ${where} GROUP BY 1, 2 ORDER BY 2`;
}

function activitiesOfInitiatives(initiative: Columns<Initiative>, where: Sql): Sql {
  const grant = rows(Grant);
  return activities(
    grant,
    initiative,
    sql`${from(initiative)} LEFT JOIN ${from(grant)} ON ${grant.initiativeId} = ${initiative.id}`,
    where,
  );
}

function activitiesOfGrants(grant: Columns<Grant>, where: Sql): Sql {
  const initiative = rows(Initiative);
  return activities(
    grant,
    initiative,
    sql`${from(grant)} LEFT JOIN ${from(initiative)} ON ${initiative.id} = ${grant.initiativeId}`,
    where,
  );
}

/** The activities of selected initiatives or grants. */
export async function* activitiesOf(
  selection: Selection<'grants' | 'initiatives'>,
): AsyncGenerator<readonly ActivityParts[]> {
  const statement = selection.select((row, where) =>
    selection.kind === 'initiatives'
      ? activitiesOfInitiatives(row as Columns<Initiative>, where)
      : activitiesOfGrants(row as Columns<Grant>, where),
  );
  for await (const found of selection.batches(statement, BATCH_SIZE)) {
    const grants = await byId<GrantRecord>(
      selection,
      grantRecords,
      found.flatMap((row) => row.grants as readonly string[]),
    );
    const initiatives = await byId<InitiativeRecord>(
      selection,
      initiativeRecords,
      found.flatMap(({ initiative }) => (initiative === null ? [] : [initiative as string])),
    );
    yield found.map(({ kind, initiative, grants: ids }) => ({
      kind: kind as ActivityParts['kind'],
      initiative: initiatives.get(initiative as string) ?? null,
      grants: (ids as readonly string[]).flatMap((id) => grants.get(id) ?? []),
    }));
  }
}

async function byId<R extends { readonly id: string }>(
  selection: Selection,
  read: (ids: Sql) => Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, R>> {
  const records = await selection.recordsOf<R>(read, [...new Set(ids)]);
  return new Map(records.map((record) => [record.id, record]));
}
