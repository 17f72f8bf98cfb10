import { GrantShare } from '../../entities/funding/grant-share.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { from, rows, subquery } from '../fields/columns.js';
import { sql } from '../fields/sql.js';

/**
 * The other funders (`id`) of the recipients of each funder (`organizationId`).
 *
 * Grants of two funders contain different money unless one passes on the other. A grant of another funder counts
 * unless it is connected in this way to all grants of the funder to that recipient.
 */
export function coFunders() {
  const grant = rows(Grant);
  const share = rows(GrantShare);
  const mine = subquery(
    {
      funderId: grant.funderId,
      recipientId: share.organizationId,
      grants: sql`count(*)`,
      grantIds: sql`array_agg(${grant.id})`,
      parentIds: sql`array_agg(${grant.parentId}) FILTER (WHERE ${grant.parentId} IS NOT NULL)`,
    },
    sql`FROM ${from(grant)} JOIN ${from(share)} ON ${share.grantId} = ${grant.id} GROUP BY ${grant.funderId}, ${share.organizationId}`,
  );
  const othersShare = rows(GrantShare);
  const other = rows(Grant);
  const pair = subquery(
    {
      funderId: sql`DISTINCT ${mine.funderId}`,
      otherId: other.funderId,
      recipientId: mine.recipientId,
    },
    sql`FROM ${from(mine)} JOIN ${from(othersShare)} ON ${othersShare.organizationId} = ${mine.recipientId}
      JOIN ${from(other)} ON ${other.id} = ${othersShare.grantId} AND ${other.funderId} <> ${mine.funderId}
      WHERE ${mine.grants} > coalesce((${other.parentId} = ANY (${mine.grantIds}))::int, 0)
        + coalesce(cardinality(array_positions(${mine.parentIds}, ${other.id})), 0)`,
  );
  return subquery(
    {
      organizationId: pair.funderId,
      id: pair.otherId,
      sharedRecipientCount: sql`count(*)::int`,
      recipientIds: sql`(array_agg(${pair.recipientId} ORDER BY ${pair.recipientId}))[1:100]`,
    },
    sql`FROM ${from(pair)} GROUP BY ${pair.funderId}, ${pair.otherId}`,
  );
}
