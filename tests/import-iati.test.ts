import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFile, type ImportOptions, type ImportReport } from '../src/import/import-file.js';
import { activity, file, incoming, transaction } from './support/iati-files.js';
import { fileFolder, fixture } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import {
  freshDatabase,
  openWorkplace,
  type FreshDatabase,
  type Workplace,
} from './support/workplace.js';
import { plainAmounts } from './support/plain-amounts.js';

const EXCERPT = fixture('iati/activities-excerpt.xml');
const files = fileFolder();
const writeFile = (name: string, content: string | Buffer) => files.write(name, content);

let platform: TestPlatform;
let workplace: Workplace;
beforeAll(async () => {
  workplace = openWorkplace();
  platform = await openTestPlatform('FOUNDING');
});
afterAll(async () => {
  await Promise.all([platform.close(), workplace.close()]);
  files.remove();
});

const run = (path: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
  importFile(platform.database, { format: 'iati', path, ...options });

const GRANTS = `query ($identifier: [String!]) {
  grants(filter: { identifier: { in: $identifier } }, first: 20) { nodes {
    identifier title description currency committed { amount } disbursed { amount } spent { amount } awardedOn status
    plannedStartOn startedOn plannedEndOn endedOn isSecondaryReport sourcePointer source { slug }
    funder { name identifiers { scheme value } } reporter { name } paidFrom { identifier }
    recipients(first: 9) { nodes { name } } intermediaries(first: 9) { nodes { name } }
    sectors(first: 9) { edges { percentage node { scheme code title parent { code } } } }
    locations { name country percentage }
    initiative { slug title kind startedOn endedOn participants(first: 9) { edges { role status node { name } } } }
    transactions(first: 9, orderBy: { field: VALUE_DATE }) { nodes { kind value { amount } valueDate madeOn sourcePointer } }
  } }
}`;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the test looks into it as it likes
async function grantsOf(...identifier: readonly string[]): Promise<any[]> {
  const { data } = await platform.succeed(GRANTS, { identifier });
  return plainAmounts(data.grants.nodes);
}

async function budgetsOf(
  identifier: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { data } = await platform.succeed(
    `query ($identifier: String!) { grants(filter: { identifier: { eq: $identifier } }) { nodes { budgets(orderBy: { field: VALUE, direction: DESC }) { nodes { kind value { amount } } } } } }`,
    { identifier },
  );
  const { nodes } = data.grants as { nodes: { budgets: { nodes: Record<string, unknown>[] } }[] };
  return plainAmounts(nodes.flatMap(({ budgets }) => budgets.nodes));
}

async function count(table: string): Promise<number> {
  const [row] = await platform.database.read(`SELECT count(*)::int AS count FROM "${table}"`, []);
  return row?.count as number;
}

describe('scan-graph import iati', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase(workplace);
  });
  afterAll(() => database.drop());

  const command = (...words: readonly string[]) =>
    workplace.run(['import', 'iati', ...words], database.settings);

  test('refuses the excerpt of published data because of its activity of version 1', async () => {
    const { code, stdout, stderr } = await command(EXCERPT);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(
      '/iati-activities/iati-activity[6] \'version\' = "1.04": is IATI 1.04; only 2.01, 2.02 and 2.03 are supported.',
    );
    expect(stderr).toContain('Nothing was stored: 1 record of activities-excerpt.xml has');
  });

  test('stores the other activities with --skip-faulty; a refused import stored none of them', async () => {
    const { code, stdout } = await command(EXCERPT, '--skip-faulty');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /Stored 5 records of .*, without 1 faulty one: [1-9]\d* rows inserted, 0 updated, 0 unchanged, 0 deleted/,
    );
  });

  test('refuses a file that is not in its stated encoding', async () => {
    const bytes = Buffer.from(file([]).replace('</', '<!-- Ni\u009a --></'), 'latin1');
    const { code, stderr } = await command(writeFile('wrong.xml', bytes));
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(
        /wrong[.]xml is not valid in its stated encoding, utf-8\. Set --encoding/i,
      ),
    });
  });
});

