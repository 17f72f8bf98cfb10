import { changed, valueIn } from '../address.js';
import { AboutTheDataDocument, type AboutTheDataQuery } from '../generated/data.js';
import { dateText, numberText, type Language } from '../language.js';
import { definePage, type Answered } from '../view.js';

/** What is missing in the data, each with the number that it is a part of. */
export function coverage(
  { words }: Language,
  data: Answered<AboutTheDataQuery>,
): readonly (readonly [label: string, missing: number, all: number])[] {
  const { network, dated, grantFacets, withoutAward } = data;
  return [
    [words.data.undated, network.graph.edgeCount - dated.graph.edgeCount, network.graph.edgeCount],
    [words.data.noAmount, withoutAward.totalCount, grantFacets.grantCount],
    [words.data.noYear, grantFacets.facet.unknownCount, grantFacets.grantCount],
  ];
}

/** The licenses of what browsers get; the build writes them. */
export const NOTICES = '/third-party-notices.txt';

export const dataPage = definePage({
  path: '/about-the-data',
  operation: AboutTheDataDocument,
  variables: ({ search }) => ({ first: 100, after: valueIn(search, 'after') }),
  view(data, language, { search }) {
    const { words, values, prefix } = language;
    const { column, state } = words;
    const { nodes, pageInfo } = data.sources;
    return {
      title: words.data.title,
      description: words.data.lead,
      tables: [
        {
          heading: words.data.coverage,
          columns: [column.kind, column.count],
          rows: coverage(language, data).map(([label, missing, all]) => [
            label,
            `${numberText(language, missing)} / ${numberText(language, all)}`,
          ]),
        },
        {
          heading: words.data.sources,
          columns: [
            column.title,
            words.source.publisher,
            words.source.published,
            column.license,
            words.source.confidence,
          ],
          rows: nodes.map((source) => [
            source.url === null ? source.title : { text: source.title, href: source.url },
            source.publisher ?? state.unknown,
            source.publishedOn === null ? state.unknown : dateText(language, source.publishedOn),
            source.licence ?? state.unknown,
            values.Confidence[source.confidence],
          ]),
        },
      ],
      links: [
        { text: words.data.noticesLink, href: NOTICES },
        ...(pageInfo.hasNextPage
          ? [
              {
                text: state.more,
                href: `${prefix}/about-the-data${changed(search, { after: pageInfo.endCursor })}`,
              },
            ]
          : []),
      ],
      structured: {
        '@context': 'https://schema.org',
        '@type': 'Dataset',
        name: words.site,
        description: words.about,
        dateModified: data.network.graph.asOfChange,
      },
    };
  },
});
