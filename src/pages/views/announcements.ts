import { changed, valueIn } from '../address.js';
import {
  AnnouncementDocument,
  AnnouncementsDocument,
  type AnnouncementQuery,
  type AnnouncementsQueryVariables,
} from '../generated/announcements.js';
import { count, dateText, type Language } from '../language.js';
import { definePage } from '../view.js';

export type Announcement = NonNullable<AnnouncementQuery['announcement']>;

export function announcementsVariables(search: URLSearchParams): AnnouncementsQueryVariables {
  return { first: 50, after: valueIn(search, 'after') };
}

/** Who published it, and when. */
function announcementLead(
  language: Language,
  { author, publishedOn }: Pick<Announcement, 'author' | 'publishedOn'>,
): string {
  const day = publishedOn === null ? language.words.state.unknown : dateText(language, publishedOn);
  return `${author.name}, ${day}`;
}

export const announcementsPage = definePage({
  path: '/announcements',
  operation: AnnouncementsDocument,
  variables: ({ search }) => announcementsVariables(search),
  view({ announcements: { nodes, pageInfo, totalCount } }, language, { search }) {
    const { words, prefix } = language;
    const { column, state } = words;
    return {
      title: words.home.announcements,
      description: `${count(language, words.announcements.lead, totalCount)}.`,
      tables: [
        {
          heading: words.home.announcements,
          columns: [column.title, words.announcements.author, column.day, column.source],
          rows: nodes.map((one) => [
            { text: one.title, href: `${prefix}/announcements/${one.slug}` },
            { text: one.author.name, href: `${prefix}/organizations/${one.author.slug}` },
            one.publishedOn === null ? state.unknown : dateText(language, one.publishedOn),
            one.source.title,
          ]),
        },
      ],
      ...(pageInfo.hasNextPage && {
        links: [
          {
            text: state.more,
            href: `${prefix}/announcements${changed(search, { after: pageInfo.endCursor })}`,
          },
        ],
      }),
    };
  },
});

export const announcementPage = definePage({
  path: '/announcements/:slug',
  operation: AnnouncementDocument,
  variables: ({ parameters }) => ({ slug: parameters.slug ?? '' }),
  view({ announcement: one }, language) {
    if (one === null) return null;
    const { words } = language;
    const { column } = words;
    return {
      title: one.title,
      description: announcementLead(language, one),
      tables: [
        {
          heading: words.announcements.text,
          columns: [words.announcements.text],
          rows: paragraphs(one.body).map((text) => [text]),
        },
        {
          heading: words.announcements.quotes,
          columns: [words.announcements.quotes, column.name, column.role],
          rows: one.quotes.nodes.map(({ text, person, attribution }) => [
            text,
            person.name,
            attribution ?? '',
          ]),
        },
        {
          heading: words.source.title,
          columns: [column.title],
          rows: [[one.source.title]],
        },
      ].filter(({ rows }) => rows.length > 0),
      structured: {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: one.title,
        inLanguage: one.language,
        articleBody: one.body,
        ...(one.publishedOn !== null && { datePublished: one.publishedOn }),
        author: { '@type': 'Organization', name: one.author.name },
      },
    };
  },
});

/** The paragraphs of a text, which empty lines separate. */
export function paragraphs(text: string): readonly string[] {
  return text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
}
