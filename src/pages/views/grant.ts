import { GrantDocument, type GrantQuery } from '../generated/grant.js';
import { dateText, fill, moneyText, sentence, type Language } from '../language.js';
import { sumOfDecimals } from '../../domain/sum-of-decimals.js';
import { definePage } from '../view.js';
import { restOf } from './money.js';
import { periodText } from './organization.js';

export type Grant = NonNullable<GrantQuery['grant']>;

/** The amounts of a grant that a source states, in the order of the steps of a grant. */
export function amountsOf(grant: Grant) {
  return (
    [
      ['APPLIED_FOR', grant.appliedFor],
      ['AWARDED', grant.awarded],
      ['COMMITTED', grant.committed],
      ['DISBURSED', grant.disbursed],
      ['SPENT', grant.spent],
    ] as const
  ).flatMap(([measure, amount]) => (amount === null ? [] : [{ measure, amount }]));
}

/** What is promised and not paid yet; null if that is unknown, or nothing, or if nothing more will be paid. */
export const unpaidOf = ({ status, committed, awarded, disbursed }: Grant) =>
  status === 'CLOSED' || status === 'CANCELLED' ? null : restOf(committed ?? awarded, disbursed);

type Transaction = Grant['transactions']['nodes'][number];

/** The sums of each kind of transactions by year, as exact as they are published; null if not all are here. */
export function transactionsByYear({ transactions: { nodes, totalCount } }: Grant) {
  if (nodes.length < totalCount) return null;
  const kinds = [...new Set(nodes.map(({ kind }) => kind))].sort();
  const years = [...new Set(nodes.map(yearOf))].sort();
  return kinds.map((kind) => ({
    kind,
    // Each kind has all years, so that the charts can be compared.
    years: years.map((year) => ({
      year,
      amount: sumOfDecimals(
        nodes
          .filter((one) => one.kind === kind && yearOf(one) === year)
          .map(({ value }) => value.amount),
      ),
    })),
  }));
}

const yearOf = ({ valueDate }: Transaction) => valueDate.slice(0, 4);

/** Who gives what to whom, in one sentence. */
export function grantLead(language: Language, grant: Grant): string {
  const { words, values } = language;
  const recipients = grant.recipients.nodes.map(({ name }) => name).join(', ');
  const funder = grant.funder.name;
  // The first that is stated: what is promised says more than what is paid so far.
  const amounts = [
    ['AWARDED', grant.awarded],
    ['COMMITTED', grant.committed],
    ['DISBURSED', grant.disbursed],
    ['SPENT', grant.spent],
  ] as const;
  const [stated] = amounts.flatMap(([measure, amount]) =>
    amount === null ? [] : [{ measure, amount }],
  );
  return [
    recipients === ''
      ? fill(words.grant.leadNoRecipient, { funder })
      : fill(words.grant.lead, { funder, recipients }),
    stated === undefined
      ? words.grant.noAmount
      : stated.measure === 'AWARDED'
        ? moneyText(language, stated.amount)
        : fill(words.grant.leadAmount, {
            amount: moneyText(language, stated.amount),
            measure: values.Measure[stated.measure].toLowerCase(),
          }),
    ...(grant.awardedOn === null ? [] : [dateText(language, grant.awardedOn)]),
  ].join(', ');
}

export const grantPage = definePage({
  path: '/grants/:id',
  operation: GrantDocument,
  variables: ({ parameters }) => ({ id: parameters.id ?? '' }),
  view({ grant }, language) {
    if (grant === null) return null;
    const { words, values, prefix } = language;
    const { column, state } = words;
    const unpaid = unpaidOf(grant);
    return {
      title: grant.title,
      description: sentence(grantLead(language, grant)),
      tables: [
        {
          heading: words.funding.totals,
          columns: [column.measure, column.sum],
          rows: [
            ...amountsOf(grant).map(({ measure, amount }) => [
              values.Measure[measure],
              moneyText(language, amount),
            ]),
            ...(unpaid === null ? [] : [[words.grant.unpaid, moneyText(language, unpaid)]]),
          ],
        },
        {
          heading: words.grant.budgets,
          columns: [column.since, column.kind, column.status, column.amount, column.source],
          rows: grant.budgets.nodes.map((one) => [
            periodText(language, { since: one.startsOn, until: one.endsOn }),
            values.BudgetKind[one.kind],
            values.BudgetStatus[one.status],
            moneyText(language, one.value),
            one.source.title,
          ]),
        },
        {
          heading: column.recipient,
          columns: [column.name, column.amount],
          rows: grant.shares.edges.map(({ node, amount }) => [
            { text: node.name, href: `${prefix}/organizations/${node.slug}` },
            amount === null ? state.unknown : moneyText(language, amount),
          ]),
        },
        {
          heading: words.grant.transactions,
          columns: [column.day, column.kind, column.amount, column.source],
          rows: grant.transactions.nodes.map((one) => [
            dateText(language, one.valueDate),
            values.TransactionKind[one.kind],
            moneyText(language, one.value),
            one.source.title,
          ]),
        },
        {
          heading: words.source.title,
          columns: [column.title],
          rows: [[grant.source.title]],
        },
      ].filter(({ rows }) => rows.length > 0),
      structured: {
        '@context': 'https://schema.org',
        '@type': 'Grant',
        name: grant.title,
        identifier: grant.identifier,
        funder: { '@type': 'Organization', name: grant.funder.name },
      },
    };
  },
});
