import { Resolver } from 'type-graphql';
import { AdvocacyCase } from '../../entities/knowledge/advocacy-case.entity.js';
import { ConnectionField, ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { OrganizationFilter } from '../shared/filters.js';
import { LookupByIdOrSlug } from '../shared/lookup-queries.js';
import { OrganizationOrder } from '../shared/orders.js';
import { BeneficiaryConnection, AdvocacyCaseConnection } from './connections.js';
import { AdvocacyCaseFilter } from './filters.js';
import { AdvocacyCaseOrder } from './orders.js';

@Resolver()
export class AdvocacyCaseQueries {
  @LookupByIdOrSlug(AdvocacyCase, 'AdvocacyCase', 'an advocacy case by one of its keys')
  advocacyCase!: Declared;

  @ConnectionQuery(AdvocacyCaseConnection, {
    filter: AdvocacyCaseFilter,
    orders: AdvocacyCaseOrder,
    description: 'Lists all advocacy cases.',
  })
  advocacyCases!: Declared;
}

@Resolver(() => AdvocacyCase)
export class AdvocacyCaseResolver {
  @ConnectionField(BeneficiaryConnection, {
    link: relation(AdvocacyCase, 'beneficiaries'),
    filter: OrganizationFilter,
    orders: OrganizationOrder,
    description: 'The organizations for whose benefit the case is pursued.',
  })
  beneficiaries!: Declared;
}
