import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import {
  auditWhole,
  browserPath,
  openBrowser,
  openPage,
  waitForContent,
} from '../support/browser.js';
import { dataSetFolder, record, removeDataSetFolders } from '../support/data-set-folder.js';
import { openTestPlatform, type TestPlatform } from '../support/test-platform.js';

const TRANSACTIONS = [
  { kind: 'COMMITMENT', value: '1000.10', valueDate: '2014-03-01' },
  { kind: 'DISBURSEMENT', value: '400', valueDate: '2014-05-01' },
  { kind: 'DISBURSEMENT', value: '-0.05', valueDate: '2014-06-01' },
  { kind: 'DISBURSEMENT', value: '100.25', valueDate: '2016-01-31' },
];
/** The same money in each currency: promised, planned, and paid in part. */
const paid = (currency: string) => ({
  currency,
  awarded: '1200',
  funder: 'payer',
  programme: 'call',
  shares: [{ organization: 'worker' }],
  transactions: TRANSACTIONS,
  budgets: [
    {
      kind: 'REVISED',
      status: 'COMMITTED',
      value: '600.50',
      startsOn: '2014-03',
      endsOn: '2014-12',
    },
  ],
});
const DATA = {
  sources: [record.source('a-source')],
  organizations: [record.organization('Donor', 'payer'), record.organization('Company', 'worker')],
  'grant-programmes': [
    record.programme('call', { funder: 'payer', budget: '5000.50', currency: 'EUR' }),
    record.programme('euro', { funder: 'payer', budget: '5000.50', currency: 'EUR' }),
    record.programme('partly', { funder: 'payer', budget: '5000.50', currency: 'EUR' }),
  ],
  grants: [
    record.grant('in-euro', paid('EUR')),
    record.grant('in-dollars', paid('USD')),
    record.grant('only-euro', { ...paid('EUR'), programme: 'euro' }),
    record.grant('known', { ...paid('EUR'), programme: 'partly', status: 'SUSPENDED' }),
    // Without an amount.
    record.grant('unknown', { funder: 'payer', programme: 'partly' }),
    record.grant('closed', { ...paid('EUR'), programme: undefined, status: 'CLOSED' }),
    record.grant('cancelled', { ...paid('EUR'), programme: undefined, status: 'CANCELLED' }),
    record.grant('many', {
      ...paid('EUR'),
      programme: undefined,
      transactions: Array.from({ length: 101 }, (_, at) => ({
        kind: 'DISBURSEMENT',
        value: String(at + 1),
        valueDate: '2015-01-01',
      })),
    }),
  ],
};

let platform: TestPlatform;
let browser: Browser | undefined;
let idOf: (identifier: string) => string;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
  if (browserPath !== null) browser = await openBrowser(browserPath);
  const folder = dataSetFolder(DATA);
  await loadDataSet(platform.database, folder);
  const { data } = await platform.succeed(
    '{ grants(filter: { funder: { eq: "payer" } }) { nodes { id identifier } } }',
  );
  const nodes = data.grants.nodes as { id: string; identifier: string }[];
  idOf = (identifier) => nodes.find((one) => one.identifier === identifier)?.id ?? '?';
});
afterAll(async () => {
  await browser?.close();
  removeDataSetFolders();
  await platform.close();
});

const html = async (path: string) =>
  (await fetch(`${platform.url}${path}`, { headers: { accept: 'text/html' } })).text();

test('a grant says in its first sentence what is stated, and what is not known', async () => {
  const { data } = await platform.succeed(
    `{ grants(first: 100) { nodes {
        id funder { name } recipients { totalCount } awarded { amount } awardedOn
        committed { amount currency } } } }`,
  );
  const nodes = data.grants.nodes as {
    id: string;
    funder: { name: string };
    recipients: { totalCount: number };
    awarded: object | null;
    awardedOn: string | null;
    committed: { amount: string; currency: string } | null;
  }[];
  const one = nodes.find(
    ({ recipients, awarded, awardedOn, committed }) =>
      recipients.totalCount === 0 && !awarded && awardedOn?.length === 4 && committed !== null,
  );
  if (!one?.committed) throw new Error('No grant is only committed.');
  const written = new Intl.NumberFormat('en').format(Number(one.committed.amount));
  const amount = `${one.committed.currency}\u00a0${written} committed`;
  expect(await html(`/grants/${one.id}`)).toContain(
    `<p class="lead">${one.funder.name}, recipient not known, ${amount}, ${one.awardedOn ?? ''}.</p>`,
  );
});

