import { Field, Int, ObjectType } from 'type-graphql';
import {
  InitiativeParticipation,
  ParticipationRole,
} from '../../entities/network/initiative.entity.js';
import { Membership, MembershipClass } from '../../entities/network/membership.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import {
  PartyRole,
  type PartnershipParty,
} from '../../entities/network/partnership-party.entity.js';
import { Partnership, PartnershipKind } from '../../entities/network/partnership.entity.js';
import { Tie } from '../../entities/shared/tie.interface.js';
import { derivedConnection, edgeConnection } from '../../src/fields/connection.js';
import { Expression, ReferenceField, ReferencesField } from '../../src/fields/decorators.js';
import { inForce } from '../../src/fields/in-force.js';
import { relation } from '../../src/fields/relation.js';
import { sharedPartners } from './partners.js';

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

  @ReferenceField(() => Membership, {
    key: 'id',
    description: 'The membership that this edge is about.',
  })
  membership!: Membership;
}

export const MemberConnection = edgeConnection(MemberEdge, {
  name: 'Member',
  rows: Membership,
  node: relation(Membership, 'member'),
  inForce,
});

@ObjectType({ implements: [Tie], description: 'A membership, seen from the member.' })
export class GroupEdge extends Tie {
  @Field(() => MembershipClass, {
    description: 'The class of the membership, such as founding or regular.',
  })
  class!: MembershipClass;

  @ReferenceField(() => Membership, {
    key: 'id',
    description: 'The membership that this edge is about.',
  })
  membership!: Membership;
}

export const GroupConnection = edgeConnection(GroupEdge, {
  name: 'Group',
  rows: Membership,
  node: relation(Membership, 'group'),
  inForce,
});

@ObjectType({
  implements: [Tie],
  description:
    'A partnership of an organization; `node` is the partnership, and the other fields are about this party.',
})
export class PartnershipOfPartyEdge extends Tie {
  @Expression<Partnership, PartnershipParty>((_partnership, party) => party.role)
  @Field(() => PartyRole, { description: 'The role of this party.' })
  role!: PartyRole;
}

export const PartnershipOfPartyConnection = edgeConnection(PartnershipOfPartyEdge, {
  name: 'PartnershipOfParty',
  rows: Partnership,
  node: 'ROW',
  inForce,
});

@ObjectType({ description: 'A party, seen from its partnership.' })
export class PartyEdge {
  @Expression<Organization, PartnershipParty>((_organization, party) => party.role)
  @Field(() => PartyRole, { description: 'The role of the organization.' })
  role!: PartyRole;
}

export const PartyConnection = edgeConnection(PartyEdge, {
  name: 'Party',
  rows: Organization,
  node: 'ROW',
});

@ObjectType({
  description: 'A partner: an organization that shares at least one partnership with this one.',
})
export class PartnerOrganizationEdge {
  @Field(() => Int, { description: 'The number of partnerships that the two share.' })
  sharedPartnershipCount!: number;

  partnershipIds!: string[];

  @Field(() => [PartnershipKind], { description: 'The kinds of partnerships that the two share.' })
  kinds!: PartnershipKind[];

  @ReferencesField(() => Partnership, {
    keys: 'partnershipIds',
    description: 'The partnerships that the two share, in order of their start (maximum 100).',
  })
  partnerships!: Partnership[];
}

export const PartnerOrganizationConnection = derivedConnection(PartnerOrganizationEdge, {
  name: 'PartnerOrganization',
  rows: sharedPartners,
  node: () => Organization,
});

@ObjectType({
  implements: [Tie],
  description: 'A participation in an initiative, seen from the participant.',
})
export class InitiativeOfParticipantEdge extends Tie {
  @Field(() => ParticipationRole, { description: 'The role of the participant in the initiative.' })
  role!: ParticipationRole;

  @ReferenceField(() => InitiativeParticipation, {
    key: 'id',
    description: 'The participation that this edge is about.',
  })
  participation!: InitiativeParticipation;
}

export const InitiativeOfParticipantConnection = edgeConnection(InitiativeOfParticipantEdge, {
  name: 'InitiativeOfParticipant',
  rows: InitiativeParticipation,
  node: relation(InitiativeParticipation, 'initiative'),
  inForce,
});

@ObjectType({
  implements: [Tie],
  description: 'A participation in an initiative, seen from the initiative.',
})
export class ParticipantEdge extends Tie {
  @Field(() => ParticipationRole, { description: 'The role of the participant in the initiative.' })
  role!: ParticipationRole;

  @ReferenceField(() => InitiativeParticipation, {
    key: 'id',
    description: 'The participation that this edge is about.',
  })
  participation!: InitiativeParticipation;
}

export const ParticipantConnection = edgeConnection(ParticipantEdge, {
  name: 'Participant',
  rows: InitiativeParticipation,
  node: relation(InitiativeParticipation, 'organization'),
  inForce,
});
