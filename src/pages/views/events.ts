import { changed, valueIn } from '../address.js';
import {
  EventDocument,
  EventsDocument,
  type EventPartsFragment,
  type EventsQueryVariables,
} from '../generated/events.js';
import { count, type Language } from '../language.js';
import { definePage, type Cell } from '../view.js';

export type NetworkEvent = EventPartsFragment;

/** Where an event takes place: venue, address, city. */
export function venueOf({ venue, address, city }: NetworkEvent): string | null {
  return [venue, address, city].filter(Boolean).join(', ') || null;
}

/** When an event takes place, in the time zone of the place. */
export function eventTime({ tag }: Pick<Language, 'tag'>, event: NetworkEvent): string {
  const { startsAt, endsAt, timeZone } = event;
  const format = new Intl.DateTimeFormat(tag, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  const [start, end] = [new Date(startsAt), endsAt === null ? null : new Date(endsAt)];
  return end === null ? format.format(start) : format.formatRange(start, end);
}

export const calendarPath = ({ slug }: Pick<NetworkEvent, 'slug'>) =>
  `/events/${encodeURIComponent(slug)}.ics`;

export function eventsVariables(search: URLSearchParams): EventsQueryVariables {
  return { first: 50, after: valueIn(search, 'after') };
}

export const eventsPage = definePage({
  path: '/events',
  operation: EventsDocument,
  variables: ({ search }) => eventsVariables(search),
  view({ events: { nodes, pageInfo, totalCount } }, language, { search }) {
    const { words, prefix } = language;
    const { column, state } = words;
    return {
      title: words.home.events,
      description: `${count(language, words.events.lead, totalCount)}.`,
      tables: [
        {
          heading: words.home.events,
          columns: [column.title, words.events.when, column.city, words.events.organizers],
          rows: nodes.map((one): readonly Cell[] => [
            { text: one.title, href: `${prefix}/events/${one.slug}` },
            eventTime(language, one),
            venueOf(one) ?? state.unknown,
            one.organizers.nodes.map(({ name }) => name).join(', '),
          ]),
        },
      ],
      links: [
        ...(pageInfo.hasNextPage
          ? [
              {
                text: state.more,
                href: `${prefix}/events${changed(search, { after: pageInfo.endCursor })}`,
              },
            ]
          : []),
        { text: words.events.calendar, href: '/events.ics' },
      ],
    };
  },
});

export const eventPage = definePage({
  path: '/events/:slug',
  operation: EventDocument,
  variables: ({ parameters }) => ({ slug: parameters.slug ?? '' }),
  view({ event: one }, language) {
    if (one === null) return null;
    const { words, prefix } = language;
    const { column } = words;
    const place = venueOf(one);
    return {
      title: one.title,
      description: [eventTime(language, one), ...(place === null ? [] : [place])].join(', '),
      tables: [
        {
          heading: words.organization.facts,
          columns: [column.figure, column.value],
          rows: [
            [words.events.when, eventTime(language, one)],
            [words.events.where, place ?? words.state.unknown],
            ...(one.description === null ? [] : [[words.events.about, one.description]]),
            ...(one.audience.length === 0
              ? []
              : [[words.events.audience, one.audience.join(', ')]]),
            [words.source.label, one.source.title],
          ],
        },
        {
          heading: words.events.organizers,
          columns: [column.name],
          rows: one.organizers.nodes.map((node) => [
            { text: node.name, href: `${prefix}/organizations/${node.slug}` },
          ]),
        },
      ].filter(({ rows }) => rows.length > 0),
      links: [{ text: words.events.calendar, href: calendarPath(one) }],
      structured: {
        '@context': 'https://schema.org',
        '@type': 'Event',
        name: one.title,
        startDate: one.startsAt,
        ...(one.endsAt !== null && { endDate: one.endsAt }),
        ...(place !== null && { location: { '@type': 'Place', name: place, address: place } }),
        organizer: one.organizers.nodes.map(({ name }) => ({ '@type': 'Organization', name })),
      },
    };
  },
});
