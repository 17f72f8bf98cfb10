import { Claim } from '../../entities/knowledge/claim.entity.js';
import { GrantShare } from '../../entities/funding/grant-share.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Source } from '../../entities/knowledge/source.entity.js';
import {
  commonTable,
  from,
  rows,
  selectList,
  withTables,
  type Columns,
} from '../fields/columns.js';
import { raw, sql, type Sql } from '../fields/sql.js';
import { bestFirst } from './best-claims.js';

/** The promised amount of a grant: committed, or else awarded, or else disbursed or spent. */
const promised = ({ committed, awarded, disbursed, spent }: Columns<Grant>) =>
  sql`coalesce(${committed}, ${awarded}, ${disbursed}, ${spent})`;

/** The rule of `countedGrants`, within the grants of one initiative and currency. */
function isLeftOut(grant: Columns<Grant>): Sql {
  const isWithin = (other: Columns<Grant>) =>
    sql`NOT ${other.isSecondaryReport} AND ${other.initiativeId} = ${grant.initiativeId} AND ${other.currency} = ${grant.currency}`;
  const payer = rows(Grant);
  const child = rows(Grant);
  const share = rows(GrantShare);
  const granted = rows(Grant);
  const year = ({ awardedOn }: Columns<Grant>) => sql`left(${awardedOn}, 4)`;
  return sql`${grant.isSecondaryReport} OR EXISTS (
      SELECT FROM ${from(payer)} WHERE ${payer.id} = ${grant.parentId} AND ${isWithin(payer)}
    ) OR (${grant.regrant} IS NOT NULL AND NOT EXISTS (SELECT FROM ${from(child)} WHERE ${child.parentId} = ${grant.id}) AND EXISTS (
      SELECT FROM ${from(share)} JOIN ${from(granted)} ON ${granted.funderId} = ${share.organizationId}
      WHERE ${share.grantId} = ${grant.id} AND ${isWithin(granted)}
        AND coalesce(${year(granted)}, '9999') >= coalesce(${year(grant)}, '0000')
    ))`;
}

/** The best claim on the budget of each initiative and currency. */
function budgets(initiativeIds: Sql) {
  const claim = rows(Claim);
  const source = rows(Source);
  const { initiativeId, currency, id, number } = claim;
  return commonTable(
    {
      initiativeId: sql`DISTINCT ON (${initiativeId}, ${currency}) ${initiativeId}`,
      currency,
      id,
      number,
    },
    sql`FROM ${from(claim)} JOIN ${from(source)} ON ${source.id} = ${claim.sourceId}
      WHERE ${initiativeId} = ANY(${initiativeIds}) AND ${claim.indicator} = 'TOTAL_BUDGET' AND ${claim.scope} = 'ITSELF'
      ORDER BY ${initiativeId}, ${currency}, ${bestFirst(claim, source)}`,
  );
}

/**
 * The funding of initiatives, one row per currency and funder, with the totals of the currency on each row. Money
 * that one grant of the initiative passes on in another grant is counted once.
 */
export function initiativeFunding(initiativeIds: Sql): Sql {
  const budgetTable = budgets(initiativeIds);
  const grant = rows(Grant);
  const { initiativeId, currency, funderId, awarded, committed, disbursed, spent } = grant;
  const grantTable = commonTable(
    {
      initiativeId,
      currency,
      funderId,
      awarded,
      committed,
      disbursed,
      spent,
      promised: promised(grant),
      isLeftOut: isLeftOut(grant),
    },
    sql`FROM ${from(grant)} WHERE ${initiativeId} = ANY(${initiativeIds})`,
  );
  const counted = grantTable.rows();
  const givenTable = commonTable(
    {
      initiativeId: counted.initiativeId,
      currency: counted.currency,
      funderId: counted.funderId,
      grants: raw('count(*)::int'),
      unknown: sql`count(*) - count(${counted.promised})`,
      promised: sql`sum(${counted.promised})`,
      awarded: sql`sum(${counted.awarded})`,
      committed: sql`sum(${counted.committed})`,
      disbursed: sql`sum(${counted.disbursed})`,
      spent: sql`sum(${counted.spent})`,
    },
    sql`FROM ${from(counted)} WHERE NOT ${counted.isLeftOut} GROUP BY 1, 2, 3`,
  );
  const excluded = grantTable.rows();
  const omittedTable = commonTable(
    {
      initiativeId: excluded.initiativeId,
      currency: excluded.currency,
      grants: raw('count(*)::int'),
    },
    sql`FROM ${from(excluded)} WHERE ${excluded.isLeftOut} GROUP BY 1, 2`,
  );
  const each = givenTable.rows();
  const wholeTable = commonTable(
    {
      initiativeId: each.initiativeId,
      currency: each.currency,
      grants: sql`sum(${each.grants})::int`,
      promised: sql`sum(${each.promised})`,
      awarded: sql`sum(${each.awarded})`,
      committed: sql`sum(${each.committed})`,
      disbursed: sql`sum(${each.disbursed})`,
      spent: sql`sum(${each.spent})`,
    },
    sql`FROM ${from(each)} GROUP BY 1, 2`,
  );
  const own = givenTable.rows();
  const unknownTable = commonTable(
    { initiativeId: own.initiativeId, grants: sql`sum(${own.unknown})::int` },
    sql`FROM ${from(own)} GROUP BY 1`,
  );

  const whole = wholeTable.rows();
  const budget = budgetTable.rows();
  const omitted = omittedTable.rows();
  const unknown = unknownTable.rows();
  const given = givenTable.rows();
  const parentId = sql`coalesce(${whole.initiativeId}, ${budget.initiativeId})`;
  const isSame = (row: { readonly initiativeId: Sql; readonly currency: Sql }) =>
    sql`${row.initiativeId} = ${whole.initiativeId} AND ${row.currency} = ${whole.currency}`;
  return withTables(
    [budgetTable, grantTable, givenTable, omittedTable, wholeTable, unknownTable],
    sql`SELECT ${selectList({
      parentId,
      currency: sql`coalesce(${whole.currency}, ${budget.currency})`,
      budgetClaimId: budget.id,
      budget: sql`trim_scale(${budget.number})`,
      grantCount: sql`coalesce(${whole.grants}, 0)`,
      awarded: sql`trim_scale(${whole.awarded})`,
      committed: sql`trim_scale(${whole.committed})`,
      disbursed: sql`trim_scale(${whole.disbursed})`,
      spent: sql`trim_scale(${whole.spent})`,
      leftOutCount: sql`coalesce(${omitted.grants}, 0)`,
      withoutAmountCount: sql`coalesce(${unknown.grants}, 0)`,
      gap: sql`CASE WHEN coalesce(${unknown.grants}, 0) = 0 THEN trim_scale(${budget.number} - coalesce(${whole.promised}, 0)) END`,
      funderId: given.funderId,
      funderGrants: given.grants,
      funderPromised: sql`trim_scale(${given.promised})`,
      funderDisbursed: sql`trim_scale(${given.disbursed})`,
      share: sql`round(100 * ${given.promised} / nullif(coalesce(${budget.number}, ${whole.promised}), 0), 2)`,
    })} FROM ${from(whole)} FULL JOIN ${from(budget)} ON ${isSame(budget)}
      LEFT JOIN ${from(omitted)} ON ${isSame(omitted)}
      LEFT JOIN ${from(unknown)} ON ${unknown.initiativeId} = ${parentId}
      LEFT JOIN ${from(given)} ON ${isSame(given)}
      ORDER BY 1, 2, ${given.promised} DESC NULLS LAST, ${given.funderId}`,
  );
}
