import {
  AdvocacyBeneficiary,
  AdvocacyCase,
  AdvocacyStatus,
  AdvocateStanding,
  AuthorityLevel,
} from '../../../entities/knowledge/advocacy-case.entity.js';
import { Announcement, Quote } from '../../../entities/knowledge/announcement.entity.js';
import {
  CooperationOffer,
  CooperationOfferSector,
  OfferDirection,
} from '../../../entities/knowledge/cooperation-offer.entity.js';
import { Event, EventOrganizer } from '../../../entities/knowledge/event.entity.js';
import { regionOf, someSectorId } from './classification.js';
import { COUNTRY, FIELDS, idOf, type NetworkPlan, slug } from './plan.js';
import { one, table, type Table } from './table.js';
import { dateIn, HeavyTailedDraw, period, word } from './values.js';

export function events(network: NetworkPlan): Table {
  return table<Event>(Event, network.sizes.events, one, (event) => {
    const random = network.random('event', event);
    const city = word(random).latin;
    const [year, month, day] = [2010 + random.below(16), random.below(12), 1 + random.below(28)];
    const startsAt = new Date(Date.UTC(year, month, day, 8 + random.below(9)));
    const hours = 1 + random.below(30);
    return {
      id: idOf('Event', 'event', event + 1),
      slug: slug('event', event + 1),
      title: `Synthetic Event ${String(event + 1)} ${city}`,
      startsAt,
      endsAt: random.oneIn(4) ? null : new Date(startsAt.getTime() + hours * 3_600_000),
      timeZone: 'Europe/Belgrade',
      venue: random.oneIn(2) ? `Synthetic Hall ${city}` : null,
      city,
      country: COUNTRY,
      regionId: regionOf(random),
      audience: random.oneIn(2) ? ['Members'] : ['Members', 'Donors'],
      sourceId: network.sourceId(event),
    };
  });
}

export function eventOrganizers(network: NetworkPlan): Table {
  const draw = new HeavyTailedDraw(network.sizes.organizations, 10);
  return table<EventOrganizer>(
    EventOrganizer,
    network.sizes.events,
    (event) => 1 + (event % 2),
    (event, _child, row) => ({
      eventId: idOf('Event', 'event', event + 1),
      organizationId: network.organizationId(draw.draw(network.random('organizer', row), event)),
    }),
  );
}

export function advocacyCases(network: NetworkPlan): Table {
  const { advocacyCases, clusters, institutions } = network.sizes;
  return table<AdvocacyCase>(AdvocacyCase, advocacyCases, one, (advocacyCase) => {
    const random = network.random('advocacyCase', advocacyCase);
    const { since, until } = period(random);
    const target = network.firstOf('Institution') + random.below(institutions);
    const number = advocacyCase + 1;
    return {
      id: idOf('AdvocacyCase', 'advocacy-case', number),
      slug: slug('advocacy-case', number),
      title: `Synthetic Advocacy Case ${String(number)} ${word(random).latin}`,
      subjectAct: random.oneIn(2) ? `Synthetic Act ${word(random).latin}` : null,
      targetId: network.organizationId(target),
      targetType: 'Institution',
      level: random.pick(Object.values(AuthorityLevel)),
      representativeId: idOf('Person', 'person', 1 + random.below(clusters)),
      standing: random.pick(Object.values(AdvocateStanding)),
      status: until === null ? 'OPEN' : random.pick(Object.values(AdvocacyStatus).filter(isClosed)),
      openedOn: since,
      closedOn: until,
      outcome: until === null ? null : 'A synthetic outcome.',
      sourceId: network.sourceId(advocacyCase),
    };
  });
}

function isClosed(status: AdvocacyStatus): boolean {
  return status !== 'OPEN';
}

export function advocacyBeneficiaries(network: NetworkPlan): Table {
  const draw = new HeavyTailedDraw(network.sizes.organizations, 10);
  return table<AdvocacyBeneficiary>(
    AdvocacyBeneficiary,
    network.sizes.advocacyCases,
    () => 2,
    (advocacyCase, _child, row) => ({
      advocacyCaseId: idOf('AdvocacyCase', 'advocacy-case', advocacyCase + 1),
      organizationId: network.organizationId(
        draw.draw(network.random('beneficiary', row), advocacyCase),
      ),
    }),
  );
}

export function announcements(network: NetworkPlan): Table {
  return table<Announcement>(Announcement, network.sizes.announcements, one, (announcement) => {
    const random = network.random('announcement', announcement);
    const number = announcement + 1;
    return {
      id: idOf('Announcement', 'announcement', number),
      slug: slug('announcement', number),
      title: `Synthetic Announcement ${String(number)} ${word(random).latin}`,
      body: `${word(random).latin} ${word(random).latin}. Made by a generator, to try the network out.`,
      language: 'en',
      publishedOn: random.oneIn(5) ? null : dateIn(2010 + random.below(16), random),
      authorId: network.organizationId(random.below(network.firstNonGroup)),
      sourceId: network.sourceId(announcement),
    };
  });
}

export function quotes(network: NetworkPlan): Table {
  return table<Quote>(
    Quote,
    network.sizes.announcements,
    (announcement) => 1 + (announcement % 2),
    (announcement, child, row) => {
      const random = network.random('quote', row);
      return {
        id: idOf('Quote', 'quote', row + 1),
        announcementId: idOf('Announcement', 'announcement', announcement + 1),
        personId: idOf('Person', 'person', 1 + random.below(network.sizes.clusters)),
        position: child + 1,
        text: `Synthetic words: ${word(random).latin}.`,
        attribution: random.oneIn(2) ? 'Synthetic Manager' : null,
        sourceId: network.sourceId(announcement),
      };
    },
  );
}

/** Offers of clusters and of their members. */
export function offers(network: NetworkPlan): Table {
  return table<CooperationOffer>(CooperationOffer, network.sizes.offers, one, (offer) => {
    const random = network.random('offer', offer);
    const number = offer + 1;
    return {
      id: idOf('CooperationOffer', 'offer', number),
      slug: slug('offer', number),
      organizationId: network.organizationId(random.below(network.sizes.organizations)),
      direction: random.pick(Object.values(OfferDirection)),
      title: `Synthetic Offer ${String(number)} ${word(random).latin}`,
      ...period(random),
      sourceId: network.sourceId(offer),
    };
  });
}

export function offerSectors(network: NetworkPlan): Table {
  return table<CooperationOfferSector>(
    CooperationOfferSector,
    network.sizes.offers,
    (offer) => 1 + (offer % 2),
    (offer, child, row) => ({
      cooperationOfferId: idOf('CooperationOffer', 'offer', offer + 1),
      sectorId: someSectorId(offer % FIELDS.length, child, network.random('offerSector', row)),
    }),
  );
}
