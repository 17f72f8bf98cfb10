import { Initiative, InitiativeParticipation } from '../entities/initiative.entity.js';
import { Membership } from '../entities/membership.entity.js';
import { Organization } from '../entities/organization.entity.js';
import { Partnership } from '../entities/partnership.entity.js';
import { Person } from '../entities/person.entity.js';
import { Seat } from '../entities/seat.entity.js';
import { FieldsOf, ToOne, ToOnes, ToPage } from '../src/graph/declare.js';
import {
  GroupEdge,
  InitiativeOfParticipantEdge,
  MemberEdge,
  ParticipantEdge,
  PartnerOrganizationEdge,
  PartyConnection,
  SeatHolderEdge,
  SeatOfPersonEdge,
} from './ends.types.js';
import { PartyOrder } from './orders.js';

@FieldsOf(() => Membership)
export class MembershipResolver {
  @ToOne(() => Organization, {
    key: 'memberId',
    description: 'The organization that is the member.',
  })
  member!: Organization;

  @ToOne(() => Organization, {
    key: 'groupId',
    description: 'The cluster or association that it is a member of.',
  })
  group!: Organization;
}

@FieldsOf(() => MemberEdge)
export class MemberEdgeResolver {
  @ToOne(() => Membership, { key: 'id', description: 'The membership that this edge is about.' })
  membership!: Membership;
}

@FieldsOf(() => GroupEdge)
export class GroupEdgeResolver {
  @ToOne(() => Membership, { key: 'id', description: 'The membership that this edge is about.' })
  membership!: Membership;
}

@FieldsOf(() => Partnership)
export class PartnershipResolver {
  @ToPage(PartyConnection, {
    link: { on: 't.partnership_id = p.key' },
    orders: PartyOrder,
    description: 'The parties of the partnership, two or more.',
  })
  parties!: never;
}

@FieldsOf(() => PartnerOrganizationEdge)
export class PartnerOrganizationEdgeResolver {
  @ToOnes(() => Partnership, {
    keys: 'partnershipIds',
    description: 'The partnerships that the two share, in order of their start (maximum 100).',
  })
  partnerships!: Partnership[];
}

@FieldsOf(() => Seat)
export class SeatResolver {
  @ToOne(() => Person, { key: 'personId', description: 'The person who holds the office.' })
  person!: Person;

  @ToOne(() => Organization, {
    key: 'organizationId',
    description: 'The association or cluster in which the office is held.',
  })
  organization!: Organization;

  @ToOne(() => Organization, {
    key: 'nominatedById',
    nullable: true,
    description: 'The cluster that nominated the person.',
  })
  nominatedBy!: Organization | null;
}

@FieldsOf(() => InitiativeParticipation)
export class InitiativeParticipationResolver {
  @ToOne(() => Organization, {
    key: 'organizationId',
    description: 'The participating organization or organizations.',
  })
  organization!: Organization;

  @ToOne(() => Initiative, {
    key: 'initiativeId',
    description: 'The initiative that the organization takes part in.',
  })
  initiative!: Initiative;
}

@FieldsOf(() => SeatHolderEdge)
export class SeatHolderEdgeResolver {
  @ToOne(() => Seat, { key: 'id', description: 'The seat that this edge is about.' })
  seat!: Seat;
}

@FieldsOf(() => SeatOfPersonEdge)
export class SeatOfPersonEdgeResolver {
  @ToOne(() => Seat, { key: 'id', description: 'The seat that this edge is about.' })
  seat!: Seat;
}

@FieldsOf(() => ParticipantEdge)
export class ParticipantEdgeResolver {
  @ToOne(() => InitiativeParticipation, {
    key: 'id',
    description: 'The participation that this edge is about.',
  })
  participation!: InitiativeParticipation;
}

@FieldsOf(() => InitiativeOfParticipantEdge)
export class InitiativeOfParticipantEdgeResolver {
  @ToOne(() => InitiativeParticipation, {
    key: 'id',
    description: 'The participation that this edge is about.',
  })
  participation!: InitiativeParticipation;
}
