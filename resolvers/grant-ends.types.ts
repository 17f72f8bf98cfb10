import { Field, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../entities/decimal.scalar.js';
import { Grant } from '../entities/grant.entity.js';
import type { Money } from '../entities/money.type.js';
import { Organization } from '../entities/organization.entity.js';
import { Sector } from '../entities/sector.entity.js';
import { endsOf } from '../src/graph/connection.js';
import { FieldsOf, Sql } from '../src/graph/declare.js';
import { ToMoney } from './money.js';

@ObjectType({ description: 'A recipient, seen from the grant, with its share.' })
export class RecipientEdge {
  @Sql('t.amount')
  amount!: string | null;

  @Sql('t.currency')
  currency!: string;
}
export const RecipientConnection = endsOf(RecipientEdge, {
  name: 'Recipient',
  rows: Organization,
  // PostgreSQL removes the join if the currency is not selected.
  from: `(SELECT s.organization_id AS id, s.grant_id, s.amount, g.currency
    FROM grant_share s LEFT JOIN "grant" g ON g.id = s.grant_id) t`,
  node: () => Organization,
  nodeKey: 'id',
});

@FieldsOf(() => RecipientEdge)
export class RecipientEdgeResolver {
  @ToMoney('amount', {
    nullable: true,
    description: 'The share of this recipient. Null if no source states it.',
  })
  amount!: Money | null;
}

@ObjectType({
  description: "A grant, seen from one of its recipients, with that recipient's share.",
})
export class ReceivedGrantEdge {
  @Sql('l.amount')
  amount!: string | null;

  @Sql('t.currency')
  currency!: string;
}
export const ReceivedGrantConnection = endsOf(ReceivedGrantEdge, {
  name: 'ReceivedGrant',
  rows: Grant,
  node: () => Grant,
  nodeKey: 'id',
});

@FieldsOf(() => ReceivedGrantEdge)
export class ReceivedGrantEdgeResolver {
  @ToMoney('amount', {
    nullable: true,
    description: "The recipient's share. Null if no source states it.",
  })
  amount!: Money | null;
}

@ObjectType({ description: 'A sector, seen from a grant that is for it.' })
export class GrantSectorEdge {
  @Sql('l.percentage')
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The share of the grant that is for this sector, in percent. Null if no source states it.',
  })
  percentage!: string | null;
}
export const GrantSectorConnection = endsOf(GrantSectorEdge, {
  name: 'GrantSector',
  rows: Sector,
  node: () => Sector,
  nodeKey: 'id',
});
