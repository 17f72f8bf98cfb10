import { GrantLocation } from '../../entities/funding/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../entities/funding/grant-share.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Transaction } from '../../entities/funding/transaction.entity.js';
import { Claim } from '../../entities/knowledge/claim.entity.js';
import { Seat } from '../../entities/knowledge/seat.entity.js';
import { Confidence, Source } from '../../entities/knowledge/source.entity.js';
import { Identifier } from '../../entities/network/identifier.entity.js';
import {
  Initiative,
  InitiativeParticipation,
  InitiativeRegion,
} from '../../entities/network/initiative.entity.js';
import { Membership } from '../../entities/network/membership.entity.js';
import { OrganizationSector } from '../../entities/network/organization-sector.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { PartnershipParty } from '../../entities/network/partnership-party.entity.js';
import { Partnership } from '../../entities/network/partnership.entity.js';
import { Region } from '../../entities/network/region.entity.js';
import { enumType } from '../../entities/shared/enum-type.js';
import type { Tie } from '../../entities/shared/tie.interface.js';
import {
  commonTable,
  from,
  rows,
  selectList,
  subquery,
  withTables,
  type Columns,
} from '../fields/columns.js';
import type { ClassOf } from '../fields/row.js';
import { identifier, join, literal, raw, sql, value, type Sql } from '../fields/sql.js';

export const FactKind = enumType('FactKind', 'The kinds of facts whose coverage is counted.', {
  ORGANIZATION: 'Organizations. Their founding is a claim, so they have no date of their own.',
  MEMBERSHIP: 'Memberships.',
  PARTNERSHIP: 'Partnerships.',
  INITIATIVE_PARTICIPATION: 'Participations in initiatives.',
  SEAT: 'Seats.',
  INITIATIVE: 'Initiatives.',
  CLAIM: 'Claims.',
  GRANT: 'Grants. The dates of its transactions count as dates of a grant.',
  TRANSACTION: 'Transactions.',
});
export type FactKind = keyof typeof FactKind;

export const MissingFact = enumType('MissingFact', 'What is not known about an organization.', {
  IDENTIFIER: 'It has no identifier of a register.',
  COUNTRY: 'The country of its seat is unknown.',
  REGION:
    'The NUTS region of its seat is unknown, although the regions of its country are in the graph.',
  SECTOR: 'No sector is recorded.',
  WEBSITE: 'No website is recorded.',
});
export type MissingFact = keyof typeof MissingFact;

/** The facts of one kind, and the SQL conditions by which they have a date and a region; null if such facts have none. */
interface Facts {
  readonly row: object;
  readonly sourceId: Sql;
  readonly isDated: Sql | null;
  readonly isPlaced: Sql | null;
}

const isAnyKnown = (...columns: readonly Sql[]) =>
  sql`coalesce(${join(columns, ', ')}) IS NOT NULL`;

function tie(entity: ClassOf<Tie>): Facts {
  const row = rows(entity);
  const { sourceId, since, until, attestedOn } = row;
  return { row, sourceId, isDated: isAnyKnown(since, until, attestedOn), isPlaced: null };
}

function organizations(): Facts {
  const row = rows(Organization);
  return { row, sourceId: row.sourceId, isDated: null, isPlaced: sql`${row.regionId} IS NOT NULL` };
}

function initiatives(): Facts {
  const row = rows(Initiative);
  const region = rows(InitiativeRegion);
  return {
    row,
    sourceId: row.sourceId,
    isDated: isAnyKnown(row.startedOn, row.endedOn),
    isPlaced: sql`EXISTS (SELECT FROM ${from(region)} WHERE ${region.initiativeId} = ${row.id})`,
  };
}

function claims(): Facts {
  const row = rows(Claim);
  return { row, sourceId: row.sourceId, isDated: isAnyKnown(row.asOf, row.date), isPlaced: null };
}

function grants(): Facts {
  const row = rows(Grant);
  const transaction = rows(Transaction);
  const location = rows(GrantLocation);
  const { awardedOn, plannedStartOn, plannedEndOn, startedOn, endedOn } = row;
  const own = isAnyKnown(awardedOn, plannedStartOn, plannedEndOn, startedOn, endedOn);
  return {
    row,
    sourceId: row.sourceId,
    isDated: sql`(${own} OR EXISTS (SELECT FROM ${from(transaction)} WHERE ${transaction.grantId} = ${row.id}))`,
    isPlaced: sql`EXISTS (SELECT FROM ${from(location)} WHERE ${location.grantId} = ${row.id} AND ${location.regionId} IS NOT NULL)`,
  };
}

