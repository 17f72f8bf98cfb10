import { Resolver } from 'type-graphql';
import { Person } from '../../entities/knowledge/person.entity.js';
import { ConnectionField, ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { LookupByIdOrSlug } from '../shared/lookup-queries.js';
import { PersonConnection, QuoteConnection } from './connections.js';
import { SeatOfPersonConnection } from './edges.types.js';
import { SeatFilter } from './filters.js';
import { PersonOrder, QuoteOrder, SeatOrder } from './orders.js';

@Resolver()
export class PersonQueries {
  @LookupByIdOrSlug(Person, 'Person', 'a holder of a public office by one of their keys')
  person!: Declared;

  @ConnectionQuery(PersonConnection, {
    orders: PersonOrder,
    description: 'Lists all holders of public offices.',
  })
  persons!: Declared;
}

@Resolver(() => Person)
export class PersonResolver {
  @ConnectionField(SeatOfPersonConnection, {
    link: relation(Person, 'seats'),
    asOf: true,
    filter: SeatFilter,
    orders: SeatOrder,
    description: 'The offices that the person holds or held.',
  })
  seats!: Declared;

  @ConnectionField(QuoteConnection, {
    link: relation(Person, 'quotes'),
    orders: QuoteOrder,
    description: "The person's quotes in announcements.",
  })
  quotes!: Declared;
}
