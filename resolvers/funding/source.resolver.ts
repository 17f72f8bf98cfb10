import { Resolver } from 'type-graphql';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Source } from '../../entities/knowledge/source.entity.js';
import { ConnectionField, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { GrantConnection } from './connections.js';
import { GrantFilter } from './grant.filter.js';
import { GrantOrder } from './orders.js';

@Resolver(() => Source)
export class SourceFundingResolver {
  @ConnectionField(GrantConnection, {
    filter: GrantFilter,
    orders: GrantOrder,
    link: relation(Grant, 'source'),
    description: 'The grants in this data set.',
  })
  grants!: Declared;
}
