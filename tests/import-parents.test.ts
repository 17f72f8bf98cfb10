import { afterAll, beforeEach, afterEach, describe, expect, test } from '@jest/globals';
import { importFile, type ImportReport } from '../src/import/import-file.js';
import { activity, file, transaction } from './support/iati-files.js';
import { fileFolder } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Grants that pass on the money of grants in other files, however those files come and come again. */
const files = fileFolder();
let platform: TestPlatform;
beforeEach(async () => {
  platform = await openTestPlatform('EMPTY', {}, { cacheCharacters: 0 });
});
afterEach(() => platform.close());
afterAll(() => {
  files.remove();
});

async function take(format: string, name: string, content: string): Promise<ImportReport> {
  const report = await importFile(platform.database, { format, path: files.write(name, content) });
  expect(report).toMatchObject({ isStored: true, faults: { first: [] } });
  return report;
}

/** `identifier currency` of each grant with that of the grant that it is paid from. */
async function links(): Promise<Readonly<Record<string, string>>> {
  interface Grant {
    readonly identifier: string;
    readonly currency: string;
    readonly funder: { readonly name: string };
    readonly paidFrom: Omit<Grant, 'paidFrom'> | null;
  }
  const { data } = await platform.succeed<{ grants: { nodes: readonly Grant[] } }>(
    `{ grants(first: 100) { nodes { identifier currency funder { name }
         paidFrom { identifier currency funder { name } } } } }`,
  );
  const label = ({ identifier, currency }: Omit<Grant, 'paidFrom'>) => `${identifier} ${currency}`;
  return Object.fromEntries(
    data.grants.nodes.flatMap((grant) =>
      grant.paidFrom === null
        ? []
        : [[label(grant), `${label(grant.paidFrom)} of ${grant.paidFrom.funder.name}`]],
    ),
  );
}

/** The awards that are counted, by currency. */
async function counted(): Promise<Readonly<Record<string, string>>> {
  interface Sum {
    readonly currency: string;
    readonly sum: { readonly amount: string };
  }
  const { data } = await platform.succeed<{ grantTotals: { amounts: readonly Sum[] } }>(
    `{ grantTotals { amounts(measures: [AWARDED]) { currency sum { amount } } } }`,
  );
  return Object.fromEntries(
    data.grantTotals.amounts.map(({ currency, sum }) => [currency, sum.amount]),
  );
}

const lost = ({ warnings }: ImportReport) =>
  warnings.first
    .filter(({ field }) => ['grant', 'relatedActivity', 'Passes On'].includes(field))
    .map(({ row, pointer, value, reason }) => [row ?? pointer, value, reason]);

/** A grant from one charity to another, related to others. */
function published(
  prefix: string,
  [from, to]: readonly [from: string, to: string],
  related: readonly string[] = [],
) {
  const party = (number: string) => [{ id: `GB-CHC-110000${number}`, name: `Charity ${number}` }];
  return {
    ...{ id: `360G-${prefix}-1`, title: 't', description: 'd', currency: 'GBP', amountAwarded: 5 },
    ...{ awardDate: '2020-01-01', fundingOrganization: party(from) },
    ...{ recipientOrganization: party(to), relatedActivity: related },
  };
}
const giving = (...grants: readonly object[]) => JSON.stringify({ grants });

const TABLE = 'Identifier,Title,Funder,Currency,Recipients,Awarded,Scheme,Passes On';
const table = (...rows: readonly string[]) => [TABLE, ...rows, ''].join('\n');

const implementing = '<participating-org ref="GB-CHC-1100001" role="4"/>';
const ONE = 'XM-DAC-41123-ONE';
/** An activity whose money of two currencies, or of one, goes to charity 1. */
const inCurrencies = (...currencies: readonly string[]) =>
  file([
    activity(
      ONE,
      implementing + currencies.map((currency) => transaction('2', '9', { currency })).join(''),
    ),
  ]);