describe('importing published data', () => {
  beforeAll(async () => {
    await run(EXCERPT, { skipFaulty: true });
  });

  test('stores an activity as an initiative and a grant with its exact transactions', async () => {
    const [grant] = await grantsOf('US-501c3-522318905-SG-87299381007');
    expect(grant).toMatchObject({
      title: 'POST EBOLA TA LACOR HOSPITAL',
      currency: 'USD',
      committed: '1213794.38218',
      disbursed: '1286437.612254',
      spent: null,
      awardedOn: '2000-01-01',
      status: 'CLOSED',
      startedOn: '2000-01-02',
      endedOn: '2004-12-31',
      funder: { name: 'AidData' },
      sourcePointer: '/iati-activities/iati-activity[4]',
      source: { slug: 'iati-activities-excerpt' },
      sectors: {
        edges: [{ percentage: '100.00', node: { code: '510', title: 'General Budget Support' } }],
      },
      initiative: {
        kind: 'PROJECT',
        participants: { edges: [{ role: 'FUNDING', status: 'ENDED', node: { name: 'Italy' } }] },
      },
    });
    expect(grant.transactions.nodes).toHaveLength(5);
    expect(grant.transactions.nodes[4]).toMatchObject({
      kind: 'DISBURSEMENT',
      value: '237667.054014',
      valueDate: '2004-01-01',
      madeOn: '2004-01-01',
      sourcePointer: '/iati-activities/iati-activity[4]/transaction[5]',
    });
  });

  test('imports the English title, the sector with its ancestors, and the organizations by role', async () => {
    const [grant] = await grantsOf('SE-0-SE-2-90258A0101-GGG-72050');
    expect(grant).toMatchObject({
      title: 'Support for the WHO for the Ebola outbreak in DRC',
      funder: { name: 'Sweden', identifiers: [{ scheme: 'XI-IATI', value: 'SE-0' }] },
      intermediaries: { nodes: [{ name: 'Ministry for Foreign Affairs' }] },
      sectors: { edges: [{ node: { scheme: 'DAC', code: '72050', parent: { code: '720' } } }] },
      locations: [{ name: 'Bilateral, unspecified', country: null, percentage: '100' }],
    });
    const roles = grant.initiative.participants.edges.map(
      (edge: { role: string; node: { name: string } }) => `${edge.role} ${edge.node.name}`,
    );
    expect(roles.sort()).toEqual([
      'ACCOUNTABLE WHO/WORLD HEALTH ORGANIZATION',
      'EXTENDING Ministry for Foreign Affairs',
      'FUNDING Sweden',
      'IMPLEMENTER World Health Organisation - core voluntary contributions account',
    ]);
  });

  test('stores an activity without transactions as an initiative and a grant with budgets', async () => {
    const [grant] = await grantsOf('XM-OCHA-FTS-MRT-15/H/77007/R/122');
    expect(grant).toMatchObject({ currency: 'USD', committed: null, disbursed: null, spent: null });
    const planned = await budgetsOf('XM-OCHA-FTS-MRT-15/H/77007/R/122');
    expect(planned.map(({ kind, value }) => [kind, value])).toEqual([
      ['ORIGINAL', '3000000'],
      ['REVISED', '1495000'],
    ]);
    const [row] = await platform.database.read(
      `SELECT slug FROM initiative WHERE title LIKE '%plan national de préparation%'`,
      [],
    );
    const { data } = await platform.succeed(
      `query ($slug: String!) { initiative(slug: $slug) {
         startedOn endedOn claims(first: 9) { nodes { indicator number amount { currency } note } } } }`,
      { slug: row?.slug },
    );
    expect(data.initiative).toEqual({
      startedOn: '2015-06-20',
      endedOn: '2015-12-31',
      claims: {
        nodes: [
          {
            indicator: 'TOTAL_BUDGET',
            number: '1495000',
            amount: { currency: 'USD' },
            note: 'The one budget that is published.',
          },
        ],
      },
    });
  });

  test('changes nothing when imported again', async () => {
    const { rows } = await run(EXCERPT, { skipFaulty: true });
    expect(rows).toMatchObject({ inserted: 0, updated: 0, removed: 0 });
    expect(rows.unchanged).toBeGreaterThan(50);
  });

  test('validates the file against the schema on request: violations are warnings with their place', async () => {
    const { warnings, isStored } = await run(EXCERPT, {
      skipFaulty: true,
      validate: true,
      maxFaults: 1000,
    });
    expect(isStored).toBe(true);
    expect(warnings.first).toContainEqual(
      expect.objectContaining({
        pointer: 'line 2',
        reason: expect.stringContaining(
          "XSD 2.03: Element 'iati-activity', attribute 'version': The attribute 'version' is not allowed",
        ),
      }),
    );
  });
});

