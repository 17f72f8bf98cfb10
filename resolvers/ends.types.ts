import { Field, Int, ObjectType } from 'type-graphql';
import {
  InitiativeParticipation,
  Initiative,
  ParticipationRole,
} from '../entities/initiative.entity.js';
import { Membership, MembershipClass } from '../entities/membership.entity.js';
import { Organization } from '../entities/organization.entity.js';
import { Partnership, PartnershipKind } from '../entities/partnership.entity.js';
import { PartyRole } from '../entities/partnership-party.entity.js';
import { Person } from '../entities/person.entity.js';
import { Seat, SeatRole } from '../entities/seat.entity.js';
import { Tie } from '../entities/tie.interface.js';
import { endsOf, inForce } from '../src/graph/connection.js';
import { Sql } from '../src/graph/declare.js';

/**
 * Edges from an object through a tie to its other end. They have the fields of the tie but no id, because a tie
 * has two edges, one from each end. One field of the edge is the tie itself.
 */
@ObjectType({
  implements: [Tie],
  description: 'A membership, seen from the cluster or association.',
})
export class MemberEdge extends Tie {
  @Field(() => MembershipClass, {
    description: 'The class of the membership, such as founding or regular.',
  })
  class!: MembershipClass;
}
export const MemberConnection = endsOf(MemberEdge, {
  name: 'Member',
  rows: Membership,
  node: () => Organization,
  nodeKey: 'memberId',
  asOf: inForce('t'),
});

@ObjectType({ implements: [Tie], description: 'A membership, seen from the member.' })
export class GroupEdge extends Tie {
  @Field(() => MembershipClass, {
    description: 'The class of the membership, such as founding or regular.',
  })
  class!: MembershipClass;
}
export const GroupConnection = endsOf(GroupEdge, {
  name: 'Group',
  rows: Membership,
  node: () => Organization,
  nodeKey: 'groupId',
  asOf: inForce('t'),
});

@ObjectType({
  implements: [Tie],
  description:
    'A partnership of an organization; `node` is the partnership, and the other fields are about this party.',
})
export class PartnershipOfPartyEdge extends Tie {
  @Sql('l.role')
  @Field(() => PartyRole, { description: 'The role of this party.' })
  role!: PartyRole;
}
export const PartnershipOfPartyConnection = endsOf(PartnershipOfPartyEdge, {
  name: 'PartnershipOfParty',
  rows: Partnership,
  node: () => Partnership,
  nodeKey: 'id',
  asOf: inForce('t'),
});

@ObjectType({ description: 'A party, seen from its partnership.' })
export class PartyEdge {
  @Sql('t.role')
  @Field(() => PartyRole, { description: 'The role of the organization.' })
  role!: PartyRole;
}
export const PartyConnection = endsOf(PartyEdge, {
  name: 'Party',
  rows: Partnership,
  from: `(SELECT organization_id AS id, partnership_id, role FROM partnership_party) t`,
  node: () => Organization,
  nodeKey: 'id',
});

@ObjectType({
  description: 'A partner: an organization that shares at least one partnership with this one.',
})
export class PartnerOrganizationEdge {
  @Sql('t.shared')
  @Field(() => Int, { description: 'The number of partnerships that the two share.' })
  sharedPartnershipCount!: number;

  @Sql('t.partnership_ids')
  partnershipIds!: string[];

  @Sql('t.kinds')
  @Field(() => [PartnershipKind], { description: 'The kinds of partnerships that the two share.' })
  kinds!: PartnershipKind[];
}
export const PartnerOrganizationConnection = endsOf(PartnerOrganizationEdge, {
  name: 'PartnerOrganization',
  rows: Partnership,
  from: `(SELECT mine.organization_id, other.organization_id AS id, count(*)::int AS shared,
      min(p.since) AS since, array_agg(DISTINCT p.kind ORDER BY p.kind) AS kinds,
      (array_agg(p.id ORDER BY coalesce(p.since, '9999'), p.id))[1:100] AS partnership_ids
    FROM partnership_party mine
    JOIN partnership_party other ON other.partnership_id = mine.partnership_id AND other.organization_id <> mine.organization_id
    JOIN partnership p ON p.id = mine.partnership_id
    WHERE {asOf} GROUP BY mine.organization_id, other.organization_id) t`,
  node: () => Organization,
  nodeKey: 'id',
  asOf: inForce('p'),
});

@ObjectType({
  implements: [Tie],
  description: 'A participation in an initiative, seen from the participant.',
})
export class InitiativeOfParticipantEdge extends Tie {
  @Field(() => ParticipationRole, { description: 'The role of the participant in the initiative.' })
  role!: ParticipationRole;
}
export const InitiativeOfParticipantConnection = endsOf(InitiativeOfParticipantEdge, {
  name: 'InitiativeOfParticipant',
  rows: InitiativeParticipation,
  node: () => Initiative,
  nodeKey: 'initiativeId',
  asOf: inForce('t'),
});

@ObjectType({
  implements: [Tie],
  description: 'A participation in an initiative, seen from the initiative.',
})
export class ParticipantEdge extends Tie {
  @Field(() => ParticipationRole, { description: 'The role of the participant in the initiative.' })
  role!: ParticipationRole;
}
export const ParticipantConnection = endsOf(ParticipantEdge, {
  name: 'Participant',
  rows: InitiativeParticipation,
  node: () => Organization,
  nodeKey: 'organizationId',
  asOf: inForce('t'),
});

@ObjectType({ implements: [Tie], description: 'A seat, seen from the body.' })
export class SeatHolderEdge extends Tie {
  @Field(() => SeatRole, { description: 'The role of the person.' })
  role!: SeatRole;

  @Field(() => String, { nullable: true, description: 'The body within the organization.' })
  body!: string | null;
}
export const SeatHolderConnection = endsOf(SeatHolderEdge, {
  name: 'SeatHolder',
  rows: Seat,
  node: () => Person,
  nodeKey: 'personId',
  asOf: inForce('t'),
});

@ObjectType({ implements: [Tie], description: 'A seat, seen from the person.' })
export class SeatOfPersonEdge extends Tie {
  @Field(() => SeatRole, { description: 'The role of the person.' })
  role!: SeatRole;

  @Field(() => String, { nullable: true, description: 'The body within the organization.' })
  body!: string | null;
}
export const SeatOfPersonConnection = endsOf(SeatOfPersonEdge, {
  name: 'SeatOfPerson',
  rows: Seat,
  node: () => Organization,
  nodeKey: 'organizationId',
  asOf: inForce('t'),
});
