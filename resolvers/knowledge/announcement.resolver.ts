import { Resolver } from 'type-graphql';
import { Announcement } from '../../entities/knowledge/announcement.entity.js';
import { ConnectionField, ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { LookupByIdOrSlug } from '../shared/lookup-queries.js';
import { AnnouncementConnection, QuoteConnection } from './connections.js';
import { AnnouncementFilter } from './filters.js';
import { AnnouncementOrder, QuoteOrder } from './orders.js';

@Resolver()
export class AnnouncementQueries {
  @LookupByIdOrSlug(Announcement, 'Announcement', 'a public statement by one of its keys')
  announcement!: Declared;

  @ConnectionQuery(AnnouncementConnection, {
    filter: AnnouncementFilter,
    orders: AnnouncementOrder,
    description: 'Lists all public statements.',
  })
  announcements!: Declared;
}

@Resolver(() => Announcement)
export class AnnouncementResolver {
  @ConnectionField(QuoteConnection, {
    link: relation(Announcement, 'quotes'),
    orders: QuoteOrder,
    description: 'The quotes of persons in the statement, in order of position.',
  })
  quotes!: Declared;
}
