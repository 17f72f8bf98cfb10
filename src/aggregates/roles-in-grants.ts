import { Grant } from '../../entities/funding/grant.entity.js';
import {
  commonTable,
  from,
  rows,
  selectList,
  withTables,
  type Columns,
} from '../fields/columns.js';
import { literal, sql, type Sql } from '../fields/sql.js';
import { exactSum } from './grant-amounts.js';
import { DIMENSIONS } from './grant-dimensions.js';
import { partOf, shares } from './shares.js';

type Role = 'FUNDER' | 'INTERMEDIARY' | 'RECIPIENT';
const SHARED = ['INTERMEDIARY', 'RECIPIENT'] as const;

/** The grants of organizations by role and currency: their number and sums, for each organization (`parentId`). */
export function rolesInGrants(organizationIds: Sql): Sql {
  const isAsked = (organizationId: Sql) => sql`${organizationId} = ANY(${organizationIds})`;
  const funded = rows(Grant);
  const parts = SHARED.map((role) => sharedRole(role, isAsked));
  return withTables(
    parts.flatMap(({ tables }) => tables),
    sql`SELECT ${inRole('FUNDER', funded.funderId, funded, (amount) => amount)}
    FROM ${from(funded)} WHERE ${isAsked(funded.funderId)} GROUP BY ${funded.funderId}, ${funded.currency}
    UNION ALL ${parts[0]?.statement ?? sql``} UNION ALL ${parts[1]?.statement ?? sql``}
    ORDER BY 1, 2, 3`,
  );
}

/** The parts of grants that belong to organizations in a role that several can have. */
function sharedRole(role: (typeof SHARED)[number], isAsked: (organizationId: Sql) => Sql) {
  const values = DIMENSIONS[role].values as NonNullable<(typeof DIMENSIONS)['RECIPIENT']['values']>;
  const [asked, all] = [values(), values()];
  const grant = rows(Grant);
  const { id, initiativeId, awarded } = grant;
  const divided = commonTable(
    { id, initiativeId, awarded },
    sql`FROM ${from(grant)} WHERE EXISTS (SELECT FROM ${from(asked.rows)} WHERE ${asked.isOf(grant)} AND ${isAsked(asked.key)})`,
  );
  const shared = shares(all, divided);
  const share = shared.rows();
  const own = rows(Grant);
  const amountOf = (amount: Sql, isAward: boolean) => partOf(amount, share, isAward);
  return {
    tables: [divided, ...shared.tables],
    statement: sql`SELECT ${inRole(role, share.key, own, amountOf)}
      FROM ${from(share)} JOIN ${from(own)} ON ${own.id} = ${share.id}
      WHERE ${isAsked(share.key)} GROUP BY ${share.key}, ${own.currency}`,
  };
}

function inRole(
  role: Role,
  parentId: Sql,
  grant: Columns<Grant>,
  amountOf: (amount: Sql, isAward: boolean) => Sql,
): Sql {
  const sumOf = (amount: Sql, isAward = false) => exactSum(amountOf(amount, isAward));
  return selectList({
    parentId,
    role: literal(role),
    currency: grant.currency,
    grantCount: sql`count(*)::int`,
    awarded: sumOf(grant.awarded, true),
    committed: sumOf(grant.committed),
    disbursed: sumOf(grant.disbursed),
    spent: sumOf(grant.spent),
  });
}