describe('a grant', () => {
  test('has one currency: an activity with two currencies has two grants', async () => {
    await run(
      writeFile(
        'currencies.xml',
        file([
          activity(
            'XM-DAC-41123-A',
            [
              transaction('2', '1000.10', { date: '2021-05-01' }),
              transaction('2', '-0.10', { date: '2021-02-01' }),
              transaction('3', '500', { currency: 'USD' }),
              transaction('4', '0.5', { currency: 'USD' }),
            ].join(''),
          ),
          activity('XM-DAC-41123-B', transaction('3', '7')),
        ]),
      ),
    );
    const grants = await grantsOf('XM-DAC-41123-A', 'XM-DAC-41123-B');
    const sums = grants.map(({ identifier, currency, committed, disbursed, spent, awardedOn }) =>
      [identifier.slice(-1), currency, committed, disbursed, spent, awardedOn].join(' '),
    );
    expect(sums.sort()).toEqual(['A EUR 1000.00   2021-02-01', 'A USD  500 0.5 ', 'B EUR  7  ']);
    expect(new Set(grants.map(({ initiative }) => initiative.slug))).toEqual(
      new Set(['xm-dac-41123-a', 'xm-dac-41123-b']),
    );
  });

  const party = (tag: string, ref: string, name: string) =>
    `<${tag} ref="${ref}"><narrative>${name}</narrative></${tag}>`;

  test('has the common provider or else the reporter as funder, and the receivers or else the implementers as recipients', async () => {
    const from = (name: string) => party('provider-org', '', name);
    const to = (name: string) => party('receiver-org', '', name);
    const implementing =
      '<participating-org role="4"><narrative>The builder</narrative></participating-org>';
    await run(
      writeFile(
        'parties.xml',
        file([
          activity(
            'XM-DAC-41123-ONE',
            transaction('1', '9', { parts: from('Somebody') }) +
              transaction('2', '5', { parts: from('Donor A') + to('Town of X') }) +
              transaction('3', '5', { parts: from('Donor A') + to('Town of Y') }) +
              implementing,
          ),
          activity(
            'XM-DAC-41123-TWO',
            transaction('2', '5', { parts: from('Donor A') }) +
              transaction('3', '5', { parts: from('Donor B') }) +
              implementing,
          ),
          activity('XM-DAC-41123-NONE', transaction('2', '5')),
        ]),
      ),
    );
    const grants = await grantsOf('XM-DAC-41123-ONE', 'XM-DAC-41123-TWO', 'XM-DAC-41123-NONE');
    const told = Object.fromEntries(
      grants.map(({ identifier, funder, recipients }) => [
        identifier.slice('XM-DAC-41123-'.length),
        `${funder.name} > ${recipients.nodes.map(({ name }: { name: string }) => name).sort()}`,
      ]),
    );
    const unido = told.NONE?.split(' > ')[0] ?? '';
    expect(unido).toMatch(/UNIDO|United Nations Industrial/);
    expect(told).toEqual({
      ONE: 'Donor A > Town of X,Town of Y',
      TWO: `${unido} > The builder`,
      NONE: `${unido} > `,
    });
  });

  test('of a secondary reporter has the funding organization as funder, not the reporter', async () => {
    const reported = activity(
      'XM-DAC-41123-SECOND',
      `<participating-org role="1"><narrative>The giver</narrative></participating-org>${transaction('2', '5')}`,
    )
      .replace('ref="XM-DAC-41123" type="40"', 'ref="XM-DAC-41123" secondary-reporter="1"')
      .replace('<participating-org ref="XM-DAC-41123" role="1"/>', '');
    await run(writeFile('secondary.xml', file([reported])));
    expect(await grantsOf('XM-DAC-41123-SECOND')).toMatchObject([
      { isSecondaryReport: true, funder: { name: 'The giver' } },
    ]);
  });

  test('is linked to the grant in its currency that funds it, from this file or an earlier one', async () => {
    await run(
      writeFile('first.xml', file([activity('XM-DAC-41123-SPRING', transaction('2', '9'))])),
    );
    const second = writeFile(
      'second.xml',
      file([
        activity('XM-DAC-41123-RIVER', incoming('XM-DAC-41123-SPRING')),
        activity(
          'XM-DAC-41123-CHILD',
          `<related-activity type="1" ref="XM-DAC-41123-RIVER"/>${transaction('3', '1')}`,
        ),
        activity('XM-DAC-41123-DOLLARS', incoming('XM-DAC-41123-SPRING', 'USD')),
        activity('XM-DAC-41123-SELF', incoming('XM-DAC-41123-SELF')),
        activity('XM-DAC-41123-RING1', incoming('XM-DAC-41123-RING2')),
        activity('XM-DAC-41123-RING2', incoming('XM-DAC-41123-RING1')),
      ]),
    );
    await run(second);
    const names = ['RIVER', 'CHILD', 'DOLLARS', 'SELF', 'RING1', 'RING2'];
    const parents = async () =>
      Object.fromEntries(
        (await grantsOf(...names.map((name) => `XM-DAC-41123-${name}`))).map(
          ({ identifier, paidFrom }) => [identifier.slice(13), paidFrom?.identifier.slice(13)],
        ),
      );
    const expected = { RIVER: 'SPRING', CHILD: 'RIVER' };
    expect(await parents()).toEqual({
      ...expected,
      DOLLARS: undefined,
      SELF: undefined,
      RING1: undefined,
      RING2: undefined,
    });
    expect((await run(second)).rows).toMatchObject({ inserted: 0, updated: 0, removed: 0 });
    expect(await parents()).toMatchObject(expected);
  });

  test('is updated by a later edition: missing values are deleted and new ones are added', async () => {
    const name = 'edition.xml';
    await run(
      writeFile(
        name,
        file([activity('XM-DAC-41123-E', transaction('2', '5') + transaction('3', '4'))]),
      ),
    );
    const { rows } = await run(
      writeFile(name, file([activity('XM-DAC-41123-E', transaction('2', '6'))])),
    );
    expect(rows).toMatchObject({ removed: 1 });
    expect(await grantsOf('XM-DAC-41123-E')).toMatchObject([
      { committed: '6', disbursed: null, transactions: { nodes: [{ value: '6' }] } },
    ]);
    // The currency was wrong: the money is not there twice, and what was paid from it is tied anew.
    const passedOn = activity(
      'XM-DAC-41123-E2',
      `<related-activity type="1" ref="XM-DAC-41123-E"/>${transaction('3', '1')}${transaction('3', '1', { currency: 'USD' })}`,
    );
    await run(writeFile('passed-on.xml', file([passedOn])));
    const dollars = transaction('2', '6', { currency: 'USD' });
    await run(writeFile(name, file([activity('XM-DAC-41123-E', dollars)])));
    expect(await grantsOf('XM-DAC-41123-E')).toMatchObject([{ currency: 'USD', committed: '6' }]);
    expect(
      (await grantsOf('XM-DAC-41123-E2')).map(({ currency, paidFrom }) => [
        currency,
        paidFrom?.identifier,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['EUR', undefined],
        ['USD', 'XM-DAC-41123-E'],
      ]),
    );
  });

  test('from another data set is replaced only if that is asked for, and listed', async () => {
    const text = (value: string) => file([activity('XM-DAC-41123-TAKEN', transaction('2', value))]);
    await run(writeFile('one.xml', text('5')));
    const refused = await run(writeFile('two.xml', text('6')));
    expect(refused).toMatchObject({ isStored: false });
    expect(refused.faults.first).toMatchObject([
      {
        value: 'XM-DAC-41123-TAKEN',
        reason: expect.stringContaining("the data set 'iati-one'"),
      },
    ]);
    const { changes } = await run(writeFile('two.xml', text('6')), { replace: true });
    expect(changes).toMatchObject({ replaced: 1, changed: 1 });
    expect(await grantsOf('XM-DAC-41123-TAKEN')).toMatchObject([{ source: { slug: 'iati-two' } }]);
  });
});

