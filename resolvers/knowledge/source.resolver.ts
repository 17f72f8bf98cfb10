import { Resolver } from 'type-graphql';
import { Claim } from '../../entities/knowledge/claim.entity.js';
import { Source } from '../../entities/knowledge/source.entity.js';
import { ConnectionField, ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { LookupByIdOrSlug } from '../shared/lookup-queries.js';
import { ClaimConnection, SourceConnection } from './connections.js';
import { ClaimFilter, SourceFilter } from './filters.js';
import { ClaimOrder, SourceOrder } from './orders.js';

@Resolver()
export class SourceQueries {
  @LookupByIdOrSlug(Source, 'Source', 'a source by one of its keys')
  source!: Declared;

  @ConnectionQuery(SourceConnection, {
    filter: SourceFilter,
    orders: SourceOrder,
    description: 'Lists all sources.',
  })
  sources!: Declared;
}

@Resolver(() => Source)
export class SourceResolver {
  @ConnectionField(ClaimConnection, {
    link: relation(Claim, 'source'),
    asOf: true,
    filter: ClaimFilter,
    orders: ClaimOrder,
    description: 'The figures and dates that the source states.',
  })
  claims!: Declared;
}
