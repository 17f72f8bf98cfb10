import { Resolver } from 'type-graphql';
import { GrantProgramme } from '../../entities/funding/grant-programme.entity.js';
import type { Money } from '../../entities/shared/money.type.js';
import { ConnectionField, ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { LookupByIdOrSlug } from '../shared/lookup-queries.js';
import { MoneyField } from '../shared/money.js';
import { GrantConnection, GrantProgrammeConnection } from './connections.js';
import { GrantProgrammeFilter } from './filters.js';
import { GrantFilter } from './grant.filter.js';
import { GrantOrder, GrantProgrammeOrder } from './orders.js';

@Resolver()
export class GrantProgrammeQueries {
  @LookupByIdOrSlug(GrantProgramme, 'GrantProgramme', 'a grant program by one of its keys')
  grantProgramme!: Declared;

  @ConnectionQuery(GrantProgrammeConnection, {
    filter: GrantProgrammeFilter,
    orders: GrantProgrammeOrder,
    description: 'Lists all grant programs.',
  })
  grantProgrammes!: Declared;
}

@Resolver(() => GrantProgramme)
export class GrantProgrammeResolver {
  @MoneyField(GrantProgramme, 'budget', {
    nullable: true,
    description: 'The total amount available for grants. Null if no source states it.',
  })
  budget!: Money | null;

  @ConnectionField(GrantConnection, {
    filter: GrantFilter,
    orders: GrantOrder,
    link: relation(GrantProgramme, 'grants'),
    description: 'The grants made under the program.',
  })
  grants!: Declared;
}
