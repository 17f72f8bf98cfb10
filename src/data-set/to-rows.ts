import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { AdvocacyBeneficiary, AdvocacyCase } from '../../entities/advocacy-case.entity.js';
import { Announcement, Quote } from '../../entities/announcement.entity.js';
import { Claim } from '../../entities/claim.entity.js';
import {
  CooperationOffer,
  CooperationOfferSector,
} from '../../entities/cooperation-offer.entity.js';
import { DonorCategory } from '../../entities/donor.entity.js';
import { Event, EventOrganizer } from '../../entities/event.entity.js';
import { ExcellenceLabel } from '../../entities/excellence-label.entity.js';
import { Identifier } from '../../entities/identifier.entity.js';
import {
  Initiative,
  InitiativeParticipation,
  InitiativeRegion,
  InitiativeSector,
} from '../../entities/initiative.entity.js';
import { InstitutionCategory } from '../../entities/institution.entity.js';
import { Membership } from '../../entities/membership.entity.js';
import { Organization } from '../../entities/organization.entity.js';
import { OrganizationName } from '../../entities/organization-name.entity.js';
import { OrganizationSector } from '../../entities/organization-sector.entity.js';
import { PartnerCategory } from '../../entities/partner.entity.js';
import { Partnership } from '../../entities/partnership.entity.js';
import { PartnershipParty } from '../../entities/partnership-party.entity.js';
import { Person } from '../../entities/person.entity.js';
import { Region } from '../../entities/region.entity.js';
import { Seat } from '../../entities/seat.entity.js';
import { Sector } from '../../entities/sector.entity.js';
import { Source } from '../../entities/source.entity.js';
import { idOfKey, type IdKind } from '../domain/ids.js';
import { canBeInOrder } from '../domain/partial-date.js';
import type { DataSet, Fault, Placed } from './read-data-set.js';
import type { References } from './references.js';

/** The rows of one table; tables come in the order in which they can be stored. */
export interface TableRows {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly rows: readonly ObjectLiteral[];
  /** Where the rows are lists within records: those records, whose lists are whole. */
  readonly owners: Owners | null;
}

export interface Owners {
  /** The property of the rows that says whose they are. */
  readonly property: string;
  readonly ids: readonly string[];
}

const GROUPS = ['Cluster', 'Association'];
const CATEGORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Institution: InstitutionCategory,
  Donor: DonorCategory,
  Partner: PartnerCategory,
};
const DATE_INDICATORS = ['FOUNDED_ON', 'STARTED_ON', 'ENDED_ON'];
const MONEY_INDICATORS = [
  'ANNUAL_REVENUE',
  'EXPORTS',
  'TOTAL_BUDGET',
  'EU_CONTRIBUTION',
  'PARTICIPANT_BUDGET',
];

interface Period {
  readonly since?: string;
  readonly until?: string;
  readonly attestedOn?: string;
  readonly status: string;
}

