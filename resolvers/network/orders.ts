import type { ExcellenceLabel } from '../../entities/network/excellence-label.entity.js';
import type {
  Initiative,
  InitiativeParticipation,
} from '../../entities/network/initiative.entity.js';
import type { Membership } from '../../entities/network/membership.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import type { Region } from '../../entities/network/region.entity.js';
import { from, rows, type Columns } from '../../src/fields/columns.js';
import { orders } from '../../src/fields/order.js';
import { sql, type Sql } from '../../src/fields/sql.js';
import { SINCE, TITLE } from '../shared/orders.js';
import type { SharedPartner } from './partners.js';

/** The name of the organization with this id. */
function name<Row>(id: (row: Columns<Row>) => Sql) {
  return {
    by: (row: Columns<Row>) => sortName(id(row)),
    type: 'text',
    description: 'Name of the organization, ignoring case and diacritics.',
  } as const;
}

function sortName(organizationId: Sql): Sql {
  const organization = rows(Organization);
  return sql`(SELECT ${organization.sortName} FROM ${from(organization)} WHERE ${organization.id} = ${organizationId})`;
}

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

export const ExcellenceLabelOrder = orders('ExcellenceLabel', 'labels', {
  AWARDED_ON: {
    by: (label: Columns<ExcellenceLabel>) => label.awardedOn,
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The date of the award.',
  },
});
