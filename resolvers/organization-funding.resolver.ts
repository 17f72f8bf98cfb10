import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, Int, ObjectType, Root } from 'type-graphql';
import { Money } from '../entities/money.type.js';
import { Organization } from '../entities/organization.entity.js';
import type { Context } from '../src/context.js';
import { endsOf } from '../src/graph/connection.js';
import { FieldsOf, Needs, Sql, ToOnes, ToPage } from '../src/graph/declare.js';
import { orders } from '../src/graph/order.js';
import type { Row } from '../src/graph/row.js';
import { rowsOf } from '../src/graph/rows-of.js';
import { GrantRole } from './grant.filters.js';
import { SHARE_OF_AWARD } from './grant-sums.js';
import { CurrencyCodeScalar } from '../entities/standards.scalar.js';
import { inCurrency } from './money.js';

const sum = (amount: string) => `trim_scale(sum(${amount}))`;

@ObjectType({ description: 'The grants in which an organization has one role, in one currency.' })
export class RoleInGrants {
  @Field(() => GrantRole, { description: 'The role of the organization or person.' })
  role!: GrantRole;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of the amounts (ISO 4217).' })
  currency!: string;

  @Field(() => Int, { description: 'The number of grants in this entry.' })
  grantCount!: number;

  @Field(() => Money, {
    nullable: true,
    description:
      'The total amount awarded. For grants that the organization receives, counts its share if known, otherwise what the known shares of the other recipients leave.',
  })
  awarded!: Money | null;

  @Field(() => Money, { nullable: true, description: 'The amount firmly committed.' })
  committed!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'The total amount paid out. Null if no grant states it.',
  })
  disbursed!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'The total amount spent. Null if no grant states it.',
  })
  spent!: Money | null;
}

const ROLE_COLUMNS = (awarded: string) =>
  `t.currency, count(*)::int AS "grantCount", ${sum(awarded)} AS awarded, ${sum('t.committed')} AS committed,
   ${sum('t.disbursed')} AS disbursed, ${sum('t.spent')} AS spent`;
const ROLES = `
  SELECT t.funder_id AS subject, 'FUNDER' AS role, ${ROLE_COLUMNS('t.awarded')}
  FROM "grant" t WHERE t.funder_id = ANY($1::uuid[]) GROUP BY t.funder_id, t.currency
  UNION ALL
  SELECT l.organization_id, 'INTERMEDIARY', ${ROLE_COLUMNS('t.awarded')}
  FROM grant_intermediary l JOIN "grant" t ON t.id = l.grant_id
  WHERE l.organization_id = ANY($1::uuid[]) GROUP BY l.organization_id, t.currency
  UNION ALL
  SELECT l.organization_id, 'RECIPIENT', ${ROLE_COLUMNS(SHARE_OF_AWARD)}
  FROM grant_share l JOIN "grant" t ON t.id = l.grant_id CROSS JOIN LATERAL (
    SELECT sum(o.amount) AS amount FROM grant_share o WHERE o.grant_id = l.grant_id AND l.amount IS NULL) known
  WHERE l.organization_id = ANY($1::uuid[]) GROUP BY l.organization_id, t.currency
  ORDER BY subject, role, currency`;

@ObjectType({
  description:
    'A co-funder: an organization that funds some of the same recipients, using money that does not come from this organization.',
})
export class CoFunderEdge {
  @Sql('t.shared')
  @Field(() => Int, {
    description: 'The number of recipients that the two funders have in common.',
  })
  sharedRecipientCount!: number;

  @Sql('t.recipient_ids')
  recipientIds!: string[];
}
/** The recipients of each funder, with the number and ids of its grants to them. */
const RECIPIENTS = `SELECT g.funder_id, s.organization_id, count(*) AS grants, array_agg(g.id) AS ids,
    array_agg(g.parent_id) FILTER (WHERE g.parent_id IS NOT NULL) AS parent_ids
  FROM "grant" g JOIN grant_share s ON s.grant_id = g.id GROUP BY g.funder_id, s.organization_id`;

/**
 * Grants of two funders contain different money unless one passes on the other. A grant of another funder counts
 * unless it is connected in this way to all grants of `mine`.
 */
const CO_FUNDERS = `SELECT DISTINCT mine.funder_id, other.funder_id AS other_id, mine.organization_id
  FROM (${RECIPIENTS}) mine JOIN grant_share s ON s.organization_id = mine.organization_id
  JOIN "grant" other ON other.id = s.grant_id AND other.funder_id <> mine.funder_id
  WHERE mine.grants > coalesce((other.parent_id = ANY (mine.ids))::int, 0)
    + coalesce(cardinality(array_positions(mine.parent_ids, other.id)), 0)`;

const CoFunderConnection = endsOf(CoFunderEdge, {
  name: 'CoFunder',
  rows: Organization,
  from: `(SELECT c.funder_id AS organization_id, c.other_id AS id, count(*)::int AS shared,
      (array_agg(c.organization_id ORDER BY c.organization_id))[1:100] AS recipient_ids
    FROM (${CO_FUNDERS}) c GROUP BY c.funder_id, c.other_id) t`,
  node: () => Organization,
  nodeKey: 'id',
});

@FieldsOf(() => CoFunderEdge)
export class CoFunderEdgeResolver {
  @ToOnes(() => Organization, {
    keys: 'recipientIds',
    description: 'The recipients that the two funders have in common (maximum 100).',
  })
  recipients!: Organization[];
}

const CoFunderOrder = orders('CoFunder', 'co-funders', {
  SHARED: {
    sql: 't.shared',
    type: 'int',
    natural: 'DESC',
    description: 'Number of common recipients.',
  },
});

@FieldsOf(() => Organization)
export class OrganizationMoneyResolver {
  @Needs('id')
  @FieldResolver(() => [RoleInGrants], {
    description: 'The money that it gives, passes on and receives, by role and currency.',
  })
  async rolesInGrants(
    @Root() { id }: Row,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    const rows = await rowsOf(reader, 'roles', info, { text: ROLES, values: [] }, id as string);
    return rows.map((row) => inCurrency(row, ['awarded', 'committed', 'disbursed', 'spent']));
  }

  @ToPage(CoFunderConnection, {
    link: { on: 't.organization_id = p.key' },
    orders: CoFunderOrder,
    description: 'Other organizations that fund the same recipients.',
  })
  coFunders!: never;
}
