import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFile, type ImportOptions } from '../src/import/import-file.js';
import { activity, file, incoming, transaction } from './support/iati-files.js';
import {
  BROKEN_ACTIVITIES,
  BROKEN_ORGANISATIONS,
  changed,
  RULES_OF_STORED,
  SOUND_ACTIVITY,
  SOUND_ORGANISATION,
} from './support/iati-rules.js';
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

  test.each([
    [
      'of two values is a fault',
      '<transaction><transaction-type code="2"/><transaction-date iso-date="2020-01-01"/><value>5</value><value>6</value></transaction>',
      { isStored: false, faults: { first: [{ field: 'value', value: '5, 6' }] } },
    ],
    [
      'in two countries is in no known one, with a warning',
      transaction('2', '5', {
        parts: '<recipient-country code="KE"/><recipient-country code="UG"/>',
      }),
      {
        isStored: true,
        warnings: {
          first: expect.arrayContaining([
            expect.objectContaining({
              value: 'KE, UG',
              reason: expect.stringContaining('all of them are left out'),
            }),
          ]),
        },
      },
    ],
  ])('a transaction %s', async (_what, parts, report) => {
    const path = writeFile('several.xml', file([activity('XM-DAC-41123-SEVERAL', parts)]));
    expect(await run(path, { dryRun: false })).toMatchObject(report);
    const { data } = await platform.succeed(
      '{ transactions: grants(filter: { identifier: { eq: "XM-DAC-41123-SEVERAL" } }) { nodes { transactions { nodes { country } } } } }',
    );
    expect(data.transactions.nodes).toEqual(
      report.isStored ? [{ transactions: { nodes: [{ country: null }] } }] : [],
    );
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

describe('the rules of the standard are checked by number', () => {
  /** Rules that the schema has, without their number. */
  const IN_SCHEMA: ReadonlySet<string> = new Set(['6.1.5', '6.3.1']);
  const isOfSchema = (reason: string) => /^XSD 2.03: .* is required but missing/.test(reason);
  const kinds = [
    ['iati', SOUND_ACTIVITY, BROKEN_ACTIVITIES],
    ['iati-organisations', SOUND_ORGANISATION, BROKEN_ORGANISATIONS],
  ] as const;
  /** The numbers in the findings about each record of a file. */
  const found = async (format: string, records: readonly string[], validate: boolean) => {
    const root = format === 'iati' ? 'iati-activities' : format;
    const lines: number[] = [];
    let text = `<?xml version="1.0" encoding="UTF-8"?>\n<${root} version="2.03">\n`;
    for (const [index, record] of records.entries()) {
      lines.push(text.split('\n').length);
      text += `${record.replaceAll('-RULES', `-RULES${String(index)}`)}\n`;
    }
    const report = await importFile(platform.database, {
      format,
      path: writeFile('rules.xml', `${text}</${root}>`),
      validate,
      dryRun: true,
      maxFaults: 100_000,
    });
    const rules = records.map((): string[] => []);
    for (const { pointer, reason } of [...report.faults.first, ...report.warnings.first]) {
      const [, position] = /^\/[\w-]+\/[\w-]+\[(\d+)\]/.exec(pointer ?? '') ?? [];
      const line = Number(/^line (\d+)$/.exec(pointer ?? '')?.[1]);
      const index =
        position === undefined ? lines.findLastIndex((each) => each <= line) : Number(position) - 1;
      const numbers = /[(]((?:[\d.]+(?:, )?)+)[)]/.exec(reason)?.[1]?.split(', ') ?? [reason];
      rules[index]?.push(...numbers);
    }
    return rules;
  };

  test('every case of the rule set has an example', () => {
    interface Case {
      readonly ruleInfo?: { readonly id: string };
      readonly do?: Rules;
    }
    type Rules = Readonly<Record<string, { readonly cases: readonly Case[] }>>;
    const idsOf = (rules: Rules): readonly string[] =>
      Object.values(rules).flatMap(({ cases }) =>
        cases.flatMap(({ ruleInfo, do: inner = {} }) => [
          ...(ruleInfo === undefined ? [] : [ruleInfo.id]),
          ...idsOf(inner),
        ]),
      );
    const file = new URL('../../data/standards/iati/ruleset-2.03.json', import.meta.url);
    const ruleSet = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Rules>;
    const examples = [...BROKEN_ACTIVITIES, ...BROKEN_ORGANISATIONS].map(([rule]) => rule);
    const missing = Object.values(ruleSet).flatMap(idsOf);
    for (const example of examples) {
      const at = missing.indexOf(example);
      if (at >= 0) missing.splice(at, 1);
    }
    expect(missing).toEqual([]);
  });

  const silentOf = (all: typeof BROKEN_ACTIVITIES, rules: readonly (readonly string[])[]) =>
    all.flatMap(([rule], index) => {
      const isFound = (each: string) => each === rule || (IN_SCHEMA.has(rule) && isOfSchema(each));
      return rules[index]?.some(isFound) === true ? [] : [rule];
    });

  test.each(kinds)(
    'in a file of %s, which only --validate checks whole',
    async (format, sound, all) => {
      const records = [sound, ...all.map(([, change]) => changed(sound, change))];
      const [nothing, ...rules] = await found(format, records, true);
      expect(nothing).toEqual([]);
      expect(silentOf(all, rules)).toEqual([]);

      // Planned disbursements are not stored.
      const ofStored = all.filter(
        ([rule, [, , after]]) =>
          RULES_OF_STORED[format].has(rule) && after !== '<planned-disbursement ',
      );
      const broken = ofStored.map(([, change]) => changed(sound, change));
      expect(silentOf(ofStored, await found(format, broken, false))).toEqual([]);
    },
  );
});

test.each([
  ['1.1.2', 'iati', file([SOUND_ACTIVITY, SOUND_ACTIVITY])],
  ['9.1.1', 'iati', file([SOUND_ACTIVITY], '2.99')],
  [
    '9.97.1',
    'iati-organisations',
    `<iati-organisations version="2.99">${SOUND_ORGANISATION}</iati-organisations>`,
  ],
])('rule %s is of a file of %s', async (rule, format, text) => {
  const path = writeFile('whole.xml', text);
  const { faults, warnings } = await importFile(platform.database, { format, path, dryRun: true });
  expect([...faults.first, ...warnings.first].map(({ reason }) => reason)).toEqual([
    expect.stringContaining(`(${rule})`),
  ]);
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
