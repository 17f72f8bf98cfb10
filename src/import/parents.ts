import type { NamingFormat } from '../../entities/funding/named-parent.entity.js';
import type { GrantId } from '../domain/ids.js';
import type { Intake } from './intake.js';
import { NOWHERE, type Place } from './report.js';

/** A grant, and what it says of the grant that funds it. */
interface Paid {
  readonly id: GrantId;
  readonly named: string;
}

/** One of this file. */
interface PaidHere extends Paid {
  readonly place: Place;
}

/** A grant that is not linked, and between how many the choice was. */
interface Unlinked {
  readonly id: GrantId;
  readonly known: number;
  /** Whether it was linked before. */
  readonly wasLinked: boolean;
}

const HEADING = 'Passes On';
const AT_ONCE = 1000;

/**
 * Links grants to the grants that fund them, which can be anywhere in the table or already stored. If
 * several grants have the identifier, the one with the same scheme and currency is used, or else with
 * the same scheme, then one that was made to the funder, then one of the same data set, or else the only one.
 */
export class Parents {
  readonly #paid: PaidHere[] = [];

  add(paid: PaidHere): void {
    this.#paid.push(paid);
  }

  async finish(intake: Intake): Promise<void> {
    for (let start = 0; start < this.#paid.length; start += AT_ONCE) {
      await linkHere(this.#paid.slice(start, start + AT_ONCE), intake);
    }
    await leaveOutCircles(this.#paid, HEADING, intake);
  }
}

async function linkHere(part: readonly PaidHere[], intake: Intake): Promise<void> {
  const unlinked = new Map((await link(part, intake)).map((each) => [each.id, each]));
  for (const { id, named, place } of part) {
    const known = unlinked.get(id)?.known;
    if (known === undefined) continue;
    const reason =
      known === 0
        ? 'is not the identifier of a known grant; linked when that grant is imported'
        : 'is the identifier of several grants; left out';
    intake.report.warn(place, HEADING, named, reason);
  }
}

/** A parent stays while no other grant is a better one, so that a further grant of its number does not take it away. */
const CHOICE = `CASE WHEN count(g.id) = 1 THEN min(g.id::text)::uuid
  WHEN bool_or(g.id = own.parent_id) THEN own.parent_id END`;

const CHANGED = `UPDATE "grant" g SET parent_id = p.parent_id
  FROM parent p WHERE p.id = g.id AND g.parent_id IS DISTINCT FROM p.parent_id`;

const UNLINKED = `SELECT id, known, was_linked AS "wasLinked" FROM parent WHERE parent_id IS NULL`;

/** Links grants of tables; returns those that have no parent. */
function link(all: readonly Paid[], { manager }: Intake): Promise<readonly Unlinked[]> {
  return manager.query(
    `WITH paid AS (
       SELECT * FROM json_to_recordset($1::json) AS p(id uuid, named text)
     ), parent AS (
       SELECT own.id, own.parent_id IS NOT NULL AS was_linked, count(g.id)::int AS known, ${CHOICE} AS parent_id
       FROM paid p JOIN "grant" own ON own.id = p.id LEFT JOIN LATERAL (
         SELECT g.id, rank() OVER (ORDER BY g.scheme = own.scheme DESC, g.currency = own.currency DESC,
           EXISTS (SELECT FROM grant_share s WHERE s.grant_id = g.id AND s.organization_id = own.funder_id) DESC,
           g.source_id = own.source_id DESC) AS rank
         FROM "grant" g WHERE g.identifier = p.named AND g.id <> own.id
       ) g ON g.rank = 1
       GROUP BY own.id
     ), changed AS (${CHANGED})
     ${UNLINKED}`,
    [JSON.stringify(all.map(({ id, named }) => ({ id, named })))],
  );
}

/** A grant, and a grant of 360Giving, or of another scheme in a currency, that it names. */
export interface RelatedGrant {
  readonly id: GrantId;
  readonly scheme: string;
  readonly identifier: string;
  readonly currency: string | null;
}

/**
 * Links grants to the one grant that they name which has their funder as a recipient; to none if there are several.
 * Returns those that have no parent.
 */
export function linkRelatedGrants(
  pairs: readonly RelatedGrant[],
  { manager }: Intake,
): Promise<readonly Unlinked[]> {
  return manager.query(
    `WITH pair AS (
       SELECT * FROM json_to_recordset($1::json) AS p(id uuid, scheme text, identifier text, currency text)
     ), named AS (
       SELECT DISTINCT p.id, o.id AS named_id
       FROM pair p JOIN "grant" g ON g.id = p.id
         LEFT JOIN "grant" o ON o.identifier = p.identifier AND o.id <> g.id
           AND (p.scheme = 'THREE_SIXTY_GIVING' OR (o.scheme = p.scheme AND o.currency = p.currency))
           AND EXISTS (SELECT FROM grant_share s WHERE s.grant_id = o.id AND s.organization_id = g.funder_id)
     ), parent AS (
       SELECT own.id, own.parent_id IS NOT NULL AS was_linked, count(g.id)::int AS known, ${CHOICE} AS parent_id
       FROM named n JOIN "grant" own ON own.id = n.id LEFT JOIN "grant" g ON g.id = n.named_id
       GROUP BY own.id
     ), changed AS (${CHANGED})
     ${UNLINKED}`,
    [JSON.stringify(pairs)],
  );
}

/** Removes the parents of all grants whose links form a cycle, because none of them can be first. */
export async function leaveOutCircles(
  here: readonly PaidHere[],
  field: string,
  intake: Intake,
  earlier: readonly GrantId[] = [],
): Promise<void> {
  const { manager, report } = intake;
  const rows = await manager.query<{ id: GrantId; identifier: string }[]>(
    `WITH RECURSIVE up AS (
       SELECT g.id AS start, g.id, g.parent_id FROM "grant" g WHERE g.id = ANY($1::uuid[]) AND g.parent_id IS NOT NULL
       UNION
       SELECT up.start, g.id, g.parent_id FROM up JOIN "grant" g ON g.id = up.parent_id WHERE g.parent_id IS NOT NULL
     ), circle AS (
       SELECT DISTINCT up.id FROM up JOIN up AS last ON last.start = up.start AND last.parent_id = up.start
     )
     SELECT g.id, g.identifier FROM circle JOIN "grant" g ON g.id = circle.id ORDER BY g.identifier, g.id`,
    [[...here.map(({ id }) => id), ...earlier]],
  );
  if (rows.length === 0) return;
  const circling = new Map(rows.map(({ id, identifier }) => [id, identifier]));
  await manager.query(`UPDATE "grant" SET parent_id = NULL WHERE id = ANY($1::uuid[])`, [
    [...circling.keys()],
  ]);
  for (const { id, named, place } of here) {
    if (circling.delete(id)) report.warn(place, field, named, 'forms a cycle of grants; left out');
  }
  for (const identifier of circling.values()) {
    report.warn(NOWHERE, 'grant', identifier, 'names a grant that names it in turn; left out');
  }
}

interface Named extends RelatedGrant {
  readonly format: NamingFormat;
  readonly own: string;
}

/**
 * Links grants of earlier files that name grants of this one, so that the order of files does not decide; and then those
 * without a parent that name one of these, since a cycle took it away, and must be found again as a whole. Activities of
 * IATI have a rule of their own (`iati/set-parents.ts`).
 */
export async function linkEarlierGrants(intake: Intake): Promise<void> {
  const linked = new Set<GrantId>();
  let named: readonly GrantId[] = [...intake.grantsSeen] as GrantId[];
  for (let isFirst = true; named.length > 0; isFirst = false) {
    const before = new Set(linked);
    await linkThoseWhoName(named, isFirst, linked, intake);
    named = [...linked].filter((id) => !before.has(id));
  }
  if (linked.size > 0) await leaveOutCircles([], '', intake, [...linked]);
}

/** Links grants of earlier files that name some grants, or only those without a parent; adds them to `linked`. */
async function linkThoseWhoName(
  seen: readonly GrantId[],
  hasAll: boolean,
  linked: Set<GrantId>,
  intake: Intake,
): Promise<void> {
  for (let start = 0; start < seen.length; start += AT_ONCE) {
    const rows = await intake.manager.query<Named[]>(
      `SELECT g.id, g.identifier AS own, m.format, m.scheme, m.identifier, m.currency
       FROM "grant" g JOIN grant_named_parent m ON m.grant_id = g.id
       WHERE m.format <> 'IATI' AND ($2 OR g.parent_id IS NULL) AND g.id IN (
         SELECT n.grant_id FROM grant_named_parent n JOIN "grant" p ON p.identifier = n.identifier
         WHERE p.id = ANY($1::uuid[]))
       ORDER BY g.id, m.rank`,
      [seen.slice(start, start + AT_ONCE), hasAll],
    );
    const earlier = rows.filter(({ id }) => !intake.grantsSeen.has(id) && !linked.has(id));
    if (earlier.length === 0) continue;
    const ofTables = earlier.filter(({ format }) => format === 'TABLE');
    const unlinked = [
      ...(await link(
        ofTables.map(({ id, identifier }) => ({ id, named: identifier })),
        intake,
      )),
      ...(await linkRelatedGrants(
        earlier.filter(({ format }) => format === 'THREE_SIXTY_GIVING'),
        intake,
      )),
    ];
    warnOfLost(unlinked, earlier, intake);
    for (const { id } of earlier) linked.add(id);
  }
}

/** Warns of grants of earlier files that have lost their parent, since their money is counted again. */
function warnOfLost(
  unlinked: readonly Unlinked[],
  earlier: readonly Named[],
  { report }: Intake,
): void {
  const identifiers = new Map(earlier.map(({ id, own }) => [id, own]));
  for (const { id, known, wasLinked } of unlinked) {
    if (!wasLinked) continue;
    const reason = `of an earlier file is no longer linked to the grant that it passes on: ${known === 0 ? 'there is none' : 'there are several'} now`;
    report.warn(NOWHERE, 'grant', identifiers.get(id) ?? null, reason);
  }
}