describe('a grant stays linked when the file of the grant that it passes on comes again', () => {
  test('which it names with its currency in 360Giving, whichever is first', async () => {
    const activities = inCurrencies('EUR', 'USD');
    const related = published('p', ['1', '2'], [`360G-SCAN-IATI-${ONE}-EUR`]);
    await take('360giving', 'g.json', giving(related));
    await take('iati', 'one.xml', activities);
    const expected = { '360G-p-1 GBP': expect.stringContaining(`${ONE} EUR of `) };
    expect(await links()).toEqual(expected);
    expect(lost(await take('iati', 'one.xml', activities))).toEqual([]);
    expect(await links()).toEqual(expected);
  });

  test('which is an activity in another currency, in a table', async () => {
    const activities = inCurrencies('EUR');
    await take('iati', 'one.xml', activities);
    await take('table', 't.csv', table(`XI-2,Two,GB-CHC-1100001,RSD,Club,50,IATI,${ONE}`));
    const expected = { 'XI-2 RSD': expect.stringContaining(`${ONE} EUR of `) };
    expect(await links()).toEqual(expected);
    expect(lost(await take('iati', 'one.xml', activities))).toEqual([]);
    expect(await links()).toEqual(expected);
  });
});

test('a row with the scheme IATI is linked to a grant of a later table', async () => {
  await take('table', 'a.csv', table('XI-2,Two,GB-CHC-1100001,EUR,Club,50,IATI,S-1'));
  expect(await links()).toEqual({});
  await take('table', 'b.csv', table('S-1,One,Alpha Fund,EUR,GB-CHC-1100001,70,,'));
  expect(await links()).toEqual({ 'XI-2 EUR': 'S-1 EUR of Alpha Fund' });
});

describe('a further grant with the number of a parent', () => {
  const first = table('P-1,One,Alpha Fund,EUR,GB-CHC-1100001,70,,');
  const child = table('C-1,Two,GB-CHC-1100001,EUR,Club,50,,P-1');
  const second = table('P-1,One,Beta Fund,EUR,GB-CHC-1100001,30,,');

  test('does not take the parent away', async () => {
    await take('table', 'first.csv', first);
    await take('table', 'child.csv', child);
    for (const [name, content] of [
      ['second.csv', second],
      ['child.csv', child],
      ['first.csv', first],
    ] as const) {
      expect(lost(await take('table', name, content))).toEqual([]);
      expect(await links()).toEqual({ 'C-1 EUR': 'P-1 EUR of Alpha Fund' });
      expect(await counted()).toEqual({ EUR: '100' });
    }
  });

  test('is said if two fit better than the parent', async () => {
    await take('table', 'first.csv', table('P-1,One,Alpha Fund,USD,GB-CHC-1100001,70,,'));
    await take('table', 'child.csv', child);
    expect(await links()).toEqual({ 'C-1 EUR': 'P-1 USD of Alpha Fund' });
    const better = table(
      'P-1,One,Gamma Fund,EUR,GB-CHC-1100001,70,,',
      'P-1,One,Beta Fund,EUR,GB-CHC-1100001,30,,',
    );
    expect(lost(await take('table', 'second.csv', better))).toEqual([
      [
        null,
        'C-1',
        'of an earlier file is no longer linked to the grant that it passes on: there are several now',
      ],
    ]);
    expect(await links()).toEqual({});
  });

  test('is said of grants of 360Giving', async () => {
    const parent = published('p', ['1', '2']);
    await take('360giving', 'p.json', giving(parent));
    await take('360giving', 'c.json', giving(published('c', ['2', '3'], ['360G-p-1'])));
    expect(await links()).toEqual({ '360G-c-1 GBP': '360G-p-1 GBP of Charity 1' });
    const corrected = published('p', ['1', '4']);
    expect(lost(await take('360giving', 'p.json', giving(corrected)))).toEqual([
      [
        null,
        '360G-c-1',
        'of an earlier file is no longer linked to the grant that it passes on: there is none now',
      ],
    ]);
    expect(await links()).toEqual({});
  });
});

