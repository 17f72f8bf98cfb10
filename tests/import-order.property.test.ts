import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { importFile } from '../src/import/import-file.js';
import { activity, file, incoming, transaction } from './support/iati-files.js';
import { fileFolder, workbook } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** The same files give the same money, in whatever order they are imported and however often. */
const files = fileFolder();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY', {}, { cacheCharacters: 0 });
});
afterAll(async () => {
  files.remove();
  await platform.close();
});

/** Everything but what all data refers to. */
const CLEAR = [
  'DELETE FROM "grant"',
  'DELETE FROM claim',
  'DELETE FROM initiative_participation',
  'DELETE FROM initiative',
  'DELETE FROM grant_programme',
  'DELETE FROM exchange_rate',
  'DELETE FROM identifier',
  'DELETE FROM organization_name',
  'DELETE FROM organization',
  'UPDATE sector SET parent_id = NULL',
  'DELETE FROM sector',
  'DELETE FROM source',
];

const MONEY = `{
  grants(first: 100) { nodes { scheme identifier currency title awardedOn funder { name } paidFrom { identifier }
    appliedFor { amount } awarded { amount } committed { amount } disbursed { amount } spent { amount }
    recipients { edges { amount { amount } node { name } } } locations { country percentage }
    sectors { edges { percentage node { code } } }
    transactions { nodes { kind value { amount } valueDate country sector { code } receiver { name } } } } }
  grantTotals { amounts { measure currency grantCount sum { amount } } }
  exchangeRates(first: 100) { nodes { currency month perUsd } }
}`;

/** The money in the database, whatever the order in which it is returned. */
async function money(): Promise<unknown> {
  const { data } = await platform.succeed(MONEY);
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    }
    // The first file that states a rate decides how many zeros it ends with.
    if (typeof value === 'string' && /^-?\d+\.\d+$/.test(value)) return value.replace(/\.?0+$/, '');
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sorted(each)]));
  };
  return sorted(data);
}

const TABLE = 'Identifier,Title,Funder,Currency,Recipients,Awarded,Awarded On';
const GIVING =
  'Identifier,Title,Description,Currency,Amount Awarded,Award Date,Funding Org:Identifier,Funding Org:Name,Recipient Org:Identifier,Recipient Org:Name,Grant Programme:Title'.split(
    ',',
  );
/** Grants of one funder from three publishers, in the order of the headings. */
const GIVEN = ['aa', 'bb', 'cc'].map((prefix, index) => {
  const grant = (number: number, amount: number, day: string, club: readonly string[]) =>
    [`360G-${prefix}-${String(number)}`, `Grant ${String(number)}`, 'd', 'GBP', amount, day].concat(
      ['GB-CHC-1', 'Fund', ...club, 'The call'],
    );
  const other = [`GB-CHC-${String(index)}`, `Club ${String(index)}`];
  return [
    grant(1, index + 1, '2020-01-01', ['GB-CHC-7', 'Club']),
    grant(2, 10, '2020-01-02', other),
  ];
});

function grantInJson(cells: readonly (string | number)[]): unknown {
  const [id, title, description, currency, amountAwarded, awardDate] = cells;
  const [funderId, funder, recipientId, recipient, programme] = cells.slice(6);
  return {
    ...{ id, title, description, currency, amountAwarded, awardDate },
    fundingOrganization: [{ id: funderId, name: funder }],
    recipientOrganization: [{ id: recipientId, name: recipient }],
    grantProgramme: [{ title: programme }],
  };
}

/** A grant from one charity to another, related to others. */
function published(prefix: string, [from, to]: readonly string[], related: readonly string[] = []) {
  const party = (number = '') => [{ id: `GB-CHC-110000${number}`, name: `Charity ${number}` }];
  return {
    ...{ id: `360G-${prefix}-1`, title: 't', description: 'd', currency: 'GBP', amountAwarded: 5 },
    ...{ awardDate: '2020-01-01', fundingOrganization: party(from) },
    ...{ recipientOrganization: party(to), relatedActivity: related },
  };
}

const SHEET =
  'IATI Identifier,Title,Reporting Organisation,Reporting Organisation Type,Provider Organisation,Provider Organisation Type,Receiver Organisation,Receiver Organisation Type,Transaction Type,Recipient Country,Sector Category,Sector,Calendar Year,Calendar Quarter,Value (USD)';
const share = (identifier: string, country: string, value: string) =>
  `${identifier},Regional,UNEP [XM-DAC-41116],40,Donor X [XM-DAC-9],10,UNEP [XM-DAC-41116],40,3 - Disbursement,${country},112 - Education,11220 - Primary education,2019,Q1,${value}`;