function transactions(): Facts {
  const row = rows(Transaction);
  return {
    row,
    sourceId: row.sourceId,
    isDated: isAnyKnown(row.valueDate),
    isPlaced: sql`${row.regionId} IS NOT NULL`,
  };
}

const FACTS: Readonly<Record<FactKind, () => Facts>> = {
  ORGANIZATION: organizations,
  MEMBERSHIP: () => tie(Membership),
  PARTNERSHIP: () => tie(Partnership),
  INITIATIVE_PARTICIPATION: () => tie(InitiativeParticipation),
  SEAT: () => tie(Seat),
  INITIATIVE: initiatives,
  CLAIM: claims,
  GRANT: grants,
  TRANSACTION: transactions,
};

const countIf = (condition: Sql | null) =>
  condition === null ? sql`NULL::int` : sql`(count(*) FILTER (WHERE ${condition}))::int`;

/** The facts of each `kind`, in the order of `FactKind`: `count`, `datedCount`, `placedCount` and one count for each confidence. */
export function factCoverage(): Sql {
  const selects = Object.entries(FACTS).map(([kind, facts], at) => {
    const { row, sourceId, isDated, isPlaced } = facts();
    const source = rows(Source);
    const trusted = Object.keys(Confidence).map(
      (confidence) =>
        sql`${countIf(sql`${source.confidence} = ${literal(confidence)}`)} AS ${identifier(confidence)}`,
    );
    return sql`SELECT ${literal(at)} AS at, ${literal(kind)} AS kind, count(*)::int AS count,
      ${countIf(isDated)} AS "datedCount", ${countIf(isPlaced)} AS "placedCount", ${join(trusted, ', ')}
      FROM ${from(row)} JOIN ${from(source)} ON ${source.id} = ${sourceId}`;
  });
  return sql`${join(selects, ' UNION ALL ')} ORDER BY at`;
}

/** How many organizations have what identifies and places them: `count`, and one count for each field. */
export function organizationCoverage(): Sql {
  const organization = rows(Organization);
  const { id, country, regionId, website } = organization;
  return sql`SELECT count(*)::int AS count, ${selectList({
    identifiedCount: countIf(sql`EXISTS (${identifiersOf(id)})`),
    countryCount: countIf(sql`${country} IS NOT NULL`),
    regionCount: countIf(sql`${regionId} IS NOT NULL`),
    sectorCount: countIf(sql`EXISTS (${sectorsOf(id)})`),
    websiteCount: countIf(sql`${website} IS NOT NULL`),
  })} FROM ${from(organization)}`;
}

/** The number of organizations that have an identifier of each `scheme`, highest number first. */
export function identifierSchemes(first: number): Sql {
  const row = rows(Identifier);
  return sql`SELECT ${row.scheme} AS scheme, count(DISTINCT ${row.organizationId})::int AS "organizationCount"
    FROM ${from(row)} GROUP BY ${row.scheme} ORDER BY "organizationCount" DESC, ${row.scheme} LIMIT ${value(first)}::int`;
}

function identifiersOf(organizationId: Sql): Sql {
  const row = rows(Identifier);
  return sql`SELECT FROM ${from(row)} WHERE ${row.organizationId} = ${organizationId}`;
}

function sectorsOf(organizationId: Sql): Sql {
  const row = rows(OrganizationSector);
  return sql`SELECT FROM ${from(row)} WHERE ${row.organizationId} = ${organizationId}`;
}

/** How far a figure that a source gives as "about" can be from another one without contradicting it. */
const ABOUT = 0.1;

/** The least and the greatest value of a claim; null if it has no such bound. A partial date is all its days. */
function boundsOf({ qualifier, number, date }: Columns<Claim>) {
  const about = (sign: '-' | '+') => sql`${number} ${raw(sign)} abs(${number}) * ${literal(ABOUT)}`;
  return {
    least: sql`CASE WHEN ${qualifier} = 'ABOUT' THEN ${about('-')} WHEN ${qualifier} IN ('EXACT', 'AT_LEAST', 'OVER') THEN ${number} END`,
    greatest: sql`CASE WHEN ${qualifier} = 'ABOUT' THEN ${about('+')} WHEN ${qualifier} IN ('EXACT', 'AT_MOST', 'UNDER') THEN ${number} END`,
    firstDay: sql`${date} || substr('-01-01', length(${date}) - 3)`,
    lastDay: sql`${date} || substr('-99-99', length(${date}) - 3)`,
  };
}

/**
 * Groups of claims about one figure of one year that cannot all be true. Claims without `asOf` are compared with each
 * other, since no source says that they are of different times.
 */
