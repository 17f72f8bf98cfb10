import type { AdvocacyCase } from '../../entities/knowledge/advocacy-case.entity.js';
import type { Announcement, Quote } from '../../entities/knowledge/announcement.entity.js';
import type { Claim } from '../../entities/knowledge/claim.entity.js';
import type { Event } from '../../entities/knowledge/event.entity.js';
import type { Person } from '../../entities/knowledge/person.entity.js';
import type { Columns } from '../../src/fields/columns.js';
import { orders } from '../../src/fields/order.js';
import { sql } from '../../src/fields/sql.js';
import { SINCE, TITLE } from '../shared/orders.js';

export const SeatOrder = orders('Seat', 'seats', { SINCE });

export const PersonOrder = orders('Person', 'persons', {
  NAME: {
    by: (person: Columns<Person>) => sql`search_fold(${person.name})`,
    type: 'text',
    description: 'The name.',
  },
});

export const EventOrder = orders('Event', 'events', {
  STARTS_AT: {
    by: (event: Columns<Event>) => event.startsAt,
    type: 'timestamptz',
    natural: 'DESC',
    description: 'The start date or time.',
  },
});

export const AdvocacyCaseOrder = orders('AdvocacyCase', 'advocacy cases', {
  OPENED_ON: {
    by: (advocacyCase: Columns<AdvocacyCase>) => advocacyCase.openedOn,
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The opening date.',
  },
  TITLE,
});

export const AnnouncementOrder = orders('Announcement', 'announcements', {
  PUBLISHED_ON: {
    by: (announcement: Columns<Announcement>) => announcement.publishedOn,
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The date of publication.',
  },
  TITLE,
});

export const CooperationOfferOrder = orders('CooperationOffer', 'offers and needs', {
  SINCE,
  TITLE,
});

export const ClaimOrder = orders('Claim', 'claims', {
  AS_OF: {
    by: (claim: Columns<Claim>) => claim.asOf,
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The date that the figure refers to.',
  },
  INDICATOR: {
    by: (claim: Columns<Claim>) => claim.indicator,
    type: 'text',
    description: 'Indicator.',
  },
});

export const SourceOrder = orders('Source', 'sources', { TITLE });

export const QuoteOrder = orders('Quote', 'quotes', {
  POSITION: {
    by: (quote: Columns<Quote>) => quote.position,
    type: 'int',
    description: 'The position in the announcement.',
  },
});
