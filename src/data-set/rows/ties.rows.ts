import { Membership } from '../../../entities/network/membership.entity.js';
import { Partnership } from '../../../entities/network/partnership.entity.js';
import { PartnershipParty } from '../../../entities/network/partnership-party.entity.js';
import { Person } from '../../../entities/knowledge/person.entity.js';
import { Seat } from '../../../entities/knowledge/seat.entity.js';
import { derivedId, GROUPS, type RowMaker } from './row-maker.js';

/** Memberships, partnerships, persons and their seats. */
export function tieRows({
  dataSet,
  references,
  faults,
  add,
  addOwned,
  source,
  onceOnly,
  period,
}: RowMaker): void {
  add(
    Membership,
    dataSet.memberships.map((placed) => {
      const { member, group, since } = placed.value;
      onceOnly('membership', [member, group, since].join(' '), placed, 'member');
      if (member === group) {
        faults.push(placed.fault('member', member, 'must not be the same as the group'));
      }
      const owner = references.findOfType(GROUPS, group, 'group', placed);
      return {
        id: derivedId('Membership', member, group, since),
        memberId: references.find('Organization', member, 'member', placed),
        groupId: owner.id,
        groupType: owner.type,
        class: placed.value.class,
        ...period(placed.value, placed),
        sourceId: source(placed.value.source, placed),
      };
    }),
  );

  const partnerships = dataSet.partnerships.map((placed) => ({
    placed,
    id: references.bring('Partnership', placed.value.slug, placed),
  }));
  add(
    Partnership,
    partnerships.map(({ id, placed }) => ({
      id,
      slug: placed.value.slug,
      title: placed.value.title,
      kind: placed.value.kind,
      description: placed.value.description ?? null,
      ...period(placed.value, placed),
      sourceId: source(placed.value.source, placed),
    })),
  );
  addOwned(
    PartnershipParty,
    'partnershipId',
    partnerships,
    partnerships.flatMap(({ id, placed }) =>
      placed.value.parties.map(({ organization, role }, index) => ({
        partnershipId: id,
        organizationId: references.find(
          'Organization',
          organization,
          `parties.${String(index)}.organization`,
          placed,
        ),
        role,
      })),
    ),
  );

  add(
    Person,
    dataSet.persons.map((placed) => ({
      id: references.bring('Person', placed.value.slug, placed),
      slug: placed.value.slug,
      name: placed.value.name,
      sourceId: source(placed.value.source, placed),
    })),
  );
  add(
    Seat,
    dataSet.seats.map((placed) => {
      const { person, organization, role, body, nominatedBy, since } = placed.value;
      onceOnly('seat', [person, organization, role, since].join(' '), placed, 'person');
      const place = references.findOfType(GROUPS, organization, 'organization', placed);
      return {
        id: derivedId('Seat', person, organization, role, since),
        personId: references.find('Person', person, 'person', placed),
        organizationId: place.id,
        organizationType: place.type,
        role,
        body: body ?? null,
        nominatedById: references.findOptional('Organization', nominatedBy, 'nominatedBy', placed),
        ...period(placed.value, placed),
        sourceId: source(placed.value.source, placed),
      };
    }),
  );
}
