import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFile, type ImportOptions } from '../src/import/import-file.js';
import { activity, file, incoming, transaction } from './support/iati-files.js';
import { fileFolder } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

const files = fileFolder();
const writeFile = (name: string, content: string) => files.write(name, content);
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(async () => {
  files.remove();
  await platform.close();
});

const run = (path: string, options: Partial<ImportOptions> = {}) =>
  importFile(platform.database, { format: 'iati', path, ...options });

interface Sector {
  readonly scheme: string;
  readonly code: string;
}

interface Grant {
  readonly identifier: string;
  readonly paidFrom: { readonly identifier: string } | null;
  readonly sectors: {
    readonly edges: { readonly percentage: string | null; readonly node: Sector }[];
  };
  readonly transactions: { readonly nodes: { readonly sector: Sector | null }[] };
}

async function grants(...identifier: readonly string[]): Promise<Grant[]> {
  const { data } = await platform.succeed<{ grants: { nodes: Grant[] } }>(
    /* GraphQL */ `
      query ($identifier: [String!]) {
        grants(filter: { identifier: { in: $identifier } }, first: 20) {
          nodes {
            identifier
            paidFrom {
              identifier
            }
            sectors(first: 9) {
              edges {
                percentage
                node {
                  scheme
                  code
                }
              }
            }
            transactions(orderBy: { field: VALUE_DATE }) {
              nodes {
                sector {
                  scheme
                  code
                }
              }
            }
          }
        }
      }
    `,
    { identifier },
  );
  return data.grants.nodes;
}

describe('a grant of an activity', () => {
  test('has the sectors of all known schemes, and the report lists unknown ones', async () => {
    const sectors = [
      '<sector vocabulary="4" code="62" percentage="60"/>',
      '<sector vocabulary="4" code="62.99"/>',
      '<sector vocabulary="99" vocabulary-uri="urn:scan-graph:sector-scheme:EU_ECOSYSTEM" code="tourism" percentage="40"/>',
      '<sector vocabulary="99" vocabulary-uri="https://example.org/own" code="tourism"/>',
      '<sector vocabulary="7" code="8"/>',
    ];
    const ofOne = transaction('3', '1', { parts: '<sector vocabulary="4" code="25"/>' });
    const report = await run(
      writeFile('sectors.xml', file([activity('XM-DAC-41123-S', sectors.join('') + ofOne)])),
    );
    expect(report).toMatchObject({
      isStored: true,
      fieldsNotTaken: [
        { field: 'sector[@vocabulary="99"]', records: 1 },
        { field: 'sector[@vocabulary="7"]', records: 1 },
      ],
    });
    expect(report.warnings.first).toContainEqual(
      expect.objectContaining({ field: 'sector', value: 'NACE_REV2:62.99' }),
    );
    const [grant] = await grants('XM-DAC-41123-S');
    expect(
      grant?.sectors.edges
        .map(({ percentage, node }) => `${node.scheme}:${node.code} ${String(percentage)}`)
        .sort(),
    ).toEqual(['DAC:32130 100', 'EU_ECOSYSTEM:tourism 40', 'NACE_REV2:25 null', 'NACE_REV2:62 60']);
    expect(grant?.transactions.nodes).toEqual([{ sector: { scheme: 'NACE_REV2', code: '25' } }]);
  });

  test('has its budgets by period, which a later edition replaces and no sum counts', async () => {
    const plan = (
      attributes: string,
      start: string,
      end: string,
      value: string,
      currency = 'EUR',
    ) =>
      `<budget ${attributes}><period-start iso-date="${start}"/><period-end iso-date="${end}"/><value currency="${currency}" value-date="${start}">${value}</value></budget>`;
    const first = plan('type="1" status="2"', '2020-01-01', '2020-12-31', '100.50');
    const revised = plan('type="2"', '2020-06-01', '2021-05-31', '70');
    const dollars = plan('', '2021-01-01', '2021-12-31', '9', 'USD');
    const paid = transaction('2', '500', { currency: 'EUR' });
    const edition = (...budgets: readonly string[]) =>
      writeFile('planned.xml', file([activity('XM-DAC-41123-PLAN', budgets.join('') + paid)]));
    const planned = async () => {
      const { data } = await platform.succeed(
        `{ grants(filter: { identifier: { eq: "XM-DAC-41123-PLAN" } }, orderBy: { field: AWARDED_ON }) { nodes {
             committed { amount } awarded { amount }
             budgets(orderBy: { field: STARTS_ON }) { nodes { kind status startsOn endsOn valueDate value { amount currency } } } } }
           grantTotals(filter: { identifier: { eq: "XM-DAC-41123-PLAN" } }) { amounts { measure currency sum { amount } } } }`,
      );
      return data as never;
    };
    const report = await run(edition(first, revised, dollars));
    expect(report).toMatchObject({ isStored: true, faults: { count: 0 } });
    const stored = await planned();
    expect(stored).toMatchObject({
      grantTotals: { amounts: [{ measure: 'COMMITTED', currency: 'EUR', sum: { amount: '500' } }] },
      grants: {
        nodes: [
          {
            committed: { amount: '500' },
            awarded: null,
            budgets: {
              nodes: [
                {
                  kind: 'ORIGINAL',
                  status: 'COMMITTED',
                  startsOn: '2020-01-01',
                  endsOn: '2020-12-31',
                  valueDate: '2020-01-01',
                  value: { amount: '100.50', currency: 'EUR' },
                },
                { kind: 'REVISED', status: 'INDICATIVE', value: { amount: '70' } },
              ],
            },
          },
          {
            committed: null,
            budgets: { nodes: [{ kind: 'ORIGINAL', value: { amount: '9', currency: 'USD' } }] },
          },
        ],
      },
    });
    expect((await run(edition(first, revised, dollars))).rows).toMatchObject({
      inserted: 0,
      updated: 0,
      removed: 0,
    });
    const later = await run(edition(revised));
    expect(later.changes.first).toContainEqual(
      expect.objectContaining({ kind: 'REMOVED', record: expect.stringContaining('PLAN') }),
    );
    expect(await planned()).toMatchObject({
      grants: {
        nodes: [{ committed: { amount: '500' }, budgets: { nodes: [{ kind: 'REVISED' }] } }],
      },
    });
  });

  test('is linked to its parent, whichever file is imported first', async () => {
    const early = writeFile(
      'early.xml',
      file([
        activity('XM-DAC-41123-EARLY', incoming('XM-DAC-41123-LATE')),
        activity('XM-DAC-41123-EARLY2', incoming('XM-DAC-41123-LATE', 'USD')),
      ]),
    );
    await run(early);
    const parents = async () =>
      (await grants('XM-DAC-41123-EARLY', 'XM-DAC-41123-EARLY2')).map(
        ({ identifier, paidFrom }) => [identifier, paidFrom?.identifier],
      );
    expect((await parents()).map(([, parent]) => parent)).toEqual([undefined, undefined]);

    const late = file([activity('XM-DAC-41123-LATE', transaction('2', '9'))]);
    await run(writeFile('late.xml', late));
    const expected = [
      ['XM-DAC-41123-EARLY', 'XM-DAC-41123-LATE'],
      ['XM-DAC-41123-EARLY2', undefined], // in another currency
    ];
    expect((await parents()).sort()).toEqual(expected);
    expect((await run(early)).rows).toMatchObject({ inserted: 0, updated: 0, removed: 0 });
    expect((await parents()).sort()).toEqual(expected);
  });
});