/** Turns the records into rows, and finds what is wrong between records. */
export function toRows(dataSet: DataSet, references: References, faults: Fault[]): TableRows[] {
  const tables: TableRows[] = [];
  const add = <T extends ObjectLiteral>(entity: EntityTarget<T>, rows: readonly Partial<T>[]) =>
    tables.push({ entity: entity as EntityTarget<ObjectLiteral>, rows, owners: null });
  /** What a record has a list of: what of it is not in the list any more goes. */
  const addOwned = <T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    property: keyof T & string,
    records: readonly { readonly id: string }[],
    rows: readonly Partial<T>[],
  ) => {
    const owners = { property, ids: records.map(({ id }) => id) };
    tables.push({ entity: entity as EntityTarget<ObjectLiteral>, rows, owners });
  };
  const source = (slug: string, placed: Placed<unknown>, field = 'source') =>
    references.find('Source', slug, field, placed);
  /** The source of a part of a record: its own, or else that of the record. */
  const sourceOfPart = (
    own: string | undefined,
    placed: Placed<{ readonly source: string }>,
    field: string,
  ) =>
    own === undefined ? references.idOf('Source', placed.value.source) : source(own, placed, field);
  const onceOnly = keyGuard(faults);
  const inOrder = (
    [startField, start]: readonly [string, string | undefined],
    [endField, end]: readonly [string, string | undefined],
    placed: Placed<unknown>,
    prefix = '',
  ) => {
    if (start !== undefined && end !== undefined && !canBeInOrder(start, end)) {
      faults.push(placed.fault(prefix + endField, end, `is before '${startField}' (${start})`));
    }
  };

  const period = (value: Period, placed: Placed<unknown>, prefix = '') => {
    const { since, until, attestedOn, status } = value;
    inOrder(['since', since], ['until', until], placed, prefix);
    if (until !== undefined && status !== 'ENDED') {
      faults.push(
        placed.fault(`${prefix}status`, status, `must be ENDED, since there is an 'until'`),
      );
    }
    return {
      since: since ?? null,
      until: until ?? null,
      attestedOn: attestedOn ?? null,
      status: status as never,
    };
  };

  add(
    Source,
    dataSet.sources.map((placed) => {
      const { slug, title, url, publisher, publishedOn, retrievedOn, licence, confidence } =
        placed.value;
      return {
        id: references.bring('Source', slug, placed),
        slug,
        title,
        url: url ?? null,
        publisher: publisher ?? null,
        publishedOn: publishedOn ?? null,
        retrievedOn: retrievedOn ?? null,
        licence: licence ?? null,
        confidence,
      };
    }),
  );

  const regions = dataSet.regions.map((placed) => ({
    placed,
    id: references.bring('Region', placed.value.code, placed),
  }));
  add(
    Region,
    regions.map(({ id, placed }) => {
      const { code, level, name, nameCyrillic, parent } = placed.value;
      if (code.length !== level + 2) {
        const reason = `does not fit the code: ${code} is of level ${String(code.length - 2)}`;
        faults.push(placed.fault('level', level, reason));
      } else if (parent !== (level === 0 ? undefined : code.slice(0, -1))) {
        const wanted =
          level === 0 ? 'no parent: it is a country' : `the parent ${code.slice(0, -1)}`;
        faults.push(placed.fault('parent', parent, `is wrong: ${code} has ${wanted}`));
      }
      return {
        id,
        code,
        level,
        name,
        nameCyrillic: nameCyrillic ?? null,
        parentId: references.findOptional('Region', parent, 'parent', placed),
        sourceId: source(placed.value.source, placed),
      };
    }),
  );

  const sectors = dataSet.sectors.map((placed) => ({
    placed,
    id: references.bring('Sector', `${placed.value.scheme}:${placed.value.code}`, placed),
  }));
  add(
    Sector,
    sectors.map(({ id, placed }) => {
      const { scheme, code, title, parent } = placed.value;
      const parentKey = parent === undefined ? undefined : `${scheme}:${parent}`;
      return {
        id,
        scheme,
        code,
        title,
        parentId: references.findOptional('Sector', parentKey, 'parent', placed),
        sourceId: source(placed.value.source, placed),
      };
    }),
  );

  const organizations = dataSet.organizations.map((placed) => ({
    placed,
    id: references.bring('Organization', placed.value.slug, placed, placed.value.type),
  }));
  add(
    Organization,
    organizations.map(({ id, placed }) => {
      const record = placed.value;
      const categories = CATEGORIES[record.type];
      if (record.category !== undefined && !(record.category in (categories ?? {}))) {
        faults.push(
          placed.fault(
            'category',
            record.category,
            categories === undefined
              ? `is of no use: a ${record.type} has no category`
              : `must be one of ${Object.keys(categories).join(', ')} for a ${record.type}`,
          ),
        );
      }
      for (const [field, type] of [
        ['stage', 'Cluster'],
        ['sizeClass', 'Company'],
        ['labels', 'Cluster'],
      ] as const) {
        if (record[field] !== undefined && record.type !== type) {
          faults.push(placed.fault(field, record[field], `only a ${type} can have it`));
        }
      }
      if ((record.latitude === undefined) !== (record.longitude === undefined)) {
        faults.push(
          placed.fault('latitude', record.latitude, 'goes with longitude: give both or none'),
        );
      }
      return {
        id,
        type: record.type,
        slug: record.slug,
        name: record.name,
        description: record.description ?? null,
        country: record.country ?? null,
        regionId: references.findOptional('Region', record.region, 'region', placed),
        city: record.city ?? null,
        latitude: record.latitude ?? null,
        longitude: record.longitude ?? null,
        website: record.website ?? null,
        status: record.status,
        legalForm: record.legalForm ?? null,
        stage: record.stage ?? null,
        sizeClass: record.sizeClass ?? null,
        category: record.category ?? null,
        sourceId: source(record.source, placed),
      } as Partial<Organization>;
    }),
  );
  addOwned(
    OrganizationName,
    'organizationId',
    organizations,
    organizations.flatMap(({ id, placed }) =>
      (placed.value.otherNames ?? []).map((name, index) => {
        onceOnly('name', `${id} ${name.text}`, placed, `otherNames.${String(index)}.text`);
        return {
          organizationId: id,
          text: name.text,
          kind: name.kind,
          language: name.language ?? null,
          script: name.script ?? null,
          sourceId: sourceOfPart(name.source, placed, `otherNames.${String(index)}.source`),
        };
      }),
    ),
  );
  addOwned(
    Identifier,
    'organizationId',
    organizations,
    organizations.flatMap(({ id, placed }) =>
      (placed.value.identifiers ?? []).map((identifier, index) => {
        const { scheme, value } = identifier;
        const field = `identifiers.${String(index)}`;
        onceOnly('identifier', `${scheme} ${value}`, placed, field);
        references.holdIdentifier(id, `${scheme} ${value}`, field, placed);
        return {
          scheme,
          value,
          organizationId: id,
          rank: index + 1,
          sourceId: sourceOfPart(identifier.source, placed, `${field}.source`),
        };
      }),
    ),
  );
  addOwned(
    OrganizationSector,
    'organizationId',
    organizations,
    organizations.flatMap(({ id, placed }) =>
      (placed.value.sectors ?? []).map((key, index) => ({
        organizationId: id,
        sectorId: references.find('Sector', key, `sectors.${String(index)}`, placed),
      })),
    ),
  );
  addOwned(
    ExcellenceLabel,
    'clusterId',
    organizations,
    organizations.flatMap(({ id, placed }) =>
      (placed.value.labels ?? []).map((label, index) => {
        const prefix = `labels.${String(index)}.`;
        const { level, awardedOn, validUntil } = label;
        const key = `${placed.value.slug} ${level} ${awardedOn ?? ''}`;
        onceOnly('label', key, placed, `${prefix}level`);
        inOrder(['awardedOn', awardedOn], ['validUntil', validUntil], placed, prefix);
        return {
          id: derivedId('ExcellenceLabel', placed.value.slug, level, awardedOn),
          clusterId: id,
          clusterType: 'Cluster' as const,
          level,
          awardedOn: awardedOn ?? null,
          validUntil: validUntil ?? null,
          sourceId: sourceOfPart(label.source, placed, `${prefix}source`),
        };
      }),
    ),
  );

  add(
    Membership,
    dataSet.memberships.map((placed) => {
      const { member, group, since } = placed.value;
      onceOnly('membership', `${member} ${group} ${since ?? ''}`, placed, 'member');
      if (member === group) {
        faults.push(placed.fault('member', member, 'is the group itself: none belongs to itself'));
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
      onceOnly('seat', `${person} ${organization} ${role} ${since ?? ''}`, placed, 'person');
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

  const events = dataSet.events.map((placed) => ({
    placed,
    id: references.bring('Event', placed.value.slug, placed),
  }));
  add(
    Event,
    events.map(({ id, placed }) => {
      const record = placed.value;
      const { startsAt, endsAt } = record;
      if (endsAt !== undefined && Date.parse(endsAt) <= Date.parse(startsAt)) {
        faults.push(placed.fault('endsAt', endsAt, `is not after 'startsAt' (${startsAt})`));
      }
      return {
        id,
        slug: record.slug,
        title: record.title,
        description: record.description ?? null,
        startsAt: startsAt as never,
        endsAt: (endsAt ?? null) as never,
        timeZone: record.timeZone,
        venue: record.venue ?? null,
        address: record.address ?? null,
        city: record.city ?? null,
        country: record.country ?? null,
        regionId: references.findOptional('Region', record.region, 'region', placed),
        audience: record.audience,
        sourceId: source(record.source, placed),
      };
    }),
  );
  addOwned(
    EventOrganizer,
    'eventId',
    events,
    events.flatMap(({ id, placed }) =>
      placed.value.organizers.map((slug, index) => ({
        eventId: id,
        organizationId: references.find(
          'Organization',
          slug,
          `organizers.${String(index)}`,
          placed,
        ),
      })),
    ),
  );

  const cases = dataSet['advocacy-cases'].map((placed) => ({
    placed,
    id: references.bring('AdvocacyCase', placed.value.slug, placed),
  }));
  add(
    AdvocacyCase,
    cases.map(({ id, placed }) => {
      const record = placed.value;
      const { openedOn, closedOn } = record;
      inOrder(['openedOn', openedOn], ['closedOn', closedOn], placed);
      if (closedOn !== undefined && record.status === 'OPEN') {
        faults.push(
          placed.fault('status', record.status, `must not be OPEN, since there is a 'closedOn'`),
        );
      }
      const target =
        record.target === undefined
          ? null
          : references.findOfType(['Institution'], record.target, 'target', placed);
      return {
        id,
        slug: record.slug,
        title: record.title,
        subjectAct: record.subjectAct ?? null,
        description: record.description ?? null,
        targetId: target?.id ?? null,
        targetType: target?.type ?? null,
        level: record.level ?? null,
        representativeId: references.findOptional(
          'Person',
          record.representative,
          'representative',
          placed,
        ),
        standing: record.standing ?? null,
        status: record.status,
        openedOn: openedOn ?? null,
        closedOn: closedOn ?? null,
        outcome: record.outcome ?? null,
        sourceId: source(record.source, placed),
      };
    }),
  );
  addOwned(
    AdvocacyBeneficiary,
    'advocacyCaseId',
    cases,
    cases.flatMap(({ id, placed }) =>
      placed.value.beneficiaries.map((slug, index) => ({
        advocacyCaseId: id,
        organizationId: references.find(
          'Organization',
          slug,
          `beneficiaries.${String(index)}`,
          placed,
        ),
      })),
    ),
  );

  const announcements = dataSet.announcements.map((placed) => ({
    placed,
    id: references.bring('Announcement', placed.value.slug, placed),
  }));
  add(
    Announcement,
    announcements.map(({ id, placed }) => ({
      id,
      slug: placed.value.slug,
      title: placed.value.title,
      body: placed.value.body,
      language: placed.value.language,
      publishedOn: placed.value.publishedOn ?? null,
      authorId: references.find('Organization', placed.value.author, 'author', placed),
      sourceId: source(placed.value.source, placed),
    })),
  );
  addOwned(
    Quote,
    'announcementId',
    announcements,
    announcements.flatMap(({ id, placed }) =>
      (placed.value.quotes ?? []).map(({ person, text, attribution }, index) => ({
        id: derivedId('Quote', placed.value.slug, String(index + 1)),
        announcementId: id,
        personId: references.find('Person', person, `quotes.${String(index)}.person`, placed),
        position: index + 1,
        text,
        attribution: attribution ?? null,
        sourceId: sourceOfPart(undefined, placed, ''),
      })),
    ),
  );

  const offers = dataSet['cooperation-offers'].map((placed) => ({
    placed,
    id: references.bring('CooperationOffer', placed.value.slug, placed),
  }));
  add(
    CooperationOffer,
    offers.map(({ id, placed }) => ({
      id,
      slug: placed.value.slug,
      organizationId: references.find(
        'Organization',
        placed.value.organization,
        'organization',
        placed,
      ),
      direction: placed.value.direction,
      title: placed.value.title,
      description: placed.value.description ?? null,
      ...period(placed.value, placed),
      sourceId: source(placed.value.source, placed),
    })),
  );
  addOwned(
    CooperationOfferSector,
    'cooperationOfferId',
    offers,
    offers.flatMap(({ id, placed }) =>
      (placed.value.sectors ?? []).map((key, index) => ({
        cooperationOfferId: id,
        sectorId: references.find('Sector', key, `sectors.${String(index)}`, placed),
      })),
    ),
  );

  const initiatives = dataSet.initiatives.map((placed) => ({
    placed,
    id: references.bring('Initiative', placed.value.slug, placed),
  }));
  add(
    Initiative,
    initiatives.map(({ id, placed }) => {
      const record = placed.value;
      const { startedOn, endedOn } = record;
      inOrder(['startedOn', startedOn], ['endedOn', endedOn], placed);
      if (record.stage !== undefined && record.kind !== 'NEW_CLUSTER') {
        faults.push(placed.fault('stage', record.stage, 'only a NEW_CLUSTER can have it'));
      }
      return {
        id,
        slug: record.slug,
        title: record.title,
        kind: record.kind,
        stage: record.stage ?? null,
        description: record.description ?? null,
        challenges: record.challenges,
        startedOn: startedOn ?? null,
        endedOn: endedOn ?? null,
        results: record.results ?? null,
        website: record.website ?? null,
        sourceId: source(record.source, placed),
      };
    }),
  );
  addOwned(
    InitiativeParticipation,
    'initiativeId',
    initiatives,
    initiatives.flatMap(({ id, placed }) =>
      placed.value.participants.map((participant, index) => {
        const prefix = `participants.${String(index)}.`;
        const { organization, role } = participant;
        const key = `${placed.value.slug} ${organization} ${role}`;
        onceOnly('participation', key, placed, prefix + 'organization');
        return {
          id: derivedId('InitiativeParticipation', placed.value.slug, organization, role),
          initiativeId: id,
          organizationId: references.find(
            'Organization',
            organization,
            `${prefix}organization`,
            placed,
          ),
          role,
          ...period(participant, placed, prefix),
          sourceId: sourceOfPart(participant.source, placed, `${prefix}source`),
        };
      }),
    ),
  );
  addOwned(
    InitiativeSector,
    'initiativeId',
    initiatives,
    initiatives.flatMap(({ id, placed }) =>
      (placed.value.sectors ?? []).map((key, index) => ({
        initiativeId: id,
        sectorId: references.find('Sector', key, `sectors.${String(index)}`, placed),
      })),
    ),
  );
  addOwned(
    InitiativeRegion,
    'initiativeId',
    initiatives,
    initiatives.flatMap(({ id, placed }) =>
      (placed.value.regions ?? []).map((code, index) => ({
        initiativeId: id,
        regionId: references.find('Region', code, `regions.${String(index)}`, placed),
      })),
    ),
  );

  add(
    Claim,
    dataSet.claims.map((placed) => {
      const record = placed.value;
      const { organization, initiative, indicator, scope, number, date, currency, asOf } = record;
      if ((organization === undefined) === (initiative === undefined)) {
        faults.push(
          placed.fault(
            'organization',
            organization,
            `give either this or 'initiative', and one only`,
          ),
        );
      }
      const isDate = DATE_INDICATORS.includes(indicator);
      if ((date !== undefined) !== isDate || (number !== undefined) === isDate) {
        faults.push(
          placed.fault(
            isDate ? 'date' : 'number',
            isDate ? date : number,
            `${indicator} is stated by ${isDate ? "a 'date' and no 'number'" : "a 'number' and no 'date'"}`,
          ),
        );
      }
      const isMoney = MONEY_INDICATORS.includes(indicator);
      if ((currency !== undefined) !== isMoney) {
        faults.push(
          placed.fault(
            'currency',
            currency,
            isMoney ? `${indicator} needs a currency` : `${indicator} has no currency`,
          ),
        );
      }
      const subject = organization ?? initiative ?? '';
      const key = [subject, indicator, scope, record.source, number ?? date, currency, asOf];
      onceOnly('claim', key.join(' '), placed, 'indicator');
      return {
        id: derivedId('Claim', ...key, record.qualifier),
        organizationId: references.findOptional(
          'Organization',
          organization,
          'organization',
          placed,
        ),
        initiativeId: references.findOptional('Initiative', initiative, 'initiative', placed),
        indicator,
        scope,
        qualifier: record.qualifier,
        number: number ?? null,
        currency: currency ?? null,
        date: date ?? null,
        asOf: asOf ?? null,
        note: record.note ?? null,
        sourceId: source(record.source, placed),
      };
    }),
  );
  return tables;
}

/** The id of what has no key of its own, from what makes it the same thing when loaded again. */
function derivedId(kind: IdKind, ...parts: readonly (string | undefined)[]): string {
  return idOfKey(kind, parts.map((part) => part ?? '').join('\n'));
}

function keyGuard(faults: Fault[]) {
  const seen = new Set<string>();
  return (what: string, key: string, placed: Placed<unknown>, field: string): void => {
    const name = `${what} ${key}`;
    if (seen.has(name)) faults.push(placed.fault(field, key, `is there twice: the same ${what}`));
    seen.add(name);
  };
}