/** Several files of each format and file type that have something in common. */
const FORMATS: Readonly<Record<string, readonly (string | Buffer)[]>> = {
  table: [
    `${TABLE}\n1,One,Alpha Fund,EUR,Club A,1000,2020\n2,Two,Alpha Fund,EUR,Club B,2000,2020\n`,
    `${TABLE}\n1,One,Beta Fund,EUR,Club A,70,2021\n`,
    `${TABLE}\n1,One,RS-APR-11111111,EUR,RS-APR-22222222,5,2021\n2,Two,RS-APR-22222222,EUR,Club A,4,2021\n`,
    `${TABLE}\n1,One,RS-APR-22222222,RSD,RS-APR-11111111,5,2022\n`,
  ],
  'table of grants that pass on others': [
    `${TABLE},Passes On\np-1,One,RS-APR-11111111,EUR,RS-APR-22222222,90,2021,\np-2,Two,RS-APR-33333333,EUR,Club A,9,2021,c-1\n`,
    `${TABLE},Passes On\nc-1,Three,RS-APR-22222222,EUR,RS-APR-33333333,30,2021,p-1\n`,
    `${TABLE}\np-1,Other,RS-APR-44444444,EUR,Club A,8,2021\n`,
  ],
  '360giving with related grants': [
    JSON.stringify({ grants: [published('p', ['1', '2'])] }),
    JSON.stringify({ grants: [published('c', ['2', '3'], ['360G-p-1'])] }),
    JSON.stringify({ grants: [published('d', ['3', '4'], ['360G-c-1', '360G-p-1'])] }),
  ],
  '360giving csv': GIVEN.map((rows) => [GIVING, ...rows].map((cells) => cells.join()).join('\n')),
  '360giving xlsx': await Promise.all(GIVEN.map((rows) => workbook({ grants: [GIVING, ...rows] }))),
  '360giving json': GIVEN.map((rows) => JSON.stringify({ grants: rows.map(grantInJson) })),
  iati: [
    file([
      activity(
        'XM-DAC-41123-A',
        transaction('2', '5') + transaction('3', '2', { currency: 'USD' }),
      ),
      activity('XM-DAC-41123-B', transaction('2', '6')),
    ]),
    file([activity('XM-DAC-41123-C', transaction('2', '7') + incoming('XM-DAC-41123-A'))]),
    file([activity('XM-DAC-41123-D', transaction('4', '8') + incoming('XM-DAC-41123-C'))]),
  ],
  'iati-country-sheet': [
    `${SHEET}\n${share('P1', 'RS - Serbia', '100')}\n${share('P2', 'RS - Serbia', '3')}\n`,
    `${SHEET}\n${share('P1', 'ME - Montenegro', '7')}\n`,
    `${SHEET}\n${share('P1', 'KE - Kenya', '-2.5')}\n${share('P3', 'KE - Kenya', '1')}\n`,
  ],
  'exchange-rates': [
    'DATE,RSD,EUR\n2015-01,100,0.9\n2015-02,101,0.8\n',
    'DATE,RSD\n2015-01,100.0\n2016-02,102\n',
    'DATE,GBP,EUR\n2015-01,0.7,0.90\n',
  ],
};

type Chosen = readonly (readonly [format: string, index: number])[];

async function takeAll(chosen: Chosen): Promise<unknown> {
  for (const statement of CLEAR) await platform.database.dataSource.query(statement);
  for (const [kind, index] of chosen) {
    const [format = ''] = kind.split(' ');
    const path = files.write(`${kind}-${String(index)}.txt`, FORMATS[kind]?.[index] ?? '');
    const dataSet = format === 'exchange-rates' ? { slug: `rates-${String(index)}` } : {};
    const report = await importFile(platform.database, { format, path, dataSet });
    expect(report).toMatchObject({ isStored: true, faults: { first: [] } });
  }
  return money();
}

const take = (format: string, chosen: readonly number[]) =>
  takeAll(chosen.map((index) => [format, index]));

describe('the order of imports does not matter', () => {
  test.each(Object.keys(FORMATS))('for %s', async (format) => {
    const all = (FORMATS[format] ?? []).map((_, index) => index);
    const order = fc.array(fc.constantFrom(...all), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(order, async (chosen) => {
        const found = await take(format, chosen);
        expect(found).toEqual(await take(format, [...new Set(chosen)].toSorted()));
      }),
      { numRuns: 4, endOnFailure: true, examples: [[all.toReversed()]] },
    );
  });

  test('for files of all formats together', async () => {
    const all: Chosen = Object.entries(FORMATS).flatMap(([format, texts]) =>
      texts.map((_, index) => [format, index] as const),
    );
    const order = fc.shuffledSubarray([...all], { minLength: 3, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(order, async (chosen) => {
        const found = await takeAll([...chosen, ...chosen.slice(0, 2)]);
        const inOrder = all.filter((each) => chosen.includes(each));
        expect(found).toEqual(await takeAll(inOrder));
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  test('for one data set of 360Giving as CSV, XLSX and JSON', async () => {
    const kinds = ['360giving csv', '360giving xlsx', '360giving json'];
    const all: Chosen = kinds.flatMap((kind) => [[kind, 0] as const, [kind, 1] as const]);
    const order = fc.shuffledSubarray([...all], { minLength: 1 });
    const whole = await takeAll(all.slice(0, 2));
    await fc.assert(
      fc.asyncProperty(order, async (chosen) => {
        expect(await takeAll([...all.slice(0, 2), ...chosen])).toEqual(whole);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  test.each([
    ['table of grants that pass on others', { 'p-2': 'c-1', 'c-1': 'p-1' }],
    ['360giving with related grants', { '360G-d-1': '360G-c-1', '360G-c-1': '360G-p-1' }],
  ])('a grant of an earlier file is paid from one of a later file: %s', async (format, links) => {
    const { grants } = (await take(format, [1, 0, ...(format.startsWith('360') ? [2] : [])])) as {
      grants: { nodes: readonly { identifier: string; paidFrom: { identifier: string } | null }[] };
    };
    const paid = grants.nodes.flatMap(({ identifier, paidFrom }) =>
      paidFrom === null ? [] : [[identifier, paidFrom.identifier]],
    );
    expect(Object.fromEntries(paid)).toEqual(links);
  });

  test('countries add up to the whole of a regional activity', async () => {
    const found = (await take('iati-country-sheet', [1, 0])) as {
      grantTotals: { amounts: readonly { measure: string; sum: { amount: string } }[] };
    };
    expect(found.grantTotals.amounts).toEqual([
      { currency: 'USD', grantCount: 3, measure: 'DISBURSED', sum: { amount: '110' } },
    ]);
  });
});
