import { Resolver } from 'type-graphql';
import { Person } from '../../entities/knowledge/person.entity.js';
import { ConnectionField, ConnectionQuery } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { LookupByIdOrSlug } from '../shared/lookup-queries.js';
import { PersonConnection, QuoteConnection } from './connections.js';
import { SeatOfPersonConnection } from './edges.types.js';
import { SeatFilter } from './filters.js';
import { PersonOrder, QuoteOrder, SeatOrder } from './orders.js';

@Resolver()
export class PersonQueries {
  @LookupByIdOrSlug(Person, 'Person', 'a holder of a public office by one of their keys')
  person!: never;

  @ConnectionQuery(PersonConnection, {
    orders: PersonOrder,
    description: 'Lists all holders of public offices.',
  })
  persons!: never;
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
  seats!: never;

  @ConnectionField(QuoteConnection, {
    link: relation(Person, 'quotes'),
    orders: QuoteOrder,
    description: "The person's quotes in announcements.",
  })
  quotes!: never;
}
