import type { AdvocacyCase } from '../entities/knowledge/advocacy-case.entity.js';
import type { Announcement, Quote } from '../entities/knowledge/announcement.entity.js';
import type { Claim } from '../entities/knowledge/claim.entity.js';
import type { Event } from '../entities/knowledge/event.entity.js';
import type { ExcellenceLabel } from '../entities/network/excellence-label.entity.js';
import type { Initiative, InitiativeParticipation } from '../entities/network/initiative.entity.js';
import type { Membership } from '../entities/network/membership.entity.js';
import { Organization } from '../entities/network/organization.entity.js';
import type { Person } from '../entities/knowledge/person.entity.js';
import type { Region } from '../entities/network/region.entity.js';
import type { Sector } from '../entities/network/sector.entity.js';
import type { Tie } from '../entities/shared/tie.interface.js';
import { from, rows, type Columns } from '../src/fields/columns.js';
import { orders } from '../src/fields/order.js';
import { sql, type Sql } from '../src/fields/sql.js';
import type { SharedPartner } from './partners.js';

const SINCE = {
  by: (tie: Columns<Tie>) => tie.since,
  type: 'date',
  isNullable: true,
  natural: 'DESC',
  description: 'The start date.',
} as const;
const TITLE = {
  by: (row: { readonly title: Sql }) => sql`search_fold(${row.title})`,
  type: 'text',
  description: 'Title, ignoring case and diacritics.',
} as const;

/** The name of the organization with this id. */
function name<Row>(id: (row: Columns<Row>) => Sql) {
  return {
    by: (row: Columns<Row>) => sortName(id(row)),
    type: 'text',
    description: 'Name of the organization, ignoring case and diacritics.',
  } as const;
}

export function sortName(organizationId: Sql): Sql {
  const organization = rows(Organization);
  return sql`(SELECT ${organization.sortName} FROM ${from(organization)} WHERE ${organization.id} = ${organizationId})`;
}

export const OrganizationOrder = orders('Organization', 'organizations', {
  NAME: {
    by: (organization: Columns<Organization>) => organization.sortName,
    type: 'text',
    description: 'The name, ignoring case and diacritics.',
  },
  SLUG: {
    by: (organization: Columns<Organization>) => organization.slug,
    type: 'text',
    description: 'The slug.',
  },
});
export const MembershipOrder = orders('Membership', 'memberships', { SINCE });
export const MemberOrder = orders('Member', 'the members of a group', {
  SINCE,
  NAME: name((membership: Columns<Membership>) => membership.memberId),
});
export const GroupOrder = orders('Group', 'the groups of a member', {
  SINCE,
  NAME: name((membership: Columns<Membership>) => membership.groupId),
});
export const PartnershipOrder = orders('Partnership', 'partnerships', { SINCE, TITLE });
export const PartnerOrder = orders('Partner', 'the partners of an organization', {
  NAME: name((partner: Columns<SharedPartner>) => partner.id),
  SHARED: {
    by: (partner: Columns<SharedPartner>) => partner.sharedPartnershipCount,
    type: 'int',
    description: 'The number of shared partnerships.',
  },
  SINCE: {
    by: (partner: Columns<SharedPartner>) => partner.since,
    type: 'date',
    isNullable: true,
    description: 'The start date of the first shared partnership.',
  },
});
export const PartyOrder = orders('Party', 'the parties of a partnership', {
  NAME: {
    by: (organization: Columns<Organization>) => organization.sortName,
    type: 'text',
    description: 'Name of the organization, ignoring case and diacritics.',
  },
});
export const ParticipationOrder = orders('Participation', 'participations', { SINCE });
export const ParticipantOrder = orders('Participant', 'participants', {
  NAME: name((participation: Columns<InitiativeParticipation>) => participation.organizationId),
  SINCE,
});
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
export const InitiativeOrder = orders('Initiative', 'initiatives', {
  STARTED_ON: {
    by: (initiative: Columns<Initiative>) => initiative.startedOn,
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The start date or time.',
  },
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
export const SectorOrder = orders('Sector', 'sectors', {
  CODE: {
    by: (sector: Columns<Sector>) => sql`${sector.scheme} || ' ' || ${sector.code}`,
    type: 'text',
    description: 'The scheme and code.',
  },
  TITLE,
});
export const RegionOrder = orders('Region', 'regions', {
  CODE: {
    by: (region: Columns<Region>) => region.code,
    type: 'text',
    description: 'The NUTS code.',
  },
  NAME: {
    by: (region: Columns<Region>) => sql`search_fold(${region.name})`,
    type: 'text',
    description: 'The name.',
  },
});
export const QuoteOrder = orders('Quote', 'quotes', {
  POSITION: {
    by: (quote: Columns<Quote>) => quote.position,
    type: 'int',
    description: 'The position in the announcement.',
  },
});
export const ExcellenceLabelOrder = orders('ExcellenceLabel', 'labels', {
  AWARDED_ON: {
    by: (label: Columns<ExcellenceLabel>) => label.awardedOn,
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The date of the award.',
  },
});
