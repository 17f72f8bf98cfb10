import { Field, InputType } from 'type-graphql';
import { GrantIntermediary, GrantShare } from '../../entities/funding/grant-share.entity.js';
import type { Grant } from '../../entities/funding/grant.entity.js';
import { enumType } from '../../entities/shared/enum-type.js';
import { from, rows, type Columns } from '../../src/fields/columns.js';
import { literals, sql, type Sql } from '../../src/fields/sql.js';
import { organizationsWith } from '../shared/filter-criteria.js';

export const GrantRole = enumType('GrantRole', 'The role of an organization in a grant.', {
  FUNDER: 'The organization gives the money.',
  INTERMEDIARY: 'The money passes through the organization.',
  RECIPIENT: 'The organization receives the money.',
});
export type GrantRole = keyof typeof GrantRole;

@InputType({
  description:
    'Compares the organizations that have a role in a grant. For grants without a known recipient or intermediary, use `recipient: {isNull: true}` or `intermediary: {isNull: true}`.',
})
export class GrantOrganizationFilter {
  @Field(() => String, {
    nullable: true,
    description: 'The grant involves this organization, given by its slug.',
  })
  eq?: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'The grant involves any of these organizations, given by slug. An empty list matches nothing.',
  })
  in?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'The grant involves none of these organizations, given by slug.',
  })
  notIn?: string[];

  @Field(() => [GrantRole], {
    nullable: true,
    description: 'The roles that count. If omitted, all roles count.',
  })
  roles?: GrantRole[];
}

/** SQL condition: one of these organizations has one of the roles. */
export function inRole(grant: Columns<Grant>, slugs: Sql, roles: Sql): Sql {
  const intermediary = rows(GrantIntermediary);
  const share = rows(GrantShare);
  const isLinked = ({ grantId, organizationId }: Columns<GrantShare | GrantIntermediary>) =>
    sql`${grantId} = ${grant.id} AND ${organizationId} = o.id`;
  return sql`EXISTS (SELECT 1 FROM (${organizationsWith(slugs)}) AS o,
    (SELECT coalesce(${roles}::text[], ARRAY[${literals(Object.keys(GrantRole))}]) AS roles) AS wanted
  WHERE ('FUNDER' = ANY(roles) AND ${grant.funderId} = o.id)
    OR ('INTERMEDIARY' = ANY(roles) AND EXISTS (SELECT 1 FROM ${from(intermediary)} WHERE ${isLinked(intermediary)}))
    OR ('RECIPIENT' = ANY(roles) AND EXISTS (SELECT 1 FROM ${from(share)} WHERE ${isLinked(share)})))`;
}
