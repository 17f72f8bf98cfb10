import { orders } from '../src/graph/order.js';

/** An unknown start comes last. */
const SINCE = {
  sql: `coalesce(t.since, '9999')`,
  type: 'text',
  description: 'By when it began; what began nobody knows when counts as latest',
} as const;
const TITLE = { sql: 'search_fold(t.title)', type: 'text', description: 'By title' } as const;

function name(organization: string) {
  return {
    sql: `(SELECT o.sort_name FROM organization o WHERE o.id = ${organization})`,
    type: 'text',
    description: 'By the name of the organisation, without case and diacritics',
  } as const;
}

export const OrganizationOrder = orders('OrganizationOrder', 'Orders of organisations.', {
  NAME: { sql: 't.sort_name', type: 'text', description: 'By name, without case and diacritics' },
  SLUG: { sql: 't.slug', type: 'text', description: 'By slug' },
});
export const MembershipOrder = orders('MembershipOrder', 'Orders of memberships.', { SINCE });
export const MemberOrder = orders('MemberOrder', 'Orders of the members of a group.', {
  SINCE,
  NAME: name('t.member_id'),
});
export const GroupOrder = orders('GroupOrder', 'Orders of the groups of a member.', {
  SINCE,
  NAME: name('t.group_id'),
});
export const PartnershipOrder = orders('PartnershipOrder', 'Orders of partnerships.', {
  SINCE,
  TITLE,
});
export const PartnerOrder = orders('PartnerOrder', 'Orders of the partners of an organisation.', {
  NAME: name('t.id'),
  SHARED: { sql: 't.shared', type: 'int', description: 'By the number of shared partnerships' },
  SINCE: { sql: 't.since', type: 'text', description: 'By the first shared partnership' },
});
export const PartyOrder = orders('PartyOrder', 'Orders of the parties of a partnership.', {
  NAME: name('t.id'),
});
export const ParticipationOrder = orders('ParticipationOrder', 'Orders of participations.', {
  SINCE,
});
export const ParticipantOrder = orders('ParticipantOrder', 'Orders of participants.', {
  NAME: name('t.organization_id'),
  SINCE,
});
export const SeatOrder = orders('SeatOrder', 'Orders of seats.', { SINCE });
export const PersonOrder = orders('PersonOrder', 'Orders of persons.', {
  NAME: { sql: 'search_fold(t.name)', type: 'text', description: 'By name' },
});
export const EventOrder = orders('EventOrder', 'Orders of events.', {
  STARTS_AT: { sql: 't.starts_at', type: 'timestamptz', description: 'By start' },
});
export const AdvocacyCaseOrder = orders('AdvocacyCaseOrder', 'Orders of advocacy cases.', {
  OPENED_ON: {
    sql: `coalesce(t.opened_on, '9999')`,
    type: 'text',
    description: 'By when it was opened',
  },
  TITLE,
});
export const AnnouncementOrder = orders('AnnouncementOrder', 'Orders of announcements.', {
  PUBLISHED_ON: {
    sql: `coalesce(t.published_on, '9999')`,
    type: 'text',
    description: 'By when it was published',
  },
  TITLE,
});
export const CooperationOfferOrder = orders(
  'CooperationOfferOrder',
  'Orders of offers and needs.',
  {
    SINCE,
    TITLE,
  },
);
export const InitiativeOrder = orders('InitiativeOrder', 'Orders of initiatives.', {
  STARTED_ON: {
    sql: `coalesce(t.started_on, '9999')`,
    type: 'text',
    description: 'By start; what starts nobody knows when counts as latest',
  },
  TITLE,
});
export const ClaimOrder = orders('ClaimOrder', 'Orders of claims.', {
  AS_OF: {
    sql: `coalesce(t.as_of, '')`,
    type: 'text',
    description: 'By the time that the figure is about; without one counts as earliest',
  },
  INDICATOR: { sql: 't.indicator', type: 'text', description: 'By indicator' },
});
export const SourceOrder = orders('SourceOrder', 'Orders of sources.', { TITLE });
export const SectorOrder = orders('SectorOrder', 'Orders of sectors.', {
  CODE: { sql: `t.scheme || ' ' || t.code`, type: 'text', description: 'By scheme and code' },
  TITLE,
});
export const RegionOrder = orders('RegionOrder', 'Orders of regions.', {
  CODE: { sql: 't.code', type: 'text', description: 'By code' },
  NAME: { sql: 'search_fold(t.name)', type: 'text', description: 'By name' },
});
export const QuoteOrder = orders('QuoteOrder', 'Orders of quotes.', {
  POSITION: { sql: 't.position', type: 'int', description: 'By place in the announcement' },
});
export const ExcellenceLabelOrder = orders('ExcellenceLabelOrder', 'Orders of labels.', {
  AWARDED_ON: {
    sql: `coalesce(t.awarded_on, '9999')`,
    type: 'text',
    description: 'By award; an unknown one counts as latest',
  },
});
