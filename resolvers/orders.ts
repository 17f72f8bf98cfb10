import { orders } from '../src/graph/order.js';

const SINCE = {
  sql: 't.since',
  type: 'date',
  isNullable: true,
  natural: 'DESC',
  description: 'When it began.',
} as const;
const TITLE = { sql: 'search_fold(t.title)', type: 'text', description: 'Title.' } as const;

function name(organization: string) {
  return {
    sql: `(SELECT o.sort_name FROM organization o WHERE o.id = ${organization})`,
    type: 'text',
    description: 'Name of the organization, without case and diacritics.',
  } as const;
}

export const OrganizationOrder = orders('Organization', 'organizations', {
  NAME: { sql: 't.sort_name', type: 'text', description: 'Name, without case and diacritics.' },
  SLUG: { sql: 't.slug', type: 'text', description: 'Slug.' },
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
  SHARED: { sql: 't.shared', type: 'int', description: 'Number of shared partnerships.' },
  SINCE: {
    sql: 't.since',
    type: 'date',
    isNullable: true,
    description: 'When the first shared partnership began.',
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
  NAME: { sql: 'search_fold(t.name)', type: 'text', description: 'Name.' },
});
export const EventOrder = orders('Event', 'events', {
  STARTS_AT: {
    sql: 't.starts_at',
    type: 'timestamptz',
    natural: 'DESC',
    description: 'Start.',
  },
});
export const AdvocacyCaseOrder = orders('AdvocacyCase', 'advocacy cases', {
  OPENED_ON: {
    sql: 't.opened_on',
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'When it was opened.',
  },
  TITLE,
});
export const AnnouncementOrder = orders('Announcement', 'announcements', {
  PUBLISHED_ON: {
    sql: 't.published_on',
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'When it was published.',
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
    description: 'Start.',
  },
  TITLE,
});
export const ClaimOrder = orders('Claim', 'claims', {
  AS_OF: {
    sql: 't.as_of',
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The time that the figure is about.',
  },
  INDICATOR: { sql: 't.indicator', type: 'text', description: 'Indicator.' },
});
export const SourceOrder = orders('Source', 'sources', { TITLE });
export const SectorOrder = orders('Sector', 'sectors', {
  CODE: { sql: `t.scheme || ' ' || t.code`, type: 'text', description: 'Scheme and code.' },
  TITLE,
});
export const RegionOrder = orders('Region', 'regions', {
  CODE: { sql: 't.code', type: 'text', description: 'NUTS code.' },
  NAME: { sql: 'search_fold(t.name)', type: 'text', description: 'Name.' },
});
export const QuoteOrder = orders('Quote', 'quotes', {
  POSITION: { sql: 't.position', type: 'int', description: 'Position in the announcement.' },
});
export const ExcellenceLabelOrder = orders('ExcellenceLabel', 'labels', {
  AWARDED_ON: {
    sql: 't.awarded_on',
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'When it was awarded.',
  },
});