describe('organizations', () => {
  test('are matched by identifier, in whatever form the reference is written', async () => {
    await run(
      writeFile(
        'known.xml',
        file([activity('41123-K', transaction('2', '5')).replaceAll('XM-DAC-41123', '41123')]),
      ),
    );
    const [row] = await platform.database.read(
      `SELECT o.slug FROM identifier i JOIN organization o ON o.id = i.organization_id WHERE i.scheme = 'XM-DAC' AND i.value = '41123'`,
      [],
    );
    const { data } = await platform.succeed(
      `query ($slug: String!) { organization(slug: $slug) { name source { slug } } }`,
      { slug: row?.slug },
    );
    // It is of the founding data, and its name and source stay.
    expect(data.organization.source.slug).not.toMatch(/^iati-/);
    expect(await grantsOf('41123-K')).toMatchObject([{ funder: { name: data.organization.name } }]);
  });
});

describe('a fault is reported with its place, and only its record is left out', () => {
  test.each([
    [
      'a value without a currency (rule 7.8.1)',
      activity('XM-DAC-41123-F', transaction('3', '5'), ''),
      '/transaction[1]',
      'is missing, and the activity has no default-currency (7.8.1)',
    ],
    [
      'a value that is no number',
      activity('XM-DAC-41123-F', transaction('3', '1,000.00')),
      '/transaction[1]',
      'must be a decimal number',
    ],
    [
      'a transaction of no kind',
      activity('XM-DAC-41123-F', transaction('C', '5')),
      '/transaction[1]',
      'is not a TransactionType, 1 to 13 (9.93.1)',
    ],
    [
      'an activity that nobody reports',
      activity('XM-DAC-41123-F').replace(/<reporting-org.*<\/reporting-org>/, ''),
      '',
      'must have a @ref or a name',
    ],
    ['an activity without an identifier', activity(''), '', 'is missing'],
    [
      'an activity of version 1 in a file of version 2',
      activity('XM-DAC-41123-F', '', 'version="1.05"'),
      '',
      'is IATI 1.05; only 2.01, 2.02 and 2.03 are supported.',
    ],
  ])('%s', async (_, faulty, place, reason) => {
    const path = writeFile(
      'faulty.xml',
      file([activity('XM-DAC-41123-G', transaction('2', '5')), faulty]),
    );
    const before = await count('initiative');
    const refused = await run(path);
    expect(refused).toMatchObject({ isStored: false, faults: { count: 1 } });
    expect(refused.faults.first[0]).toMatchObject({
      pointer: `/iati-activities/iati-activity[2]${place}`,
      reason: expect.stringContaining(reason),
    });
    expect(await count('initiative')).toBe(before);
    expect(await run(path, { skipFaulty: true })).toMatchObject({ isStored: true });
    expect(await grantsOf('XM-DAC-41123-G')).toHaveLength(1);
    expect(await grantsOf('XM-DAC-41123-F')).toEqual([]);
  });

  test('a duplicate activity', async () => {
    const twice = activity('XM-DAC-41123-T', transaction('2', '5'));
    expect(await run(writeFile('twice.xml', file([twice, twice])))).toMatchObject({
      isStored: false,
      faults: { first: [{ pointer: '/iati-activities/iati-activity[2]' }] },
    });
  });
});

