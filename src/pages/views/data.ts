import { changed, valueIn } from '../address.js';
import { AboutTheDataDocument, type AboutTheDataQuery } from '../generated/data.js';
import { dateText, numberText, type Language } from '../language.js';
import { claimText } from './organization.js';
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

type Coverage = Answered<AboutTheDataQuery>['coverage'];

/** How many facts of each kind there are, have a date, and have an official source. */
export interface FactRow {
  readonly label: string;
  readonly count: number;
  /** Null if they have no date of their own. */
  readonly dated: number | null;
  readonly official: number;
}

export function factRows(
  { words, values }: Language,
  { facts }: Pick<Coverage, 'facts'>,
): readonly FactRow[] {
  const labels: Readonly<Record<Coverage['facts'][number]['kind'], string>> = {
    ORGANIZATION: words.organizations.title,
    MEMBERSHIP: values.TieKind.MEMBERSHIP,
    PARTNERSHIP: values.TieKind.PARTNERSHIP,
    INITIATIVE_PARTICIPATION: values.TieKind.INITIATIVE_PARTICIPATION,
    SEAT: values.TieKind.SEAT,
    INITIATIVE: words.initiatives.title,
    CLAIM: words.organization.figures,
    GRANT: words.column.grants,
    TRANSACTION: words.grant.transactions,
  };
  return facts.map(({ kind, count, dated, sources }) => ({
    label: labels[kind],
    count,
    dated: dated?.count ?? null,
    official: sources.find(({ confidence }) => confidence === 'OFFICIAL')?.count ?? 0,
  }));
}

/** Claims about one figure that cannot all be true. */
export interface ConflictRow {
  readonly key: string;
  readonly subject: { readonly text: string; readonly path: string };
  readonly figure: string;
  /** What the sources say, the lowest first. */
  readonly claims: Coverage['conflicts'][number]['claims'];
}

export function conflictRows(
  { values, words }: Language,
  { conflicts }: Pick<Coverage, 'conflicts'>,
): readonly ConflictRow[] {
  return conflicts.map(({ organization, initiative, indicator, year, claims }) => ({
    key: claims.map(({ id }) => id).join(' '),
    subject: organization
      ? { text: organization.name, path: `/organizations/${organization.slug}` }
      : {
          text: initiative?.title ?? words.state.unknown,
          path: `/initiatives/${initiative?.slug ?? ''}`,
        },
    figure: [values.Indicator[indicator], ...(year === null ? [] : [year])].join(', '),
    claims,
  }));
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
          heading: words.data.facts,
          columns: [column.kind, column.count, words.data.dated, words.data.official],
          rows: factRows(language, data.coverage).map(({ label, count, dated, official }) => [
            label,
            numberText(language, count),
            dated === null ? words.data.noDate : numberText(language, dated),
            numberText(language, official),
          ]),
        },
        {
          heading: words.data.conflicts,
          columns: [column.name, column.figure, column.value],
          rows: conflictRows(language, data.coverage).map(({ subject, figure, claims }) => [
            { text: subject.text, href: `${prefix}${subject.path}` },
            figure,
            claims
              .map((claim) => `${claimText(language, claim)} (${claim.source.title})`)
              .join('; '),
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
