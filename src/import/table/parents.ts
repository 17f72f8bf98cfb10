import type { Intake } from '../intake.js';
import type { Place } from '../report.js';
import type { GrantId } from '../../domain/ids.js';

/** A grant, and the identifier of the grant that funds it. */
interface Paid {
  readonly id: GrantId;
  readonly scheme: string;
  readonly currency: string;
  readonly from: string;
  readonly place: Place;
}

const HEADING = 'Passes On';
const AT_ONCE = 1000;

/**
 * Links grants to the grants that fund them, which can be anywhere in the table or already stored. If
 * several grants have the identifier, the one with the same scheme and currency is used, or else with
 * the same scheme, then one that was made to the funder, then one of this data set, or else the only one.
 */
export class Parents {
  readonly #paid: Paid[] = [];

  add(paid: Paid): void {
    this.#paid.push(paid);
  }

  async finish(intake: Intake): Promise<void> {
    for (let start = 0; start < this.#paid.length; start += AT_ONCE) {
      await tie(this.#paid.slice(start, start + AT_ONCE), intake);
    }
    await untieCircles(this.#paid, intake);
  }
}

async function tie(part: readonly Paid[], { manager, report, sourceId }: Intake): Promise<void> {
  const rows = await manager.query<{ id: GrantId; known: number }[]>(
    `WITH paid AS (
       SELECT * FROM json_to_recordset($1::json) AS p(id uuid, scheme text, currency text, "from" text)
     ), parent AS (
       SELECT p.id, count(g.id)::int AS known, min(g.id::text)::uuid AS parent_id
       FROM paid p LEFT JOIN LATERAL (
         SELECT g.id, rank() OVER (ORDER BY g.scheme = p.scheme DESC, g.currency = p.currency DESC,
           EXISTS (SELECT FROM grant_share s JOIN "grant" own ON own.id = p.id
             WHERE s.grant_id = g.id AND s.organization_id = own.funder_id) DESC,
           g.source_id = $2 DESC) AS rank
         FROM "grant" g WHERE g.identifier = p."from" AND g.id <> p.id
       ) g ON g.rank = 1
       GROUP BY p.id
     ), tied AS (
       UPDATE "grant" g SET parent_id = CASE WHEN p.known = 1 THEN p.parent_id END
       FROM parent p WHERE p.id = g.id AND g.parent_id IS DISTINCT FROM CASE WHEN p.known = 1 THEN p.parent_id END
     )
     SELECT id, known FROM parent WHERE known <> 1`,
    [
      JSON.stringify(
        part.map(({ id, scheme, currency, from }) => ({ id, scheme, currency, from })),
      ),
      sourceId,
    ],
  );
  const known = new Map(rows.map((row) => [row.id, row.known]));
  for (const { id, from, place } of part) {
    const count = known.get(id);
    if (count === undefined) continue;
    const reason =
      count === 0
        ? 'is not the identifier of a known grant'
        : 'is the identifier of several grants';
    report.warn(place, HEADING, from, `${reason}; left out`);
  }
}

/** Removes the parents of grants whose links form a cycle, because none of them can be first. */
async function untieCircles(all: readonly Paid[], { manager, report }: Intake): Promise<void> {
  const rows = await manager.query<{ id: GrantId }[]>(
    `WITH RECURSIVE up AS (
       SELECT g.id AS start, g.parent_id FROM "grant" g WHERE g.id = ANY($1::uuid[]) AND g.parent_id IS NOT NULL
       UNION
       SELECT up.start, g.parent_id FROM up JOIN "grant" g ON g.id = up.parent_id WHERE g.parent_id IS NOT NULL
     )
     SELECT start AS id FROM up WHERE parent_id = start`,
    [all.map(({ id }) => id)],
  );
  if (rows.length === 0) return;
  const circling = new Set(rows.map(({ id }) => id));
  await manager.query(`UPDATE "grant" SET parent_id = NULL WHERE id = ANY($1::uuid[])`, [
    [...circling],
  ]);
  for (const { id, from, place } of all) {
    if (circling.has(id)) report.warn(place, HEADING, from, 'forms a cycle of grants; left out');
  }
}