describe('grants that name each other are both counted', () => {
  const one = published('a', ['1', '2'], ['360G-b-1']);
  const other = published('b', ['2', '1'], ['360G-a-1']);
  const HERE = 'forms a cycle of grants; left out';
  const THERE = 'names a grant that names it in turn; left out';

  test('in one file of 360Giving', async () => {
    expect(lost(await take('360giving', 'both.json', giving(one, other)))).toEqual([
      ['/grants/0', '360G-b-1', HERE],
      ['/grants/1', '360G-a-1', HERE],
    ]);
    expect([await links(), await counted()]).toEqual([{}, { GBP: '10' }]);
  });

  test('in two, in any order and again', async () => {
    await take('360giving', 'a.json', giving(one));
    const both = [
      [null, '360G-a-1', THERE],
      [null, '360G-b-1', THERE],
    ];
    expect(lost(await take('360giving', 'b.json', giving(other)))).toEqual(both);
    expect([await links(), await counted()]).toEqual([{}, { GBP: '10' }]);
    expect(lost(await take('360giving', 'a.json', giving(one)))).toEqual(both);
    expect([await links(), await counted()]).toEqual([{}, { GBP: '10' }]);
  });

  test('in two tables', async () => {
    await take('table', 'a.csv', table('A,One,GB-CHC-1100001,EUR,GB-CHC-1100002,5,,B'));
    const second = table('B,Two,GB-CHC-1100002,EUR,GB-CHC-1100001,5,,A');
    expect(lost(await take('table', 'b.csv', second))).toEqual([
      [null, 'A', THERE],
      [null, 'B', THERE],
    ]);
    expect([await links(), await counted()]).toEqual([{}, { EUR: '10' }]);
  });
});

describe('cycles of three grants end in the same state, whatever comes in which order, and again', () => {
  const orders = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [0, 1, 2, 0],
    [0, 1, 2, 1],
    [2, 0, 1, 1, 2],
  ] as const;
  const NEXT = [2, 3, 1] as const;
  const formats = {
    table: NEXT.map((next, index) =>
      table(
        `G-${String(index + 1)},One,Fund ${String(next)},EUR,Fund ${String(index + 1)},5,,G-${String(next)}`,
      ),
    ),
    '360giving': NEXT.map((next, index) => {
      const own = published(
        `c${String(index + 1)}`,
        [String(next), String(index + 1)],
        [`360G-c${String(next)}-1`],
      );
      return giving({
        ...own,
        recipientOrganization: [{ id: `GB-CHC-110000${String(index + 1)}`, name: 'x' }],
      });
    }),
    iati: NEXT.map((next, index) =>
      file([
        activity(
          `XM-DAC-41123-C${String(index + 1)}`,
          `<related-activity ref="XM-DAC-41123-C${String(next)}" type="1"/>` +
            transaction('2', '5'),
        ),
      ]),
    ),
  };

  test.each(
    Object.entries(formats).flatMap(([format, parts]) =>
      orders.map((order) => ({ format, parts, order })),
    ),
  )('$format: $order', async ({ format, parts, order }) => {
    for (const [at, part] of order.entries()) {
      await take(format, `${format}-${String(part)}`, parts[part] ?? '');
      // Until the last one comes, the others are a chain.
      const isWhole = new Set(order.slice(0, at + 1)).size === 3;
      expect(Object.keys(await links())).toHaveLength(isWhole ? 0 : at);
    }
  });

  test('and a cycle that an edition opens is a chain again', async () => {
    for (const [at, part] of formats.iati.entries()) {
      await take('iati', `part-${String(at)}.xml`, part);
    }
    await take('iati', 'part-2.xml', file([activity('XM-DAC-41123-C3', transaction('2', '5'))]));
    expect(Object.keys(await links())).toEqual(
      expect.arrayContaining(['XM-DAC-41123-C1 EUR', 'XM-DAC-41123-C2 EUR']),
    );
  });
});

test('an activity of an earlier file that loses its parent to a cycle is said', async () => {
  const passing = (own: string, parent: string) =>
    file([
      activity(
        `XM-DAC-41123-${own}`,
        `<related-activity ref="XM-DAC-41123-${parent}" type="1"/>` + transaction('2', '5'),
      ),
    ]);
  await take('iati', 'a.xml', passing('A', 'B'));
  await take('iati', 'b.xml', file([activity('XM-DAC-41123-B', transaction('2', '5'))]));
  expect(Object.keys(await links())).toEqual(['XM-DAC-41123-A EUR']);
  expect(lost(await take('iati', 'b.xml', passing('B', 'A')))).toEqual([
    [null, 'XM-DAC-41123-A', 'names a grant that names it in turn; left out'],
  ]);
  expect(await links()).toEqual({});
});