describe('--validate checks the rule set of the standard: a violated rule is a warning with its number', () => {
  const inSerbia = '<recipient-country code="RS"/>';
  const sound = activity('XM-DAC-41123-RULES', inSerbia, 'default-currency="EUR" xml:lang="en"');
  const validated = async (text: string) => {
    const { warnings } = await run(writeFile('rules.xml', file([text])), {
      validate: true,
      dryRun: true,
    });
    return warnings.first.map(({ reason }) => /[(]([\d.]+)[)]$/.exec(reason)?.[1] ?? 'XSD');
  };
  const disbursement = (start: string, end: string) =>
    `<planned-disbursement><period-start iso-date="${start}"/><period-end iso-date="${end}"/><value value-date="${start}">1</value></planned-disbursement>`;

  test.each([
    ['1.3.1', sound.replace('>XM-DAC-41123-RULES<', '> XM-DAC-41123-RULES<')],
    [
      '1.8.13',
      sound.replace('<participating-org ref="XM-DAC-41123"', '<participating-org ref="XM|1"'),
    ],
    ['3.1.4', sound.replace(inSerbia, '<recipient-country code="RS" percentage="90"/>')],
    ['4.1.1', sound.replace(' xml:lang="en"', '')],
    ['4.3.1', sound.replace(/<title>.*<\/title>/, '<title><narrative/></title>')],
    [
      '6.9.1',
      sound.replace(inSerbia, `${inSerbia}${transaction('2', '5', { parts: '<provider-org/>' })}`),
    ],
    ['6.14.1', sound.replace('<sector', '<policy-marker vocabulary="1" code="1"/><sector')],
    ['8.6.3', sound.replace(inSerbia, `${inSerbia}${disbursement('2020-02-01', '2020-01-01')}`)],
    [
      '11.1.1',
      sound.replace(
        '<iati-activity ',
        '<iati-activity last-updated-datetime="2999-01-01T00:00:00" ',
      ),
    ],
    ['102.1.1', sound.replace('vocabulary="1" code="32130"', 'vocabulary="7" code="8"')],
  ])('%s', async (rule, text) => {
    expect((await validated(text)).filter((found) => found === rule)).toEqual([rule]);
    expect((await validated(sound)).filter((found) => found !== 'XSD')).toEqual([]);
  });
});

test('an organisation file is read for names and identifiers', async () => {
  const path = writeFile(
    'organisations.xml',
    `<iati-organisations version="2.03"><iati-organisation>
       <organisation-identifier>XM-DAC-99999</organisation-identifier>
       <name><narrative>Agency of Tests</narrative><narrative xml:lang="sr">Agencija</narrative></name>
       <reporting-org ref="XM-DAC-99999" type="10"><narrative>Agency of Tests</narrative></reporting-org>
       <total-budget/>
     </iati-organisation><iati-organisation><name><narrative>Nobody</narrative></name></iati-organisation></iati-organisations>`,
  );
  const take = () =>
    importFile(platform.database, { format: 'iati-organisations', path, skipFaulty: true });
  expect(await take()).toMatchObject({
    isStored: true,
    faults: { count: 1, first: [{ field: 'organisation-identifier' }] },
    fieldsNotTaken: [{ field: 'total-budget', records: 1 }],
  });
  const { data } = await platform.succeed(
    '{ organization(identifier: { scheme: "XM-DAC", value: "99999" }) { name otherNames { text } } }',
  );
  expect(data.organization).toMatchObject({
    name: 'Agency of Tests',
    otherNames: [{ text: 'Agencija' }],
  });
  expect((await take()).rows).toMatchObject({ inserted: 0, updated: 0, removed: 0 });
});
