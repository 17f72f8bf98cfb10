import {
  AdvocacyBeneficiary,
  AdvocacyCase,
} from '../../../entities/knowledge/advocacy-case.entity.js';
import { Announcement, Quote } from '../../../entities/knowledge/announcement.entity.js';
import {
  CooperationOffer,
  CooperationOfferSector,
} from '../../../entities/knowledge/cooperation-offer.entity.js';
import { Event, EventOrganizer } from '../../../entities/knowledge/event.entity.js';
import { derivedId, type RowMaker } from './row-maker.js';

/** Events, advocacy cases, announcements and offers. */
export function activityRows({
  dataSet,
  references,
  faults,
  add,
  addOwned,
  source,
  sourceOfPart,
  inOrder,
  period,
}: RowMaker): void {
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
        faults.push(placed.fault('endsAt', endsAt, `must be after 'startsAt' (${startsAt})`));
      }
      return {
        id,
        slug: record.slug,
        title: record.title,
        description: record.description ?? null,
        startsAt: new Date(startsAt),
        endsAt: endsAt === undefined ? null : new Date(endsAt),
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
          placed.fault('status', record.status, `must not be OPEN because 'closedOn' is set`),
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
}
