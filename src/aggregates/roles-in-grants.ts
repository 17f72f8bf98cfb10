import { GrantIntermediary, GrantShare } from '../../entities/funding/grant-share.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { from, rows, selectList, subquery, type Columns } from '../fields/columns.js';
import { literal, sql, type Sql } from '../fields/sql.js';
import { exactSum, shareOfAward } from './grant-amounts.js';

type Role = 'FUNDER' | 'INTERMEDIARY' | 'RECIPIENT';

/** The grants of organizations by role and currency: their number and sums, for each organization (`parentId`). */
export function rolesInGrants(organizationIds: Sql): Sql {
  const funded = rows(Grant);
  const passed = rows(Grant);
  const intermediary = rows(GrantIntermediary);
  const received = rows(Grant);
  const share = rows(GrantShare);
  const other = rows(GrantShare);
  // What others receive is only needed if the own share is unknown.
  const known = subquery(
    { amount: sql`sum(${other.amount})` },
    sql`FROM ${from(other)} WHERE ${other.grantId} = ${share.grantId} AND ${share.amount} IS NULL`,
  );
  const isAsked = (organizationId: Sql) => sql`${organizationId} = ANY(${organizationIds})`;
  return sql`
    SELECT ${inRole('FUNDER', funded.funderId, funded, funded.awarded)}
    FROM ${from(funded)} WHERE ${isAsked(funded.funderId)} GROUP BY ${funded.funderId}, ${funded.currency}
    UNION ALL
    SELECT ${inRole('INTERMEDIARY', intermediary.organizationId, passed, passed.awarded)}
    FROM ${from(intermediary)} JOIN ${from(passed)} ON ${passed.id} = ${intermediary.grantId}
    WHERE ${isAsked(intermediary.organizationId)} GROUP BY ${intermediary.organizationId}, ${passed.currency}
    UNION ALL
    SELECT ${inRole('RECIPIENT', share.organizationId, received, shareOfAward(received, share.amount, known.amount))}
    FROM ${from(share)} JOIN ${from(received)} ON ${received.id} = ${share.grantId} CROSS JOIN LATERAL ${from(known)}
    WHERE ${isAsked(share.organizationId)} GROUP BY ${share.organizationId}, ${received.currency}
    ORDER BY 1, 2, 3`;
}

function inRole(role: Role, parentId: Sql, grant: Columns<Grant>, awarded: Sql): Sql {
  return selectList({
    parentId,
    role: literal(role),
    currency: grant.currency,
    grantCount: sql`count(*)::int`,
    awarded: exactSum(awarded),
    committed: exactSum(grant.committed),
    disbursed: exactSum(grant.disbursed),
    spent: exactSum(grant.spent),
  });
}
