import { ProgrammeDocument, type ProgrammeQuery } from '../generated/programme.js';
import { count, moneyText, type Language } from '../language.js';
import { definePage } from '../view.js';
import { grantsTable, moneyTable } from './gathering.js';
import { restOf } from './money.js';
import { periodText } from './organization.js';

export type Programme = NonNullable<ProgrammeQuery['grantProgramme']>;
export type Totals = NonNullable<ProgrammeQuery['grantTotals']>;

/**
 * The part of the budget that no grant has yet; null if that is nothing, or unknown: if a grant is in another currency,
 * without an amount, or left out of the totals.
 */
export function notAwarded({ budget, grants }: Programme, { amounts }: Totals) {
  const [awarded, ...others] = amounts.filter(({ measure }) => measure === 'AWARDED');
  const isWhole = others.length === 0 && awarded?.grantCount === grants.totalCount;
  return isWhole ? restOf(budget, awarded.sum) : null;
}

/** Whose programme it is, when, and with how much money, in one sentence. */
export function programmeLead(language: Language, one: Programme): string {
  const { words, values } = language;
  return `${[
    one.funder.name,
    values.ProgrammeStatus[one.status],
    ...(one.openedOn === null && one.closedOn === null
      ? []
      : [periodText(language, { since: one.openedOn, until: one.closedOn })]),
    ...(one.budget === null
      ? []
      : [`${words.initiatives.budget} ${moneyText(language, one.budget)}`]),
    count(language, words.funding.result, one.grants.totalCount),
  ].join(', ')}.`;
}

export const programmePage = definePage({
  path: '/programmes/:slug',
  operation: ProgrammeDocument,
  variables: ({ parameters: { slug = '' } }) => ({ slug, grants: { programme: { eq: slug } } }),
  view({ grantProgramme: one, grantTotals }, language) {
    if (one === null) return null;
    const { words, prefix } = language;
    const { column } = words;
    return {
      title: one.title,
      description: programmeLead(language, one),
      tables: [
        {
          heading: words.organization.facts,
          columns: [column.role, column.name],
          rows: [
            [
              column.funder,
              { text: one.funder.name, href: `${prefix}/organizations/${one.funder.slug}` },
            ],
            ...(one.manager === null
              ? []
              : [
                  [
                    words.programme.manager,
                    { text: one.manager.name, href: `${prefix}/organizations/${one.manager.slug}` },
                  ],
                ]),
            [words.source.label, one.source.title],
          ],
        },
        moneyTable(language, grantTotals),
        grantsTable(language, one.grants.nodes),
      ].filter(({ rows }) => rows.length > 0),
      structured: {
        '@context': 'https://schema.org',
        '@type': 'FundingScheme',
        name: one.title,
        ...(one.description !== null && { description: one.description }),
        ...(one.code !== null && { identifier: one.code }),
        funder: { '@type': 'Organization', name: one.funder.name },
      },
    };
  },
});
