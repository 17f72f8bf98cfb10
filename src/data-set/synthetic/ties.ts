import { ClusterStage } from '../../../entities/network/cluster-stage.js';
import {
  Challenge,
  Initiative,
  InitiativeKind,
  InitiativeParticipation,
  InitiativeRegion,
  InitiativeSector,
  ParticipationRole,
} from '../../../entities/network/initiative.entity.js';
import { Membership, MembershipClass } from '../../../entities/network/membership.entity.js';
import {
  PartnershipParty,
  type PartyRole,
} from '../../../entities/network/partnership-party.entity.js';
import { Partnership, PartnershipKind } from '../../../entities/network/partnership.entity.js';
import { Person } from '../../../entities/knowledge/person.entity.js';
import { Seat } from '../../../entities/knowledge/seat.entity.js';
import { REGION_CODES, regionId, sectorCode, sectorId } from './classification.js';
import { COUNTRY, FIELDS, idOf, type NetworkPlan, slug } from './plan.js';
import { one, table, type Table } from './table.js';
import { earlierPeriod, HeavyTailedDraw, heavyTailedShares, period, word } from './values.js';

/**
 * The association has all clusters as members. The clusters have all other organizations as members,
 * and a few clusters have very many. The members with the most ties have the highest numbers, so they
 * are different from the partners with the most ties. Every twentieth membership of a cluster is an
 * earlier one of the previous member.
 */
export function memberships(network: NetworkPlan): Table {
  const { clusters, memberships, organizations } = network.sizes;
  const shares = heavyTailedShares(memberships - clusters, clusters, 3);
  const candidates = organizations - network.firstNonGroup;
  const draw = new HeavyTailedDraw(candidates, candidates / 20);
  let member = 0;
  return table<Membership>(
    Membership,
    1 + clusters,
    (group) => (group === 0 ? clusters : (shares[group - 1] ?? 0)),
    (group, child, row) => {
      const random = network.random('membership', row);
      const isEarlier = child % 20 === 19;
      if (group === 0) member = 1 + child;
      else if (!isEarlier) member = organizations - 1 - draw.draw(random, group);
      return {
        id: idOf('Membership', 'membership', row + 1),
        memberId: network.organizationId(member),
        groupId: network.organizationId(group),
        groupType: group === 0 ? 'Association' : 'Cluster',
        class: random.oneIn(3) ? random.pick(Object.values(MembershipClass)) : 'REGULAR',
        ...(group > 0 && isEarlier ? earlierPeriod(random) : period(random)),
        sourceId: network.sourceId(row),
      };
    },
  );
}

/** One in seven has three to six parties; the others have two. */
function partnershipShape(
  network: NetworkPlan,
  partnership: number,
): { readonly kind: PartnershipKind; readonly parties: number } {
  const random = network.random('partnershipShape', partnership);
  return {
    kind: random.pick(Object.values(PartnershipKind)),
    parties: random.oneIn(7) ? 3 + random.below(4) : 2,
  };
}

export function partnerships(network: NetworkPlan): Table {
  return table<Partnership>(Partnership, network.sizes.partnerships, one, (partnership) => {
    const random = network.random('partnership', partnership);
    const { kind } = partnershipShape(network, partnership);
    const number = partnership + 1;
    return {
      id: idOf('Partnership', 'partnership', number),
      slug: slug('partnership', number),
      title: `Synthetic Partnership ${String(number)} ${word(random).latin}`,
      kind,
      ...period(random),
      sourceId: network.sourceId(partnership),
    };
  });
}

/** Organizations with low numbers (the association and the clusters) are in most partnerships. */
export function partnershipParties(network: NetworkPlan): Table {
  const draw = new HeavyTailedDraw(network.sizes.organizations, 10);
  return table<PartnershipParty>(
    PartnershipParty,
    network.sizes.partnerships,
    (partnership) => partnershipShape(network, partnership).parties,
    (partnership, child, row) => ({
      partnershipId: idOf('Partnership', 'partnership', partnership + 1),
      organizationId: network.organizationId(draw.draw(network.random('party', row), partnership)),
      role: partyRole(partnershipShape(network, partnership).kind, child),
    }),
  );
}

