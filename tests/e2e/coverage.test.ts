import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { dataSetFolder, record, removeDataSetFolders } from '../support/data-set-folder.js';
import { forgetFigures } from '../support/databases.js';
import { openTestPlatform, type TestPlatform } from '../support/test-platform.js';
import { freshDatabase, openWorkplace } from '../support/workplace.js';

const claim = (indicator: string, fields: Readonly<Record<string, unknown>>) =>
  record.claim({ organization: 'metal', indicator, ...fields });

/** Small enough to be counted by hand. */
const NETWORK = {
  sources: [
    record.source('a-source'),
    record.source('press', { confidence: 'SECONDARY' }),
    record.source('rumour', { confidence: 'LEAD' }),
  ],
  regions: [
    { code: 'RS', level: 0, name: 'Serbia', source: 'a-source' },
    { code: 'RS1', level: 1, name: 'Serbia-North', parent: 'RS', source: 'a-source' },
  ],
  sectors: [{ scheme: 'NACE_REV2', code: '25', title: 'Metal', source: 'a-source' }],
  organizations: [
    record.organization('Cluster', 'metal', {
      country: 'RS',
      region: 'RS1',
      website: 'https://metal.example',
      sectors: ['NACE_REV2:25'],
      identifiers: [
        { scheme: 'RS-APR', value: '1' },
        { scheme: 'RS-PIB', value: '1' },
      ],
    }),
    record.organization('Company', 'maker', { country: 'RS', source: 'press' }),
    record.organization('Donor', 'ministry', {
      country: 'NO', // whose regions are not in the graph
      website: 'https://ministry.example',
      sectors: ['NACE_REV2:25'],
      identifiers: [{ scheme: 'RS-PIB', value: '2' }],
      source: 'rumour',
    }),
    record.organization('Company', 'alone'),
  ],
  memberships: [
    record.membership('maker', 'metal', { since: '2013' }),
    record.membership('alone', 'metal'),
  ],
  partnerships: [record.partnership('both', ['metal', 'maker'], { attestedOn: '2015' })],
  initiatives: [record.initiative('project', { regions: ['RS1'] })],
  grants: [
    record.grant('dated', {
      shares: [{ organization: 'metal' }],
      transactions: [{ kind: 'DISBURSEMENT', value: '1', valueDate: '2015' }],
    }),
    record.grant('undated', {
      source: 'press',
      shares: [{ organization: 'maker' }],
      locations: [{ region: 'RS1' }],
    }),
  ],
  claims: [
    // Two exact figures of one year
    claim('MEMBERS', { number: '113', asOf: '2018' }),
    claim('MEMBERS', { number: '130', asOf: '2018-09-03', source: 'press' }),
    // Another year, so not a part of it
    claim('MEMBERS', { number: '70', asOf: '2011' }),
    // A lower bound, and a figure above it
    claim('EMPLOYEES', { number: '2000', qualifier: 'OVER' }),
    claim('EMPLOYEES', { number: '6500' }),
    // "About" reaches a tenth further
    claim('ANNUAL_REVENUE', { number: '100', qualifier: 'ABOUT', currency: 'EUR' }),
    claim('ANNUAL_REVENUE', { number: '110', currency: 'EUR' }),
    // Not the same currency, scope
    claim('EXPORTS', { number: '1', currency: 'EUR' }),
    claim('EXPORTS', { number: '2', currency: 'RSD' }),
    claim('EXPORTS', { number: '3', currency: 'EUR', scope: 'MEMBERS_TOGETHER' }),
    // The day is in the month
    claim('FOUNDED_ON', { date: '2010-09' }),
    claim('FOUNDED_ON', { date: '2010-09-14' }),
    // An upper bound, and a figure above it
    record.claim({
      initiative: 'project',
      indicator: 'TOTAL_BUDGET',
      number: '5',
      currency: 'EUR',
      qualifier: 'UNDER',
    }),
    record.claim({
      initiative: 'project',
      indicator: 'TOTAL_BUDGET',
      number: '6',
      currency: 'EUR',
    }),
    record.claim({ initiative: 'project', indicator: 'STARTED_ON', date: '2010-01' }),
    record.claim({ initiative: 'project', indicator: 'STARTED_ON', date: '2010-02-01' }),
  ],
};

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await loadDataSet(platform.database, dataSetFolder(NETWORK));
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

const coverage = async (selection: string) =>
  (await platform.succeed(`{ coverage { ${selection} } }`)).data.coverage;

