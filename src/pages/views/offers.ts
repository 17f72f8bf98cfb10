import { changed, listIn, valueIn } from '../address.js';
import type { GatheredOfferFragment } from '../generated/fragments.js';
import {
  OfferDocument,
  OffersDocument,
  type CooperationOfferFilter,
  type OfferDirection,
  type OfferQuery,
  type OffersQuery,
  type OffersQueryVariables,
} from '../generated/offers.js';
import { count, dateText, sentence, type Language } from '../language.js';
import { definePage, type Cell, type PlainTable } from '../view.js';
import { sectorPath } from './places.js';
import { periodPhrase, periodText } from './organization.js';

export type ListedOffer = NonNullable<OffersQuery['cooperationOffers']>['nodes'][number];
export type Offer = NonNullable<OfferQuery['cooperationOffer']>;

export const offerPath = ({ slug }: Pick<GatheredOfferFragment, 'slug'>) =>
  `/offers/${encodeURIComponent(slug)}`;

export const OFFER_DIRECTIONS = ['NEEDS', 'OFFERS'] as const satisfies readonly OfferDirection[];

/** Which entries an address selects: `?direction=NEEDS&sector=NACE_REV2:62`. */
export function offersVariables(search: URLSearchParams): OffersQueryVariables {
  const directions = listIn(search, 'direction') as readonly OfferDirection[];
  const sectors = listIn(search, 'sector');
  const filter: CooperationOfferFilter = {
    ...(directions.length > 0 && { direction: { in: directions } }),
    ...(sectors.length > 0 && { sector: { in: sectors } }),
  };
  return { filter, first: 50, after: valueIn(search, 'after') };
}

/** What may answer an entry: for a need the offers in its sectors, for an offer the needs, of other organizations. */
export function matchesOf(one: ListedOffer | Offer): readonly GatheredOfferFragment[] {
  const found = one.sectors.nodes
    .flatMap(({ offers }) => offers.nodes)
    .filter(
      (other) =>
        other.direction !== one.direction && other.organization.slug !== one.organization.slug,
    );
  return [...new Map(found.map((other) => [other.id, other])).values()];
}

export const offersPage = definePage({
  path: '/offers',
  operation: OffersDocument,
  variables: ({ search }) => offersVariables(search),
  view({ cooperationOffers: { nodes, pageInfo, totalCount } }, language, { search }) {
    const { words, values, prefix } = language;
    const { column, state } = words;
    return {
      title: words.offers.title,
      description: `${count(language, words.offers.lead, totalCount)}.`,
      tables: [
        {
          heading: words.offers.title,
          columns: [
            column.title,
            column.kind,
            column.name,
            column.sector,
            column.since,
            words.offers.matches,
            column.source,
          ],
          rows: nodes.map((one) => [
            { text: one.title, href: `${prefix}${offerPath(one)}` },
            values.OfferDirection[one.direction],
            {
              text: one.organization.name,
              href: `${prefix}/organizations/${one.organization.slug}`,
            },
            one.sectors.nodes.map(({ title }) => title).join(', ') || state.unknown,
            periodText(language, one),
            matchesOf(one)
              .map(({ title, organization }) => `${title} (${organization.name})`)
              .join(', '),
            one.source.title,
          ]),
        },
      ],
      ...(pageInfo.hasNextPage && {
        links: [
          {
            text: state.more,
            href: `${prefix}/offers${changed(search, { after: pageInfo.endCursor })}`,
          },
        ],
      }),
    };
  },
});

/** Who offers or needs it, and in what period: the text below the title. */
export function offerLead(language: Language, one: GatheredOfferFragment): string {
  const direction = language.values.OfferDirection[one.direction];
  return [`${direction}: ${one.organization.name}`, periodPhrase(language, one)]
    .filter(Boolean)
    .join(', ');
}

/** What else the organization offers and needs. */
export function otherOffers(one: Offer): readonly GatheredOfferFragment[] {
  return one.organization.offers.nodes.filter(({ id }) => id !== one.id);
}

/** Offers and needs as a table, each with its page; without rows, it is left out. */
function offersTable(
  language: Language,
  heading: string,
  offers: readonly GatheredOfferFragment[],
): PlainTable {
  const { words, values, prefix } = language;
  const { column } = words;
  return {
    heading,
    columns: [column.title, column.kind, column.name, column.since, column.source],
    rows: offers.map((one): readonly Cell[] => [
      { text: one.title, href: `${prefix}${offerPath(one)}` },
      values.OfferDirection[one.direction],
      { text: one.organization.name, href: `${prefix}/organizations/${one.organization.slug}` },
      periodText(language, one),
      one.source.title,
    ]),
  };
}

export const offerPage = definePage({
  path: '/offers/:slug',
  operation: OfferDocument,
  variables: ({ parameters }) => ({ slug: parameters.slug ?? '' }),
  view({ cooperationOffer: one }, language) {
    if (one === null) return null;
    const { words, values, prefix } = language;
    const { column, offers: w } = words;
    const { organization } = one;
    return {
      title: one.title,
      description: sentence(offerLead(language, one)),
      tables: [
        {
          heading: words.organization.facts,
          columns: [column.figure, column.value],
          rows: [
            ...(one.description === null ? [] : [[words.events.about, one.description]]),
            [column.kind, values.OfferDirection[one.direction]],
            [
              column.name,
              { text: organization.name, href: `${prefix}/organizations/${organization.slug}` },
            ],
            [column.since, periodText(language, one)],
            [column.status, values.TieStatus[one.status]],
            ...(one.attestedOn === null ? [] : [[w.attested, dateText(language, one.attestedOn)]]),
            [words.source.label, one.source.title],
          ],
        },
        {
          heading: words.organization.sectors,
          columns: [column.sector, column.code],
          rows: one.sectors.nodes.map((sector) => [
            { text: sector.title, href: `${prefix}${sectorPath(sector)}` },
            sector.code,
          ]),
        },
        offersTable(language, w.matches, matchesOf(one)),
        offersTable(language, w.others, otherOffers(one)),
      ].filter(({ rows }) => rows.length > 0),
      structured: {
        '@context': 'https://schema.org',
        '@type': one.direction === 'OFFERS' ? 'Offer' : 'Demand',
        name: one.title,
        ...(one.description !== null && { description: one.description }),
        ...(one.since !== null && { availabilityStarts: one.since }),
        ...(one.until !== null && { availabilityEnds: one.until }),
        // schema.org has no property for who asks; `seller` of a Demand is who may answer it.
        ...(one.direction === 'OFFERS' && {
          offeredBy: { '@type': 'Organization', name: organization.name },
        }),
      },
    };
  },
});
