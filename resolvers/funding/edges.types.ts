import { Field, ObjectType, Resolver } from 'type-graphql';
import { DecimalScalar } from '../../entities/shared/decimal.scalar.js';
import type { GrantSector } from '../../entities/funding/grant-purpose.entity.js';
import type { GrantShare } from '../../entities/funding/grant-share.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import type { Money } from '../../entities/shared/money.type.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { Sector } from '../../entities/network/sector.entity.js';
import { from, rows } from '../../src/fields/columns.js';
import { edgeConnection } from '../../src/fields/connection.js';
import { Expression } from '../../src/fields/decorators.js';
import { sql } from '../../src/fields/sql.js';
import { MoneyField } from '../shared/money.js';

@ObjectType({ description: 'A recipient, seen from the grant, with its share.' })
export class RecipientEdge {
  @Expression<Organization, GrantShare>((_organization, share) => share.amount)
  amount!: string | null;

  @Expression<Organization, GrantShare>((_organization, share) => {
    const grant = rows(Grant);
    return sql`(SELECT ${grant.currency} FROM ${from(grant)} WHERE ${grant.id} = ${share.grantId})`;
  })
  currency!: string;
}
export const RecipientConnection = edgeConnection(RecipientEdge, {
  name: 'Recipient',
  rows: Organization,
  node: 'ROW',
});

@Resolver(() => RecipientEdge)
export class RecipientEdgeResolver {
  @MoneyField(RecipientEdge, 'amount', {
    nullable: true,
    description: 'The share of this recipient. Null if no source states it.',
  })
  amount!: Money | null;
}

@ObjectType({
  description: "A grant, seen from one of its recipients, with that recipient's share.",
})
export class ReceivedGrantEdge {
  @Expression<Grant, GrantShare>((_grant, share) => share.amount)
  amount!: string | null;

  @Expression<Grant>((grant) => grant.currency)
  currency!: string;
}
export const ReceivedGrantConnection = edgeConnection(ReceivedGrantEdge, {
  name: 'ReceivedGrant',
  rows: Grant,
  node: 'ROW',
});

@Resolver(() => ReceivedGrantEdge)
export class ReceivedGrantEdgeResolver {
  @MoneyField(ReceivedGrantEdge, 'amount', {
    nullable: true,
    description: "The recipient's share. Null if no source states it.",
  })
  amount!: Money | null;
}

@ObjectType({ description: 'A sector, seen from a grant that is for it.' })
export class GrantSectorEdge {
  @Expression<Sector, GrantSector>((_sector, entry) => entry.percentage)
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The share of the grant that is for this sector, in percent. Null if no source states it.',
  })
  percentage!: string | null;
}
export const GrantSectorConnection = edgeConnection(GrantSectorEdge, {
  name: 'GrantSector',
  rows: Sector,
  node: 'ROW',
});