function partyRole(kind: PartnershipKind, child: number): PartyRole {
  if (kind === 'SUPPORT') return child === 0 ? 'SUPPORTER' : 'SUPPORTED';
  if (child > 0) return 'PARTY';
  return kind === 'MEMORANDUM' || kind === 'NETWORK' ? 'INITIATOR' : 'COORDINATOR';
}

/** One for each cluster. */
export function persons(network: NetworkPlan): Table {
  return table<Person>(Person, network.sizes.clusters, one, (person) => ({
    id: idOf('Person', 'person', person + 1),
    slug: slug('person', person + 1),
    name: `Synthetic Person ${String(person + 1)}`,
    sourceId: network.sourceId(person),
  }));
}

/** Each person manages a cluster, and one in three also has a seat on the board of the association. */
export function seats(network: NetworkPlan): Table {
  return table<Seat>(
    Seat,
    network.sizes.clusters,
    (person) => (person % 3 === 0 ? 2 : 1),
    (person, child, row) => {
      const isOnBoard = child === 1;
      return {
        id: idOf('Seat', 'seat', row + 1),
        personId: idOf('Person', 'person', person + 1),
        organizationId: network.organizationId(isOnBoard ? 0 : 1 + person),
        organizationType: isOnBoard ? 'Association' : 'Cluster',
        role: !isOnBoard ? 'MANAGER' : person === 0 ? 'CHAIRPERSON' : 'MEMBER',
        body: isOnBoard ? 'Board' : null,
        nominatedById: isOnBoard ? network.organizationId(1 + person) : null,
        ...period(network.random('seat', row)),
        sourceId: network.sourceId(row),
      };
    },
  );
}

export function initiatives(network: NetworkPlan): Table {
  return table<Initiative>(Initiative, network.sizes.initiatives, one, (initiative) => {
    const random = network.random('initiative', initiative);
    const { since, until } = period(random);
    const kind = random.pick(Object.values(InitiativeKind));
    const number = initiative + 1;
    return {
      id: idOf('Initiative', 'initiative', number),
      slug: slug('initiative', number),
      title: `Synthetic Initiative ${String(number)} ${word(random).latin}`,
      kind,
      stage: kind === 'NEW_CLUSTER' ? random.pick(Object.values(ClusterStage)) : null,
      challenges: Object.values(Challenge).filter(() => random.oneIn(3)),
      startedOn: since,
      endedOn: until,
      results: until === null ? null : 'Synthetic results.',
      sourceId: network.sourceId(initiative),
    };
  });
}

/** The first participant leads. A few initiatives have very many participants. */
export function participations(network: NetworkPlan): Table {
  const { initiatives, organizations, participations } = network.sizes;
  const shares = heavyTailedShares(participations, initiatives, 10);
  const draw = new HeavyTailedDraw(organizations, 10);
  const followers = Object.values(ParticipationRole).filter((role) => role !== 'LEAD');
  return table<InitiativeParticipation>(
    InitiativeParticipation,
    initiatives,
    (initiative) => shares[initiative] ?? 0,
    (initiative, child, row) => {
      const random = network.random('participation', row);
      return {
        id: idOf('InitiativeParticipation', 'participation', row + 1),
        organizationId: network.organizationId(draw.draw(random, initiative)),
        initiativeId: idOf('Initiative', 'initiative', initiative + 1),
        role: child === 0 ? 'LEAD' : random.pick(followers),
        ...period(random),
        sourceId: network.sourceId(row),
      };
    },
  );
}

export function initiativeSectors(network: NetworkPlan): Table {
  return table<InitiativeSector>(
    InitiativeSector,
    network.sizes.initiatives,
    (initiative) => 1 + (initiative % 2),
    (initiative, child) => ({
      initiativeId: idOf('Initiative', 'initiative', initiative + 1),
      sectorId: sectorId(sectorCode((initiative + child) % FIELDS.length, null)),
    }),
  );
}

export function initiativeRegions(network: NetworkPlan): Table {
  return table<InitiativeRegion>(
    InitiativeRegion,
    network.sizes.initiatives,
    one,
    (initiative) => ({
      initiativeId: idOf('Initiative', 'initiative', initiative + 1),
      regionId: regionId(REGION_CODES[initiative % REGION_CODES.length] ?? COUNTRY),
    }),
  );
}
