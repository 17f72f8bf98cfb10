import { GrantShare } from '../../entities/funding/grant-share.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { commonTable, from, rows, type Columns, type CommonTable } from '../fields/columns.js';
import { literal, sql, type Sql } from '../fields/sql.js';

/** The grants that an aggregate is about. */
export interface GrantSet {
  /** SQL condition: the grant belongs to the set. */
  where(grant: Columns<Grant>): Sql;
  /** The same set without its condition on this field of the filter. */
  without(field: string): GrantSet;
  /** Those of them that have no known value of this field of the filter, without its own condition. */
  withUnknown(field: string): GrantSet;
  /** Whether it has all grants. */
  readonly isWhole: boolean;
}

/** Why a grant is not counted. */
export type LeftOutReason = 'PASSED_ON' | 'MADE_TO_PASS_ON' | 'SECONDARY_REPORT';

/** The counted grants of a set, for a statement that has these tables. */
export interface CountedGrants {
  readonly tables: readonly CommonTable<never>[];
  /** SQL condition: the grant is counted. */
  readonly isCounted: (grant: Columns<Grant>) => Sql;
  /** The grants of the set that are not counted, with the reason of each. */
  readonly leftOut: CommonTable<'id' | 'reason'>;
}

/** SQL condition: the money of the grant can also be counted in another grant (index `grant_may_be_left_out`). */
const mayBeLeftOut = ({ isSecondaryReport, parentId, regrant }: Columns<Grant>) =>
  sql`(${isSecondaryReport} OR ${parentId} IS NOT NULL OR ${regrant} IS NOT NULL)`;

const yearOf = ({ awardedOn }: Columns<Grant>) => sql`left(${awardedOn}, 4)`;

/**
 * The grants of a set, except those left out because their money is also counted in another grant of the set.
 *
 * Some grants are made to be granted on, but no other grant names them as its origin. Their money counts as granted
 * on if the recipient makes grants in the same currency in that year or later.
 *
 * Few grants can be left out, so they are selected first. Each search among all grants runs once for all of them.
 * PostgreSQL hashes the subquery of the ids in every plan.
 */
export function countedGrants(set: GrantSet): CountedGrants {
  const isOther = (grant: Columns<Grant>) =>
    sql`NOT ${grant.isSecondaryReport} AND ${set.where(grant)}`;

  const grant = rows(Grant);
  const { id, parentId, isSecondaryReport, regrant, currency } = grant;
  const suspects = commonTable(
    { id, parentId, isSecondaryReport, regrant, currency, year: yearOf(grant) },
    sql`FROM ${from(grant)} WHERE ${mayBeLeftOut(grant)} AND ${set.where(grant)}`,
    'MATERIALIZED',
  );

  const payer = rows(Grant);
  const paid = suspects.rows();
  const payers = commonTable(
    { id: payer.id },
    sql`FROM ${from(payer)} WHERE ${payer.id} IN (SELECT ${paid.parentId} FROM ${from(paid)}) AND ${isOther(payer)}`,
    'MATERIALIZED',
  );

  const lone = suspects.rows();
  const child = rows(Grant);
  const childless = commonTable(
    { id: lone.id, currency: lone.currency, year: lone.year },
    sql`FROM ${from(lone)} WHERE ${lone.regrant} IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM ${from(child)} WHERE ${child.parentId} = ${lone.id} AND ${child.parentId} IS NOT NULL)`,
    'MATERIALIZED',
  );

  const given = childless.rows();
  const share = rows(GrantShare);
  const gifts = commonTable(
    {
      id: given.id,
      currency: given.currency,
      year: given.year,
      organizationId: sql`r.organization_id`,
    },
    sql`FROM ${from(given)} CROSS JOIN LATERAL (
      SELECT ${share.organizationId} AS organization_id FROM ${from(share)} WHERE ${share.grantId} = ${given.id} OFFSET 0) r`,
    'MATERIALIZED',
  );

  const other = rows(Grant);
  const receiver = gifts.rows();
  const granting = commonTable(
    {
      id: other.funderId,
      currency: other.currency,
      lastYear: sql`max(coalesce(${yearOf(other)}, '9999'))`,
    },
    sql`FROM ${from(other)} WHERE ${other.funderId} IN (SELECT ${receiver.organizationId} FROM ${from(receiver)}) AND ${isOther(other)}
      GROUP BY ${other.funderId}, ${other.currency}`,
    'MATERIALIZED',
  );

  const gift = gifts.rows();
  const grantor = granting.rows();
  const passedOn = commonTable(
    { id: gift.id },
    sql`FROM ${from(gift)} JOIN ${from(grantor)} ON ${grantor.id} = ${gift.organizationId} AND ${grantor.currency} = ${gift.currency}
      WHERE ${grantor.lastYear} >= coalesce(${gift.year}, '0000')`,
    'MATERIALIZED',
  );

  const suspect = suspects.rows();
  const [paying, passed] = [payers.rows(), passedOn.rows()];
  const reason = (name: LeftOutReason) => literal(name);
  const leftOut = commonTable(
    { id: sql`found.id`, reason: sql`found.reason` },
    sql`FROM (
      SELECT ${suspect.id} AS id, CASE
        WHEN ${suspect.isSecondaryReport} THEN ${reason('SECONDARY_REPORT')}
        WHEN ${suspect.parentId} IN (SELECT ${paying.id} FROM ${from(paying)}) THEN ${reason('PASSED_ON')}
        WHEN ${suspect.id} IN (SELECT ${passed.id} FROM ${from(passed)}) THEN ${reason('MADE_TO_PASS_ON')}
      END AS reason FROM ${from(suspect)} OFFSET 0
    ) AS found WHERE found.reason IS NOT NULL`,
    'MATERIALIZED',
  );

  return {
    tables: [suspects, payers, childless, gifts, granting, passedOn, leftOut],
    leftOut,
    isCounted: (counted) => {
      const excluded = leftOut.rows();
      return sql`${set.where(counted)} AND (NOT ${mayBeLeftOut(counted)} OR ${counted.id} NOT IN (SELECT ${excluded.id} FROM ${from(excluded)}))`;
    },
  };
}
