import type { EntityManager } from 'typeorm';
import type { GrantId } from '../domain/ids.js';
import type { Intake } from './intake.js';
import type { Place } from './report.js';

/** A grant, and the identifier of the grant that funds it. */
interface Paid {
  readonly id: GrantId;
  readonly scheme: string;
  readonly currency: string;
  readonly from: string;
  /** Null for a grant of an earlier file. */
  readonly place: Place | null;
}

const HEADING = 'Passes On';
const AT_ONCE = 1000;

/**
 * Links grants to the grants that fund them, which can be anywhere in the table or already stored. If
 * several grants have the identifier, the one with the same scheme and currency is used, or else with
 * the same scheme, then one that was made to the funder, then one of the same data set, or else the only one.
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

async function tie(part: readonly Paid[], { manager, report }: Intake): Promise<void> {
  const rows = await manager.query<{ id: GrantId; known: number }[]>(
    `WITH paid AS (
       SELECT * FROM json_to_recordset($1::json) AS p(id uuid, scheme text, currency text, "from" text)
     ), parent AS (
       SELECT p.id, count(g.id)::int AS known, min(g.id::text)::uuid AS parent_id
       FROM paid p LEFT JOIN LATERAL (
         SELECT g.id, rank() OVER (ORDER BY g.scheme = p.scheme DESC, g.currency = p.currency DESC,
           EXISTS (SELECT FROM grant_share s JOIN "grant" own ON own.id = p.id
             WHERE s.grant_id = g.id AND s.organization_id = own.funder_id) DESC,
           g.source_id = (SELECT own.source_id FROM "grant" own WHERE own.id = p.id) DESC) AS rank
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
    ],
  );
  const known = new Map(rows.map((row) => [row.id, row.known]));
  for (const { id, from, place } of part) {
    const count = known.get(id);
    if (count === undefined || place === null) continue;
    const reason =
      count === 0
        ? 'is not the identifier of a known grant; linked when that grant is imported'
        : 'is the identifier of several grants; left out';
    report.warn(place, HEADING, from, reason);
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
    if (!circling.has(id) || place === null) continue;
    report.warn(place, HEADING, from, 'forms a cycle of grants; left out');
  }
}

/** A grant, and a grant of 360Giving, or of another scheme in a currency, that it names. */
export interface Pair {
  readonly id: GrantId;
  readonly scheme: string;
  readonly identifier: string;
  readonly currency: string | null;
}

/**
 * Links grants to the one grant that they name which has their funder as a recipient; to none if there are several.
 * Returns how many there are of each.
 */
export function linkPairs(
  pairs: readonly Pair[],
  manager: EntityManager,
): Promise<readonly { readonly id: GrantId; readonly parents: number }[]> {
  return manager.query(
    `WITH pair AS (
       SELECT * FROM json_to_recordset($1::json) AS p(id uuid, scheme text, identifier text, currency text)
     ), parent AS (
       SELECT g.id, count(DISTINCT o.id)::int AS parents, min(o.id::text)::uuid AS parent_id
       FROM pair p JOIN "grant" g ON g.id = p.id
         LEFT JOIN "grant" o ON o.identifier = p.identifier AND o.id <> g.id
           AND (p.scheme = 'THREE_SIXTY_GIVING' OR (o.scheme = p.scheme AND o.currency = p.currency))
           AND EXISTS (SELECT FROM grant_share s WHERE s.grant_id = o.id AND s.organization_id = g.funder_id)
       GROUP BY g.id
     ), changed AS (
       UPDATE "grant" g SET parent_id = CASE WHEN p.parents = 1 THEN p.parent_id END
       FROM parent p WHERE p.id = g.id
         AND g.parent_id IS DISTINCT FROM CASE WHEN p.parents = 1 THEN p.parent_id END
     )
     SELECT id, parents FROM parent`,
    [JSON.stringify(pairs)],
  );
}

/**
 * Links grants of earlier files that name grants of this one, so that the order of files does not decide. Activities of
 * IATI have a rule of their own (`iati/set-parents.ts`).
 */
export async function linkEarlierGrants(intake: Intake): Promise<void> {
  const { manager, grantsSeen } = intake;
  const seen = [...grantsSeen];
  for (let start = 0; start < seen.length; start += AT_ONCE) {
    const rows = await manager.query<Omit<Paid, 'place'>[]>(
      `SELECT g.id, g.scheme, g.currency, m.identifier AS "from"
       FROM "grant" g JOIN grant_named_parent m ON m.grant_id = g.id
       WHERE g.scheme <> 'IATI' AND g.id IN (
         SELECT n.grant_id FROM grant_named_parent n JOIN "grant" p ON p.identifier = n.identifier
         WHERE p.id = ANY($1::uuid[]))
       ORDER BY g.id, m.rank`,
      [seen.slice(start, start + AT_ONCE)],
    );
    const earlier = rows.filter(({ id }) => !grantsSeen.has(id));
    const [ofTables, published] = [
      earlier.filter(({ scheme }) => scheme !== 'THREE_SIXTY_GIVING'),
      earlier.filter(({ scheme }) => scheme === 'THREE_SIXTY_GIVING'),
    ];
    const paid = ofTables.map((each) => ({ ...each, place: null }));
    if (paid.length > 0) {
      await tie(paid, intake);
      await untieCircles(paid, intake);
    }
    if (published.length > 0) {
      await linkPairs(
        published.map(({ from, ...grant }) => ({ ...grant, identifier: from })),
        manager,
      );
    }
  }
}