describe('the coverage', () => {
  test('counts the facts of each kind that have a date and a region', async () => {
    const { facts } = await coverage(
      'facts { kind count dated { count share } placed { count share } }',
    );
    const of = (kind: string) =>
      facts.find((each: { kind: string }) => each.kind === kind) as unknown;
    expect(of('ORGANIZATION')).toEqual({
      kind: 'ORGANIZATION',
      count: 4,
      dated: null,
      placed: { count: 1, share: '25' },
    });
    expect(of('MEMBERSHIP')).toMatchObject({
      count: 2,
      dated: { count: 1, share: '50' },
      placed: null,
    });
    expect(of('PARTNERSHIP')).toMatchObject({ count: 1, dated: { count: 1, share: '100' } });
    expect(of('INITIATIVE')).toMatchObject({ dated: { count: 0 }, placed: { count: 1 } });
    expect(of('CLAIM')).toMatchObject({ count: 16, dated: { count: 3 + 4, share: '43.75' } });
    expect(of('GRANT')).toMatchObject({ count: 2, dated: { count: 1 }, placed: { count: 1 } });
    expect(of('TRANSACTION')).toMatchObject({
      count: 1,
      dated: { count: 1 },
      placed: { count: 0 },
    });
    expect(of('SEAT')).toMatchObject({ count: 0, dated: { count: 0, share: null } });
  });

  test('counts facts by the confidence of their sources, most trusted first', async () => {
    const { facts } = await coverage('facts { kind sources { confidence count share } }');
    expect(facts[0]).toEqual({
      kind: 'ORGANIZATION',
      sources: [
        { confidence: 'OFFICIAL', count: 2, share: '50' },
        { confidence: 'SECONDARY', count: 1, share: '25' },
        { confidence: 'LEAD', count: 1, share: '25' },
        { confidence: 'SYNTHETIC', count: 0, share: '0' },
      ],
    });
  });

  test('counts organizations with an identifier, a place, a sector and a website', async () => {
    const { organizations } = await coverage(`organizations { count identified { count share }
      withCountry { count } withRegion { count } withSector { count } withWebsite { count }
      schemes { scheme organizationCount } }`);
    expect(organizations).toEqual({
      count: 4,
      identified: { count: 2, share: '50' },
      withCountry: { count: 3 },
      withRegion: { count: 1 },
      withSector: { count: 2 },
      withWebsite: { count: 2 },
      schemes: [
        { scheme: 'RS-PIB', organizationCount: 2 },
        { scheme: 'RS-APR', organizationCount: 1 },
      ],
    });
  });

  test('lists only claims about one figure of one time that cannot all be true', async () => {
    const { conflictCount, conflicts } = await coverage(`conflictCount conflicts {
      organization { slug } initiative { slug } indicator year currency claims { number date source { slug } } }`);
    const source = { slug: 'a-source' };
    expect(conflictCount).toBe(3);
    expect(conflicts).toEqual([
      {
        organization: { slug: 'metal' },
        initiative: null,
        indicator: 'MEMBERS',
        year: 2018,
        currency: null,
        claims: [
          { number: '113', date: null, source },
          { number: '130', date: null, source: { slug: 'press' } },
        ],
      },
      {
        organization: null,
        initiative: { slug: 'project' },
        indicator: 'STARTED_ON',
        year: null,
        currency: null,
        claims: [
          { number: null, date: '2010-01', source },
          { number: null, date: '2010-02-01', source },
        ],
      },
      {
        organization: null,
        initiative: { slug: 'project' },
        indicator: 'TOTAL_BUDGET',
        year: null,
        currency: 'EUR',
        claims: [
          { number: '5', date: null, source },
          { number: '6', date: null, source },
        ],
      },
    ]);
    expect((await coverage('conflicts(first: 1) { indicator }')).conflicts).toHaveLength(1);
  });

  test('names what to look up next, first of the organizations with the most ties and grants', async () => {
    const { gaps } = await coverage('gaps { organization { slug } tieCount grantCount missing }');
    expect(gaps).toEqual([
      {
        organization: { slug: 'maker' },
        tieCount: 2,
        grantCount: 1,
        missing: ['IDENTIFIER', 'REGION', 'SECTOR', 'WEBSITE'],
      },
      {
        organization: { slug: 'alone' },
        tieCount: 1,
        grantCount: 0,
        missing: ['IDENTIFIER', 'COUNTRY', 'SECTOR', 'WEBSITE'],
      },
    ]);
  });

  test('takes one statement for each part, and one for each kind of object in them', async () => {
    const ask = async (first: number) => {
      await forgetFigures(platform.database);
      return platform.succeed(`{ coverage {
        facts { count } organizations { count schemes { scheme } } conflictCount
        conflicts(first: ${String(first)}) { organization { slug } initiative { slug } claims { number } }
        gaps(first: ${String(first)}) { organization { slug } } } }`);
    };
    const { sql } = await ask(20);
    expect(sql).toHaveLength(6 + 4 + 1); // and the version of the data
    expect((await ask(3)).sql).toHaveLength(sql.length);
  });

  test.each(['conflicts', 'gaps'])('refuses 0 %s', async (field) => {
    const selection = field === 'gaps' ? 'tieCount' : 'indicator';
    const { errors } = await platform.ask(`{ coverage { ${field}(first: 0) { ${selection} } } }`);
    expect(errors?.[0]).toMatchObject({
      path: ['coverage', field],
      extensions: { code: 'BAD_USER_INPUT', inputPath: ['first'] },
    });
  });
});

describe('scan-graph coverage', () => {
  test('reports the founding data for people and for programs', async () => {
    const workplace = openWorkplace();
    try {
      const { settings } = await freshDatabase(workplace, 'FOUNDING');
      const { code, stdout } = await workplace.run(['coverage', '--first', '2'], settings);
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /^Facts +number +with a date +with a region +official +secondary +lead/,
      );
      expect(stdout).toMatch(
        /^ {2}voict: founded on \(undated\): 2009-09-08 .*lead\); 2010-03-16/m,
      );
      expect(stdout).toMatch(/^ {2}… and \d+ more/m);
      expect(stdout).toMatch(/^To look up next\n {2}\S.* \(\S+\): \S/m);

      const asJson = await workplace.run(
        ['coverage', '--format', 'json', '--first', '1'],
        settings,
      );
      const report = JSON.parse(asJson.stdout) as { conflicts: unknown[]; conflictCount: number };
      expect(report.conflicts).toHaveLength(1);
      expect(report.conflictCount).toBe(8);

      const refused = await workplace.run(['coverage', '--format', 'xml'], settings);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('text, json');
    } finally {
      await workplace.close();
    }
  });
});
