import { AdvocacyCase } from '../../entities/knowledge/advocacy-case.entity.js';
import { Announcement } from '../../entities/knowledge/announcement.entity.js';
import { Claim } from '../../entities/knowledge/claim.entity.js';
import { CooperationOffer } from '../../entities/knowledge/cooperation-offer.entity.js';
import { enumType } from '../../entities/shared/enum-type.js';
import { Event } from '../../entities/knowledge/event.entity.js';
import { Initiative, InitiativeParticipation } from '../../entities/network/initiative.entity.js';
import { Membership } from '../../entities/network/membership.entity.js';
import { OrganizationSector } from '../../entities/network/organization-sector.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { Partnership } from '../../entities/network/partnership.entity.js';
import { Person } from '../../entities/knowledge/person.entity.js';
import { Region } from '../../entities/network/region.entity.js';
import { Seat } from '../../entities/knowledge/seat.entity.js';
import { Sector } from '../../entities/network/sector.entity.js';
import { Source } from '../../entities/knowledge/source.entity.js';
import type { Tie } from '../../entities/shared/tie.interface.js';
import { from, rows } from '../fields/columns.js';
import { inForce } from '../fields/in-force.js';
import type { ClassOf } from '../fields/row.js';
import { join, literal, sql, TRUE, value, type Sql } from '../fields/sql.js';

export const TieKind = enumType('TieKind', 'The kinds of ties that are counted.', {
  MEMBERSHIP: 'The membership of an organization in a cluster or an association.',
  PARTNERSHIP: 'Two or more organizations cooperate.',
  INITIATIVE_PARTICIPATION: 'The participation of an organization in an initiative.',
  SEAT: 'A person holds an office.',
  COOPERATION_OFFER: 'An organization offers or needs something.',
});
export type TieKind = keyof typeof TieKind;

const TIES: Readonly<Record<TieKind, ClassOf<Tie>>> = {
  MEMBERSHIP: Membership,
  PARTNERSHIP: Partnership,
  INITIATIVE_PARTICIPATION: InitiativeParticipation,
  SEAT: Seat,
  COOPERATION_OFFER: CooperationOffer,
};

export const RecordKind = enumType('RecordKind', 'The kinds of records that are counted.', {
  ORGANIZATION: 'Organizations.',
  INITIATIVE: 'Initiatives.',
  EVENT: 'Events.',
  ADVOCACY_CASE: 'Advocacy cases.',
  ANNOUNCEMENT: 'Public statements.',
  PERSON: 'Holders of public offices.',
  CLAIM: 'Claims.',
  SOURCE: 'Sources.',
});

const RECORDS: Readonly<Record<keyof typeof RecordKind, ClassOf<object>>> = {
  ORGANIZATION: Organization,
  INITIATIVE: Initiative,
  EVENT: Event,
  ADVOCACY_CASE: AdvocacyCase,
  ANNOUNCEMENT: Announcement,
  PERSON: Person,
  CLAIM: Claim,
  SOURCE: Source,
};

/** The rows of these selects in sequence; a parallel plan would otherwise mix them. */
function inOrder(selects: readonly Sql[]): Sql {
  const numbered = selects.map((select, at) => sql`SELECT ${literal(at)} AS at, ${select}`);
  return sql`${join(numbered, ' UNION ALL ')} ORDER BY at`;
}

/** The number of organizations of each `type`. */
export function organizationsByType(): Sql {
  const organization = rows(Organization);
  return sql`SELECT ${organization.type} AS type, count(*)::int AS count FROM ${from(organization)} GROUP BY 1 ORDER BY 1`;
}

/** The number of records of each `kind`, in the order of `RecordKind`. */
export function recordCounts(): Sql {
  return inOrder(
    Object.entries(RECORDS).map(
      ([kind, entity]) =>
        sql`${literal(kind)} AS kind, count(*)::int AS count FROM ${from(rows(entity))}`,
    ),
  );
}

/** The number of organizations in each sector of a taxonomy, the parts of a sector included: `sectorId` and `count`. */
export function organizationsBySector(scheme: string, first: number): Sql {
  const sector = rows(Sector);
  const parent = rows(Sector);
  const top = rows(Sector);
  const entry = rows(OrganizationSector);
  return sql`WITH RECURSIVE above AS (
      SELECT ${sector.id} AS sector_id, ${sector.id} AS top_id FROM ${from(sector)} WHERE ${sector.scheme} = ${value(scheme)}
      UNION SELECT a.sector_id, ${parent.parentId} FROM above a JOIN ${from(parent)} ON ${parent.id} = a.top_id
      WHERE ${parent.parentId} IS NOT NULL)
    SELECT a.top_id AS "sectorId", count(DISTINCT ${entry.organizationId})::int AS count
    FROM above a JOIN ${from(entry)} ON ${entry.sectorId} = a.sector_id JOIN ${from(top)} ON ${top.id} = a.top_id
    GROUP BY a.top_id, ${top.code} ORDER BY count DESC, ${top.code} LIMIT ${value(first)}`;
}

/** The number of organizations in each region of a NUTS level, the parts of a region included: `regionId` and `count`. */
export function organizationsByRegion(level: number): Sql {
  const top = rows(Region);
  const region = rows(Region);
  const organization = rows(Organization);
  return sql`SELECT ${top.id} AS "regionId", count(${organization.id})::int AS count
    FROM ${from(top)} LEFT JOIN ${from(region)} ON starts_with(${region.code}, ${top.code})
      LEFT JOIN ${from(organization)} ON ${organization.regionId} = ${region.id}
    WHERE ${top.level} = ${value(level)} GROUP BY ${top.id}, ${top.code} ORDER BY ${top.code}`;
}

/** The number of ties of each `kind` that were in force on a day, or of all. */
export function tieCounts(day: string | null): Sql {
  return inOrder(
    Object.entries(TIES).map(([kind, entity]) => {
      const tie = rows(entity);
      const condition = day === null ? TRUE : inForce(tie, value(day));
      return sql`${literal(kind)} AS kind, count(*)::int AS count FROM ${from(tie)} WHERE ${condition}`;
    }),
  );
}

/** The number of ties of each `kind` that began and ended in each `year`: `beganCount` and `endedCount`. */
export function tiesByYear(): Sql {
  const events = Object.entries(TIES).flatMap(([kind, entity]) => {
    const [begun, ended] = [rows(entity), rows(entity)];
    return [
      sql`SELECT left(${begun.since}, 4)::int AS year, ${literal(kind)} AS kind, 1 AS began, 0 AS ended FROM ${from(begun)} WHERE ${begun.since} IS NOT NULL`,
      sql`SELECT left(${ended.until}, 4)::int, ${literal(kind)}, 0, 1 FROM ${from(ended)} WHERE ${ended.until} IS NOT NULL`,
    ];
  });
  return sql`SELECT year, kind, sum(began)::int AS "beganCount", sum(ended)::int AS "endedCount"
    FROM (${join(events, ' UNION ALL ')}) AS events GROUP BY year, kind ORDER BY year, kind`;
}
