import { orders } from '../src/graph/order.js';

const SINCE = {
  sql: 't.since',
  type: 'date',
  isNullable: true,
  natural: 'DESC',
  description: 'The start date.',
} as const;
const TITLE = {
  sql: 'search_fold(t.title)',
  type: 'text',
  description: 'Title, ignoring case and diacritics.',
} as const;

function name(organization: string) {
  return {
    sql: `(SELECT o.sort_name FROM organization o WHERE o.id = ${organization})`,
    type: 'text',
    description: 'Name of the organization, ignoring case and diacritics.',
  } as const;
}

export const OrganizationOrder = orders('Organization', 'organizations', {
  NAME: {
    sql: 't.sort_name',
    type: 'text',
    description: 'The name, ignoring case and diacritics.',
  },
  SLUG: { sql: 't.slug', type: 'text', description: 'The slug.' },
});
export const MembershipOrder = orders('Membership', 'memberships', { SINCE });
export const MemberOrder = orders('Member', 'the members of a group', {
  SINCE,
  NAME: name('t.member_id'),
});
export const GroupOrder = orders('Group', 'the groups of a member', {
  SINCE,
  NAME: name('t.group_id'),
});
export const PartnershipOrder = orders('Partnership', 'partnerships', { SINCE, TITLE });
export const PartnerOrder = orders('Partner', 'the partners of an organization', {
  NAME: name('t.id'),
  SHARED: { sql: 't.shared', type: 'int', description: 'The number of shared partnerships.' },
  SINCE: {
    sql: 't.since',
    type: 'date',
    isNullable: true,
    description: 'The start date of the first shared partnership.',
  },
});
export const PartyOrder = orders('Party', 'the parties of a partnership', { NAME: name('t.id') });
export const ParticipationOrder = orders('Participation', 'participations', { SINCE });
export const ParticipantOrder = orders('Participant', 'participants', {
  NAME: name('t.organization_id'),
  SINCE,
});
export const SeatOrder = orders('Seat', 'seats', { SINCE });
export const PersonOrder = orders('Person', 'persons', {
  NAME: { sql: 'search_fold(t.name)', type: 'text', description: 'The name.' },
});
export const EventOrder = orders('Event', 'events', {
  STARTS_AT: {
    sql: 't.starts_at',
    type: 'timestamptz',
    natural: 'DESC',
    description: 'The start date or time.',
  },
});
export const AdvocacyCaseOrder = orders('AdvocacyCase', 'advocacy cases', {
  OPENED_ON: {
    sql: 't.opened_on',
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The opening date.',
  },
  TITLE,
});
export const AnnouncementOrder = orders('Announcement', 'announcements', {
  PUBLISHED_ON: {
    sql: 't.published_on',
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
export const InitiativeOrder = orders('Initiative', 'initiatives', {
  STARTED_ON: {
    sql: 't.started_on',
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The start date or time.',
  },
  TITLE,
});
export const ClaimOrder = orders('Claim', 'claims', {
  AS_OF: {
    sql: 't.as_of',
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The date that the figure refers to.',
  },
  INDICATOR: { sql: 't.indicator', type: 'text', description: 'Indicator.' },
});
export const SourceOrder = orders('Source', 'sources', { TITLE });
export const SectorOrder = orders('Sector', 'sectors', {
  CODE: { sql: `t.scheme || ' ' || t.code`, type: 'text', description: 'The scheme and code.' },
  TITLE,
});
export const RegionOrder = orders('Region', 'regions', {
  CODE: { sql: 't.code', type: 'text', description: 'The NUTS code.' },
  NAME: { sql: 'search_fold(t.name)', type: 'text', description: 'The name.' },
});
export const QuoteOrder = orders('Quote', 'quotes', {
  POSITION: { sql: 't.position', type: 'int', description: 'The position in the announcement.' },
});
export const ExcellenceLabelOrder = orders('ExcellenceLabel', 'labels', {
  AWARDED_ON: {
    sql: 't.awarded_on',
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The date of the award.',
  },
});
