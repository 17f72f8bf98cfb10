import { changed, listIn, valueIn } from '../address.js';
import {
  AdvocacyCaseDocument,
  AdvocacyCasesDocument,
  type AdvocacyCaseFilter,
  type AdvocacyCaseQuery,
  type AdvocacyCasesQueryVariables,
  type AdvocacyPartsFragment,
  type AdvocacyRowFragment,
  type AdvocacyStatus,
} from '../generated/advocacy.js';
import { count, sentence, type Language } from '../language.js';
import { definePage, type Cell } from '../view.js';
import { periodPhrase, periodText } from './organization.js';

export type AdvocacyCase = NonNullable<AdvocacyCaseQuery['advocacyCase']>;

export const ADVOCACY_STATUSES = [
  'OPEN',
  'SUCCEEDED',
  'PARTLY_SUCCEEDED',
  'FAILED',
  'WITHDRAWN',
] as const satisfies readonly AdvocacyStatus[];

/** Which cases an address selects: `?status=OPEN,SUCCEEDED`. */
export function advocacyVariables(search: URLSearchParams): AdvocacyCasesQueryVariables {
  const statuses = listIn(search, 'status') as readonly AdvocacyStatus[];
  const filter: AdvocacyCaseFilter = statuses.length > 0 ? { status: { in: statuses } } : {};
  return { filter, first: 50, after: valueIn(search, 'after') };
}

export const casePath = ({ slug }: Pick<AdvocacyRowFragment, 'slug'>) =>
  `/advocacy/${encodeURIComponent(slug)}`;

/** How far a case has come, and when: the text below its title. */
export function caseLead(language: Language, one: AdvocacyRowFragment): string {
  const { status, openedOn: since, closedOn: until } = one;
  const name = language.values.AdvocacyStatus[status];
  const state = name.charAt(0).toLocaleUpperCase(language.tag) + name.slice(1);
  return [state, periodPhrase(language, { since, until })].filter(Boolean).join(', ');
}

/** What else was asked of the same authority. */
export function otherCases(one: AdvocacyCase): readonly AdvocacyRowFragment[] {
  return (one.target?.advocacyReceived.nodes ?? []).filter(({ id }) => id !== one.id);
}

/** The facts of a case besides its description, in the order shown. */
function factsOf({ words, values }: Language, one: AdvocacyPartsFragment) {
  const { column, state, advocacy: w } = words;
  return [
    [column.status, values.AdvocacyStatus[one.status]],
    [column.outcome, one.outcome ?? state.unknown],
    [w.subject, one.subjectAct],
    [w.level, one.level && values.AuthorityLevel[one.level]],
    [w.representative, one.representative?.name ?? null],
    [w.standing, one.standing && values.AdvocateStanding[one.standing]],
  ] as const;
}

export const advocacyCasePage = definePage({
  path: '/advocacy/:slug',
  operation: AdvocacyCaseDocument,
  variables: ({ parameters }) => ({ slug: parameters.slug ?? '' }),
  view({ advocacyCase: one }, language) {
    if (one === null) return null;
    const { words, values, prefix } = language;
    const { column, state, advocacy: w } = words;
    const quotes = one.representative?.quotes.nodes ?? [];
    const organization = ({ name, slug }: { readonly name: string; readonly slug: string }) => ({
      text: name,
      href: `${prefix}/organizations/${slug}`,
    });
    return {
      title: one.title,
      description: sentence(caseLead(language, one)),
      tables: [
        {
          heading: words.organization.facts,
          columns: [column.figure, column.value],
          rows: [
            ...(one.description === null ? [] : [[words.events.about, one.description]]),
            ...factsOf(language, one).flatMap(([name, value]) =>
              value === null ? [] : [[name, value]],
            ),
            [w.target, one.target === null ? state.unknown : organization(one.target)],
            [words.source.label, one.source.title],
          ],
        },
        {
          heading: w.beneficiaries,
          columns: [column.name],
          rows: one.beneficiaries.nodes.map((node) => [organization(node)]),
        },
        {
          heading: words.announcements.quotes,
          columns: [words.announcements.quotes, column.role, words.home.announcements],
          rows: quotes.map(({ text, attribution, announcement }): readonly Cell[] => [
            text,
            attribution ?? '',
            { text: announcement.title, href: `${prefix}/announcements/${announcement.slug}` },
          ]),
        },
        {
          heading: w.others,
          columns: [column.title, column.status, column.since, column.outcome],
          rows: otherCases(one).map((other): readonly Cell[] => [
            { text: other.title, href: `${prefix}${casePath(other)}` },
            values.AdvocacyStatus[other.status],
            periodText(language, { since: other.openedOn, until: other.closedOn }),
            other.outcome ?? state.unknown,
          ]),
        },
      ].filter(({ rows }) => rows.length > 0),
    };
  },
});

export const advocacyPage = definePage({
  path: '/advocacy',
  operation: AdvocacyCasesDocument,
  variables: ({ search }) => advocacyVariables(search),
  view({ advocacyCases: { nodes, pageInfo, totalCount } }, language, { search }) {
    const { words, values, prefix } = language;
    const { column, state, advocacy: w } = words;
    return {
      title: w.title,
      description: `${count(language, w.lead, totalCount)}.`,
      tables: [
        {
          heading: w.title,
          columns: [
            column.title,
            column.status,
            w.target,
            w.level,
            w.beneficiaries,
            column.since,
            column.outcome,
            column.source,
          ],
          rows: nodes.map((one) => [
            { text: one.title, href: `${prefix}${casePath(one)}` },
            values.AdvocacyStatus[one.status],
            one.target === null
              ? state.unknown
              : { text: one.target.name, href: `${prefix}/organizations/${one.target.slug}` },
            one.level === null ? state.unknown : values.AuthorityLevel[one.level],
            one.beneficiaries.nodes.map(({ name }) => name).join(', '),
            periodText(language, { since: one.openedOn, until: one.closedOn }),
            one.outcome ?? state.unknown,
            one.source.title,
          ]),
        },
      ],
      ...(pageInfo.hasNextPage && {
        links: [
          {
            text: state.more,
            href: `${prefix}/advocacy${changed(search, { after: pageInfo.endCursor })}`,
          },
        ],
      }),
    };
  },
});
