import { Resolver } from 'type-graphql';
import { AdvocacyCase } from '../../entities/knowledge/advocacy-case.entity.js';
import { Announcement } from '../../entities/knowledge/announcement.entity.js';
import { Claim } from '../../entities/knowledge/claim.entity.js';
import { CooperationOffer } from '../../entities/knowledge/cooperation-offer.entity.js';
import { Event } from '../../entities/knowledge/event.entity.js';
import { Seat } from '../../entities/knowledge/seat.entity.js';
import { Identifier } from '../../entities/network/identifier.entity.js';
import { InitiativeParticipation } from '../../entities/network/initiative.entity.js';
import { Membership } from '../../entities/network/membership.entity.js';
import { OrganizationName } from '../../entities/network/organization-name.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { PartnershipParty } from '../../entities/network/partnership-party.entity.js';
import { Partnership } from '../../entities/network/partnership.entity.js';
import { from, rows, type Columns } from '../../src/fields/columns.js';
import { ConnectionField, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import type { ClassOf } from '../../src/fields/row.js';
import { join, sql, type Sql } from '../../src/fields/sql.js';
import {
  AdvocacyCaseConnection,
  AnnouncementConnection,
  ClaimConnection,
  CooperationOfferConnection,
  EventConnection,
  SeatConnection,
  SourceConnection,
} from './connections.js';
import { SeatHolderConnection } from './edges.types.js';
import {
  AdvocacyCaseFilter,
  AnnouncementFilter,
  ClaimFilter,
  CooperationOfferFilter,
  EventFilter,
  SeatFilter,
  SourceFilter,
} from './filters.js';
import {
  AdvocacyCaseOrder,
  AnnouncementOrder,
  ClaimOrder,
  CooperationOfferOrder,
  EventOrder,
  SeatOrder,
  SourceOrder,
} from './orders.js';

/** Links a source to the organizations whose names, claims and ties come from it. */
const behindOrganization = {
  on: (source: { readonly id: Sql }, id: Sql) => {
    const sourcesOf = <Row>(
      entity: ClassOf<Row>,
      of: (row: Columns<Row>) => { readonly sourceId: Sql; readonly organizationId: Sql },
    ) => {
      const row = rows(entity);
      const { sourceId, organizationId } = of(row);
      return sql`SELECT ${sourceId} FROM ${from(row)} WHERE ${organizationId} = ${id}`;
    };
    const partnership = rows(Partnership);
    const party = rows(PartnershipParty);
    const sources = [
      sourcesOf(Organization, ({ sourceId, id: organizationId }) => ({ sourceId, organizationId })),
      sourcesOf(OrganizationName, (row) => row),
      sourcesOf(Identifier, (row) => row),
      sourcesOf(Claim, (row) => row),
      sourcesOf(Membership, ({ sourceId, memberId: organizationId }) => ({
        sourceId,
        organizationId,
      })),
      sourcesOf(Membership, ({ sourceId, groupId: organizationId }) => ({
        sourceId,
        organizationId,
      })),
      sourcesOf(Seat, (row) => row),
      sourcesOf(InitiativeParticipation, (row) => row),
      sourcesOf(CooperationOffer, (row) => row),
      sourcesOf(Announcement, ({ sourceId, authorId: organizationId }) => ({
        sourceId,
        organizationId,
      })),
      sql`SELECT ${partnership.sourceId} FROM ${from(partnership)} JOIN ${from(party)}
          ON ${party.partnershipId} = ${partnership.id} WHERE ${party.organizationId} = ${id}`,
    ];
    return sql`${source.id} IN (${join(sources, ' UNION ')})`;
  },
};

@Resolver(() => Organization)
export class OrganizationKnowledgeResolver {
  @ConnectionField(SeatHolderConnection, {
    link: relation(Seat, 'organization'),
    asOf: true,
    filter: SeatFilter,
    orders: SeatOrder,
    description: 'The persons who hold an office in it.',
  })
  seats!: Declared;

  @ConnectionField(SeatConnection, {
    link: relation(Seat, 'nominatedBy'),
    asOf: true,
    filter: SeatFilter,
    orders: SeatOrder,
    description: 'The seats in other bodies for which it nominated someone.',
  })
  nominations!: Declared;

  @ConnectionField(EventConnection, {
    link: relation(Event, 'organizers'),
    filter: EventFilter,
    orders: EventOrder,
    description: 'The events that it organizes.',
  })
  events!: Declared;

  @ConnectionField(AdvocacyCaseConnection, {
    link: relation(AdvocacyCase, 'beneficiaries'),
    filter: AdvocacyCaseFilter,
    orders: AdvocacyCaseOrder,
    description: 'The advocacy cases pursued for its benefit.',
  })
  advocacyCases!: Declared;

  @ConnectionField(AdvocacyCaseConnection, {
    link: relation(AdvocacyCase, 'target'),
    filter: AdvocacyCaseFilter,
    orders: AdvocacyCaseOrder,
    description: 'The advocacy cases addressed to it, if it is an institution.',
  })
  advocacyReceived!: Declared;

  @ConnectionField(AnnouncementConnection, {
    link: relation(Announcement, 'author'),
    filter: AnnouncementFilter,
    orders: AnnouncementOrder,
    description: 'The public statements that it has made.',
  })
  announcements!: Declared;

  @ConnectionField(CooperationOfferConnection, {
    link: relation(CooperationOffer, 'organization'),
    asOf: true,
    filter: CooperationOfferFilter,
    orders: CooperationOfferOrder,
    description: 'What the organization offers to the network and needs from it.',
  })
  offers!: Declared;

  @ConnectionField(ClaimConnection, {
    link: relation(Claim, 'organization'),
    asOf: true,
    filter: ClaimFilter,
    orders: ClaimOrder,
    description: 'All figures and dates that sources state about it, including conflicting ones.',
  })
  claims!: Declared;

  @ConnectionField(SourceConnection, {
    link: behindOrganization,
    filter: SourceFilter,
    orders: SourceOrder,
    description: 'Every source behind its names, claims and ties.',
  })
  sources!: Declared;
}