const IN_SERBIA = '<recipient-country code="RS"/>';

test('a percentage without digits on one side of the point is valid', async () => {
  const shares = ['.2', '99.', '+0.8'].map(
    (share, index) => `<sector code="112${String(index + 2)}0" percentage="${share}"/>`,
  );
  const paid = transaction('2', '5', { parts: IN_SERBIA });
  const text = activity('XM-DAC-41123-POINT', paid).replace(/<sector.*\/>/, shares.join(''));
  const { isStored, warnings } = await run(writeFile('point.xml', file([text])));
  expect([isStored, warnings.first]).toEqual([true, []]);
});

describe('a file that is not IATI 2.0x is refused with the reason', () => {
  test.each([
    [
      'of version 1',
      file([activity('A-1')], '1.05'),
      'is IATI 1.05; only 2.01, 2.02 and 2.03 are supported.',
    ],
    [
      'of organisations',
      '<iati-organisations version="2.03"/>',
      'The root element is <iati-organisations>; expected <iati-activities>.',
    ],
    [
      'with a prefix',
      '<i:iati-activities xmlns:i="http://example.org" version="2.03"/>',
      'IATI has no namespace. Remove the prefix from all elements, and its declaration xmlns:i from the root.',
    ],
    [
      'in an old wrapper',
      `<result>${file([]).slice(39)}</result>`,
      'The root element is <result>; expected <iati-activities>.',
    ],
    [
      'not well-formed',
      file([activity('A-1')]).replace('</iati-activities>', ''),
      'It is not well-formed XML',
    ],
    [
      'with a document type',
      `<!DOCTYPE a [<!ENTITY b "c">]>${file([]).slice(39)}`,
      'It has a document type',
    ],
    ['that is JSON', '{"grants": []}', 'is JSON; the format iati reads XML.'],
  ])('%s', async (_, text, words) => {
    const before = await count('source');
    await expect(run(writeFile('refused.xml', text))).rejects.toThrow(words);
    expect(await count('source')).toBe(before);
  });

  test('a file is read in the encoding that its declaration states', async () => {
    const text = file([activity('XM-DAC-41123-LATIN', transaction('2', '5'))])
      .replace('UTF-8', 'windows-1250')
      .replace('>Cluster', '>Niš cluster');
    const bytes = Buffer.from(text.replace('š', '\u009a'), 'latin1');
    await run(writeFile('latin.xml', bytes));
    expect(await grantsOf('XM-DAC-41123-LATIN')).toMatchObject([
      { title: expect.stringContaining('Niš') },
    ]);
  });
});
