import { changed, exportUrl, listIn, regionCondition, valueIn } from '../address.js';
import { InitiativeDocument, type InitiativeQuery } from '../generated/initiative.js';
import {
  InitiativesDocument,
  type InitiativeFilter,
  type InitiativeKind,
  type InitiativesQueryVariables,
} from '../generated/initiatives.js';
import { count, dateText, moneyText, sentence, type Language } from '../language.js';
import { definePage } from '../view.js';
import { claimText, periodText } from './organization.js';

export type Initiative = NonNullable<InitiativeQuery['initiative']>;

export const INITIATIVE_KINDS = [
  'NEW_CLUSTER',
  'PROJECT',
  'PROGRAMME',
  'SERVICE',
] as const satisfies readonly InitiativeKind[];

/** Which initiatives an address selects: `?kind=PROJECT&region=RS12&sector=NACE_REV2:62`. */
export function initiativeFilter(search: URLSearchParams): InitiativeFilter {
  const kinds = listIn(search, 'kind') as readonly InitiativeKind[];
  const sectors = listIn(search, 'sector');
  return {
    ...(kinds.length > 0 && { kind: { in: kinds } }),
    ...regionCondition(search),
    ...(sectors.length > 0 && { sector: { in: sectors } }),
  };
}

export function initiativesVariables(search: URLSearchParams): InitiativesQueryVariables {
  return {
    filter: initiativeFilter(search),
    first: 50,
    after: valueIn(search, 'after'),
    orderBy: [{ field: 'STARTED_ON', direction: 'DESC' }],
  };
}

export const initiativesPage = definePage({
  path: '/initiatives',
  operation: InitiativesDocument,
  variables: ({ search }) => initiativesVariables(search),
  view({ initiatives: { nodes, pageInfo, totalCount } }, language, { search }) {
    const { words, values, prefix } = language;
    const { column } = words;
    return {
      title: words.initiatives.title,
      description: count(language, words.initiatives.lead, totalCount),
      tables: [
        {
          heading: words.initiatives.title,
          columns: [column.title, column.kind, column.since, column.with, column.source],
          rows: nodes.map((one) => [
            { text: one.title, href: `${prefix}/initiatives/${one.slug}` },
            values.InitiativeKind[one.kind],
            periodText(language, { since: one.startedOn, until: one.endedOn }),
            one.participants.nodes.map(({ name }) => name).join(', '),
            one.source.title,
          ]),
        },
      ],
      links: [
        ...(pageInfo.hasNextPage
          ? [
              {
                text: words.state.more,
                href: `${prefix}/initiatives${changed(search, { after: pageInfo.endCursor })}`,
              },
            ]
          : []),
        { text: 'CSV', href: exportUrl('initiatives.csv', initiativeFilter(search)) },
        { text: 'JSON', href: exportUrl('initiatives.json', initiativeFilter(search)) },
      ],
    };
  },
});

/** What the initiative is, in one sentence made of facts. */
export function initiativeLead(language: Language, one: Initiative): string {
  const { words, values } = language;
  const period =
    one.startedOn === null && one.endedOn === null
      ? []
      : [periodText(language, { since: one.startedOn, until: one.endedOn })];
  return [
    values.InitiativeKind[one.kind],
    ...period,
    count(language, words.initiatives.participants, one.participants.totalCount),
  ].join(', ');
}

export const initiativePage = definePage({
  path: '/initiatives/:slug',
  operation: InitiativeDocument,
  variables: ({ parameters }) => ({ slug: parameters.slug ?? '' }),
  view({ initiative: one }, language) {
    if (one === null) return null;
    const { words, values, prefix } = language;
    const { column, state } = words;
    return {
      title: one.title,
      description: sentence(initiativeLead(language, one)),
      tables: [
        {
          heading: words.organization.figures,
          columns: [column.figure, column.value, column.day, column.source],
          rows: one.bestClaims.map(({ indicator, claim }) => [
            values.Indicator[indicator],
            claimText(language, claim),
            claim.asOf === null ? state.unknown : dateText(language, claim.asOf),
            claim.source.title,
          ]),
        },
        {
          heading: words.initiatives.funding,
          columns: [
            words.initiatives.budget,
            column.awarded,
            values.Measure.COMMITTED,
            column.disbursed,
            words.initiatives.gap,
            column.grants,
          ],
          rows: one.funding.map(({ budget, awarded, committed, disbursed, gap, grantCount }) => [
            ...[budget, awarded, committed, disbursed, gap].map((amount) =>
              amount === null ? state.unknown : moneyText(language, amount),
            ),
            String(grantCount),
          ]),
        },
        {
          heading: words.initiatives.who,
          columns: [column.name, column.role, column.since, column.source],
          rows: one.participants.edges.map((edge) => [
            { text: edge.node.name, href: `${prefix}/organizations/${edge.node.slug}` },
            values.ParticipationRole[edge.role],
            periodText(language, edge),
            edge.source.title,
          ]),
        },
        {
          heading: words.column.grants,
          columns: [column.title, column.funder, column.awarded, column.source],
          rows: one.grants.nodes.map((grant) => [
            { text: grant.title, href: `${prefix}/grants/${grant.id}` },
            grant.funder.name,
            grant.awarded === null ? state.unknown : moneyText(language, grant.awarded),
            grant.source.title,
          ]),
        },
      ].filter(({ rows }) => rows.length > 0),
      structured: {
        '@context': 'https://schema.org',
        '@type': 'Project',
        name: one.title,
        ...(one.description !== null && { description: one.description }),
      },
    };
  },
});
