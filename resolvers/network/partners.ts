import { Partnership } from '../../entities/network/partnership.entity.js';
import { PartnershipParty } from '../../entities/network/partnership-party.entity.js';
import { from, rows, subquery } from '../../src/fields/columns.js';
import type { Given } from '../../src/fields/connection.js';
import { inForce } from '../../src/fields/in-force.js';
import { sql } from '../../src/fields/sql.js';

/** An organization that shares partnerships with another one, which `organizationId` names. */
export interface SharedPartner {
  readonly organizationId: string;
  readonly id: string;
  readonly sharedPartnershipCount: number;
  readonly since: string;
  readonly kinds: readonly string[];
  readonly partnershipIds: readonly string[];
}

/** The organizations that share a partnership with each organization, each listed once. */
export function sharedPartners({ asOf }: Given) {
  const mine = rows(PartnershipParty);
  const other = rows(PartnershipParty);
  const partnership = rows(Partnership);
  const { id, since, kind } = partnership;
  return subquery(
    {
      organizationId: mine.organizationId,
      id: other.organizationId,
      sharedPartnershipCount: sql`count(*)::int`,
      since: sql`min(${since})`,
      kinds: sql`array_agg(DISTINCT ${kind} ORDER BY ${kind})`,
      partnershipIds: sql`(array_agg(${id} ORDER BY coalesce(${since}, '9999'), ${id}))[1:100]`,
    } satisfies Record<keyof SharedPartner, unknown>,
    sql`FROM ${from(mine)}
      JOIN ${from(other)} ON ${other.partnershipId} = ${mine.partnershipId} AND ${other.organizationId} <> ${mine.organizationId}
      JOIN ${from(partnership)} ON ${id} = ${mine.partnershipId}
      WHERE ${asOf((day) => inForce(partnership, day))} GROUP BY ${mine.organizationId}, ${other.organizationId}`,
  );
}