describe.each([
  ['in-euro', 'EUR'],
  ['in-dollars', 'USD'],
])('a grant with transactions %s', (identifier, currency) => {
  const money = (amount: string) => `${currency}\u00a0${amount}`;

  test('without JavaScript: amounts, what is not paid out yet, plans and transactions', async () => {
    const text = await html(`/grants/${idOf(identifier)}`);
    for (const [label, amount] of [
      ['Awarded', '1,200'],
      ['Committed', '1,000.10'],
      ['Disbursed', '500.20'],
      ['Promised and not paid out yet', '499.90'],
    ] as const) {
      expect(text).toContain(`<td>${label}</td><td>${money(amount)}</td>`);
    }
    expect(text).toContain(`<td>revised</td><td>binding</td><td>${money('600.50')}</td>`);
    expect(text.match(/<td>Disbursement<\/td>/g)).toHaveLength(3);
    expect(text).toContain(`<td>${money('-0.05')}</td>`);
  });

  (browserPath === null ? test.skip : test)(
    'in a browser, with the years of each kind',
    async () => {
      if (!browser) throw new Error('There is no browser.');
      const { page, external, faults } = await openPage(browser, {
        viewport: { width: 390, height: 844 },
      });
      await open(page, `/grants/${idOf(identifier)}`);
      const facts = page.getByRole('region', { name: 'How much' }).locator('.facts > div');
      expect(await facts.allInnerTexts()).toEqual([
        `Awarded\n${money('1,200')}`,
        `Committed\n${money('1,000.10')}`,
        `Disbursed\n${money('500.20')}`,
        `Promised and not paid out yet\n${money('499.90')}`,
      ]);
      const years = async (name: string) =>
        (await page.getByRole('list', { name }).locator('.visually-hidden').allInnerTexts()).join();
      expect(await years(`Commitment, ${currency}`)).toBe('2014: 1,000.10,2015: 0,2016: 0');
      expect(await years(`Disbursement, ${currency}`)).toBe('2014: 399.95,2015: 0,2016: 100.25');
      const rows = (name: string) => page.getByRole('group', { name }).locator('tbody tr');
      expect(await rows('Planned spending').locator('.source-button').count()).toBe(1);
      expect(await rows('Transactions').locator('.source-button').count()).toBe(4);
      expect(await auditWhole(page)).toEqual([]);
      expect([external, faults]).toEqual([[], []]);
      await page.context().close();
    },
  );
});

test.each([
  ['known', 'suspended', true],
  ['closed', 'closed', false],
  ['cancelled', 'cancelled', false],
])(
  'whether the grant “%s”, which is %s, promises more: %s',
  async (identifier, _status, isPromised) => {
    const text = await html(`/grants/${idOf(identifier)}`);
    expect(text.includes('<td>Promised and not paid out yet</td>')).toBe(isPromised);
  },
);

(browserPath === null ? test.skip : test)(
  'transactions that are not all in the table have no sums by year',
  async () => {
    if (!browser) throw new Error('There is no browser.');
    const { page } = await openPage(browser);
    await open(page, `/grants/${idOf('many')}`);
    const transactions = page.getByRole('region', { name: 'Transactions' });
    expect(await transactions.locator('tbody tr').count()).toBe(100);
    expect(await transactions.getByRole('list').count()).toBe(0);
    const text = await transactions.innerText();
    expect(text).toContain('There are no sums by year here');
    expect(text).toContain('100 of 101 shown');
    await page.context().close();
  },
);

(browserPath === null ? test.skip : test).each([
  // 5,000.50 less the only grant, of 1,200.
  ['euro', 'Not awarded yet\nEUR\u00a03,800.50'],
  ['call', undefined],
  ['partly', undefined],
])(
  'a programme: its budget against what is awarded, if all of that is known in its currency: %s',
  async (slug, rest) => {
    if (!browser) throw new Error('There is no browser.');
    const { page } = await openPage(browser);
    await open(page, `/programmes/${slug}`);
    const facts = page.getByRole('region', { name: 'At a glance' }).locator('.facts > div');
    const texts = await facts.allInnerTexts();
    expect(texts).toContain('Budget\nEUR\u00a05,000.50');
    expect(texts.find((text) => text.startsWith('Not awarded yet'))).toBe(rest);
    await page.context().close();
  },
);

test('an initiative: budget, awarded, committed, paid and gap of each currency, also without JavaScript', async () => {
  const amounts = ['budget', 'awarded', 'committed', 'disbursed', 'gap'] as const;
  type Funding = Readonly<Record<(typeof amounts)[number], { readonly amount: string } | null>>;
  const { data } = await platform.succeed(
    `{ initiatives(first: 100) { nodes { slug
        funding { currency ${amounts.map((one) => `${one} { amount }`).join(' ')} } } } }`,
  );
  const nodes = data.initiatives.nodes as {
    slug: string;
    funding: (Funding & { currency: string })[];
  }[];
  const one = nodes.find(({ funding }) =>
    funding.some(({ awarded, gap }) => awarded !== null && Number(gap?.amount) > 0),
  );
  if (!one) throw new Error('No initiative has a gap.');
  const text = await html(`/initiatives/${one.slug}`);
  for (const row of one.funding) {
    const cells = amounts.map((name) => {
      const amount = row[name]?.amount;
      const written = new Intl.NumberFormat('en', {
        minimumFractionDigits: Number.isInteger(Number(amount)) ? 0 : 2,
      }).format(Number(amount));
      return `<td>${amount === undefined ? 'not known' : `${row.currency}\u00a0${written}`}</td>`;
    });
    expect(text).toContain(cells.join(''));
  }
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${platform.url}${path}`);
  await waitForContent(page);
}