function conflicts() {
  const claim = rows(Claim);
  const { least, greatest, firstDay, lastDay } = boundsOf(claim);
  const { organizationId, initiativeId, indicator, scope, currency, asOf, id } = claim;
  const year = sql`left(${asOf}, 4)::int`;
  const about = { organizationId, initiativeId, indicator, scope, currency, year };
  return subquery(
    { ...about, claimIds: sql`array_agg(${id} ORDER BY ${claim.number}, ${claim.date}, ${id})` },
    sql`FROM ${from(claim)} GROUP BY ${join(Object.values(about))}
      HAVING max(${least}) > min(${greatest}) OR max(${firstDay}) > min(${lastDay})`,
  );
}

export function conflictCount(): Sql {
  return sql`SELECT count(*)::int AS count FROM ${from(conflicts())}`;
}

/** Conflicts, those with the most claims first. */
export function conflictList(first: number): Sql {
  const conflict = conflicts();
  const { organizationId, initiativeId, indicator, scope, currency, year, claimIds } = conflict;
  return sql`SELECT ${selectList({ organizationId, initiativeId, indicator, scope, currency, year, claimIds })} FROM ${from(conflict)}
    ORDER BY cardinality(${claimIds}) DESC, ${indicator}, coalesce(${organizationId}, ${initiativeId}), ${scope}, ${currency}, ${year}
    LIMIT ${value(first)}::int`;
}

/** Selects the organization of each tie and of each role in a grant. */
function mentions(): Sql {
  const [member, group, party, participation] = [
    rows(Membership),
    rows(Membership),
    rows(PartnershipParty),
    rows(InitiativeParticipation),
  ];
  const [funded, share, intermediary] = [rows(Grant), rows(GrantShare), rows(GrantIntermediary)];
  return join(
    [
      sql`SELECT ${member.memberId} AS id, 1 AS tie, 0 AS role FROM ${from(member)}`,
      sql`SELECT ${group.groupId}, 1, 0 FROM ${from(group)}`,
      sql`SELECT ${party.organizationId}, 1, 0 FROM ${from(party)}`,
      sql`SELECT ${participation.organizationId}, 1, 0 FROM ${from(participation)}`,
      sql`SELECT ${funded.funderId}, 0, 1 FROM ${from(funded)}`,
      sql`SELECT ${share.organizationId}, 0, 1 FROM ${from(share)}`,
      sql`SELECT ${intermediary.organizationId}, 0, 1 FROM ${from(intermediary)}`,
    ],
    ' UNION ALL ',
  );
}

/**
 * Organizations about which something is missing: `organizationId`, `tieCount`, `grantCount` and `missing`, those with
 * the most ties and grants first.
 */
export function coverageGaps(first: number): Sql {
  const counted = commonTable(
    {
      id: sql`found.id`,
      ties: sql`sum(found.tie)::int`,
      roles: sql`sum(found.role)::int`,
    },
    sql`FROM (${mentions()}) AS found GROUP BY found.id`,
  );
  const organization = rows(Organization);
  const { id, country, regionId, website, sortName } = organization;
  const region = rows(Region);
  const divided = sql`EXISTS (SELECT FROM ${from(region)} WHERE ${region.code} = ${country})`;
  const missing: Readonly<Record<MissingFact, Sql>> = {
    IDENTIFIER: sql`NOT EXISTS (${identifiersOf(id)})`,
    COUNTRY: sql`${country} IS NULL`,
    REGION: sql`${regionId} IS NULL AND ${divided}`,
    SECTOR: sql`NOT EXISTS (${sectorsOf(id)})`,
    WEBSITE: sql`${website} IS NULL`,
  };
  const names = Object.entries(missing).map(
    ([name, isMissing]) => sql`CASE WHEN ${isMissing} THEN ${literal(name)} END`,
  );
  const count = counted.rows();
  const gap = subquery(
    {
      organizationId: id,
      sortName,
      tieCount: sql`coalesce(${count.ties}, 0)`,
      grantCount: sql`coalesce(${count.roles}, 0)`,
      missing: sql`array_remove(ARRAY[${join(names)}], NULL)`,
    },
    sql`FROM ${from(organization)} LEFT JOIN ${from(count)} ON ${count.id} = ${id}`,
  );
  const { organizationId, tieCount, grantCount } = gap;
  return withTables(
    [counted],
    sql`SELECT ${selectList({ organizationId, tieCount, grantCount, missing: gap.missing })} FROM ${from(gap)}
      WHERE cardinality(${gap.missing}) > 0
      ORDER BY ${tieCount} + ${grantCount} DESC, ${gap.sortName}, ${organizationId} LIMIT ${value(first)}::int`,
  );
}
