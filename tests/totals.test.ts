import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { dataSetFolder, record, removeDataSetFolders } from './support/data-set-folder.js';
import { forgetFigures } from './support/databases.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

const region = (code: string) => ({
  code,
  level: code.length - 2,
  name: code,
  ...(code === 'RS' ? {} : { parent: code.slice(0, -1) }),
  source: 'a-source',
});
const sector = (scheme: string, code: string, parent?: string) => ({
  scheme,
  code,
  title: code,
  ...(parent === undefined ? {} : { parent }),
  source: 'a-source',
});

/** Small enough to be counted by hand. */
const NETWORK = {
  sources: [record.source('a-source'), record.source('another-source')],
  regions: ['RS', 'RS1', 'RS11', 'RS12', 'RS123', 'RS2', 'RS22'].map(region),
  sectors: [
    sector('NACE_REV2', '25'),
    sector('NACE_REV2', '25.6', '25'),
    sector('NACE_REV2', '25.62', '25.6'),
    sector('NACE_REV2', '62'),
    sector('NACE_REV2', '62.01', '62'),
    sector('NACE_REV2', '63'),
    sector('EU_ECOSYSTEM', 'digital'),
  ],
  organizations: [
    record.organization('Association', 'union', { region: 'RS11' }),
    record.organization('Cluster', 'metal', {
      region: 'RS12',
      sectors: ['NACE_REV2:25', 'NACE_REV2:25.62'], // one organisation in its sector, not two
    }),
    record.organization('Cluster', 'ict', {
      region: 'RS123',
      sectors: ['NACE_REV2:62', 'EU_ECOSYSTEM:digital'],
    }),
    record.organization('Company', 'maker', { region: 'RS123', sectors: ['NACE_REV2:25.62'] }),
    record.organization('Company', 'coder', { sectors: ['NACE_REV2:62.01', 'NACE_REV2:25.6'] }),
    record.organization('Donor', 'donor', { country: 'NO' }),
  ],
  memberships: [
    record.membership('metal', 'union', { since: '2013-06-25' }),
    record.membership('ict', 'union', { since: '2013', until: '2015-03', status: 'ENDED' }),
    record.membership('maker', 'metal', { until: '2015', status: 'ENDED' }),
    record.membership('coder', 'ict'),
  ],
  partnerships: [record.partnership('three', ['metal', 'ict', 'donor'], { since: '2015-12' })],
  persons: [record.person('person')],
  seats: [record.seat('person', 'union', { attestedOn: '2015-12' })],
  'cooperation-offers': [
    record.offer('one', 'metal', { since: '2013' }),
    record.offer('other', 'ict', { since: '2013-01-01', until: '2013', status: 'ENDED' }),
  ],
  initiatives: [
    record.initiative('project', {
      participants: ['metal', 'ict', 'donor'].map((organization) => ({
        organization,
        role: 'PARTNER',
        since: '2015',
        status: 'CURRENT',
      })),
    }),
  ],
  claims: [record.claim({ organization: 'metal', indicator: 'MEMBERS', number: '1' })],
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

const totals = async (selection: string, asOf?: string) =>
  (await platform.succeed(`query ($asOf: Day) { totals(asOf: $asOf) { ${selection} } }`, { asOf }))
    .data.totals;

describe('the totals', () => {
  test('count organizations by type, without types that have none', async () => {
    expect((await totals('organizations { type count }')).organizations).toEqual([
      { type: 'ASSOCIATION', count: 1 },
      { type: 'CLUSTER', count: 2 },
      { type: 'COMPANY', count: 2 },
      { type: 'DONOR', count: 1 },
    ]);
  });

  test('count all records by kind', async () => {
    expect((await totals('records { kind count }')).records).toEqual([
      { kind: 'ORGANIZATION', count: 6 },
      { kind: 'INITIATIVE', count: 1 },
      { kind: 'EVENT', count: 0 },
      { kind: 'ADVOCACY_CASE', count: 0 },
      { kind: 'ANNOUNCEMENT', count: 0 },
      { kind: 'PERSON', count: 1 },
      { kind: 'CLAIM', count: 1 },
      { kind: 'SOURCE', count: 2 },
    ]);
  });

  test('count organizations per sector including its parts, each once, the most frequent first', async () => {
    const bySector = async (args: string) =>
      (await totals(`sectors(${args}) { count sector { scheme code } }`)).sectors.map(
        ({ count, sector: { scheme, code } }: { count: number; sector: Record<string, string> }) =>
          `${scheme ?? ''} ${code ?? ''}: ${String(count)}`,
      );

    expect(await bySector('scheme: NACE_REV2')).toEqual([
      'NACE_REV2 25: 3',
      'NACE_REV2 25.6: 3',
      'NACE_REV2 25.62: 2',
      'NACE_REV2 62: 2',
      'NACE_REV2 62.01: 1',
    ]);
    expect(await bySector('scheme: NACE_REV2, first: 2')).toEqual([
      'NACE_REV2 25: 3',
      'NACE_REV2 25.6: 3',
    ]);
    expect(await bySector('scheme: EU_ECOSYSTEM')).toEqual(['EU_ECOSYSTEM digital: 1']);
    expect(await bySector('scheme: DAC')).toEqual([]);
  });

  test('count organizations per region including its parts, empty regions too', async () => {
    const byRegion = async (level: string) =>
      (await totals(`regions${level} { count region { code } }`)).regions.map(
        ({ count, region: { code } }: { count: number; region: { code: string } }) =>
          `${code}: ${String(count)}`,
      );

    expect(await byRegion('(level: 0)')).toEqual(['RS: 4']);
    expect(await byRegion('(level: 1)')).toEqual(['RS1: 4', 'RS2: 0']);
    expect(await byRegion('')).toEqual(['RS11: 1', 'RS12: 3', 'RS22: 0']);
    expect(await byRegion('(level: 3)')).toEqual(['RS123: 2']);
  });

  test('count in a sector or region as many as its own list has', async () => {
    const LIST = '{ organizations { totalCount } }';
    const { sectors, regions } = await totals(
      `sectors(scheme: NACE_REV2) { count sector ${LIST} } regions(level: 1) { count region ${LIST} }`,
    );

    for (const { count, sector: at, region: where } of [...sectors, ...regions]) {
      expect((at ?? where).organizations.totalCount).toBe(count);
    }
  });

  const ties = (...counts: readonly number[]) =>
    ['MEMBERSHIP', 'PARTNERSHIP', 'INITIATIVE_PARTICIPATION', 'SEAT', 'COOPERATION_OFFER'].map(
      (kind, index) => ({ kind, count: counts[index] }),
    );
  test.each([
    [undefined, ties(4, 1, 3, 1, 2)],
    ['2012-12-31', ties(2, 0, 0, 0, 0)],
    ['2013-01-01', ties(3, 0, 0, 0, 2)],
    ['2013-12-31', ties(4, 0, 0, 0, 2)],
    ['2015-03-31', ties(4, 0, 3, 0, 1)],
    ['2015-12-31', ties(3, 1, 3, 1, 1)],
    ['2016-01-01', ties(2, 1, 3, 1, 1)],
  ])('count ties by kind, as of %s', async (asOf, expected) => {
    expect((await totals('ties { kind count }', asOf)).ties).toEqual(expected);
  });

  test('count the ties with a known date that began and ended in each year', async () => {
    expect((await totals('years { year kind beganCount endedCount }')).years).toEqual([
      { year: 2013, kind: 'COOPERATION_OFFER', beganCount: 2, endedCount: 1 },
      { year: 2013, kind: 'MEMBERSHIP', beganCount: 2, endedCount: 0 },
      { year: 2015, kind: 'INITIATIVE_PARTICIPATION', beganCount: 3, endedCount: 0 },
      { year: 2015, kind: 'MEMBERSHIP', beganCount: 0, endedCount: 2 },
      { year: 2015, kind: 'PARTNERSHIP', beganCount: 1, endedCount: 0 },
    ]);
  });

  test('take one statement each, and one more for all sectors and for all regions', async () => {
    const ask = async (first: number, level: number) => {
      await forgetFigures(platform.database);
      return platform.succeed(`{ totals {
        organizations { count } records { count } ties { count } years { year }
        sectors(scheme: NACE_REV2, first: ${String(first)}) { count sector { title parent { title } } }
        regions(level: ${String(level)}) { count region { name parent { name } } }
      } }`);
    };
    const { sql } = await ask(20, 3);

    expect(sql).toHaveLength(6 + 2 + 2 + 1); // and for their parents, and the version of the data
    expect((await ask(2, 2)).sql).toHaveLength(sql.length);
  });

  test.each([-1, 0, 1001])('refuse %s sectors', async (first) => {
    const { errors } = await platform.ask<unknown>(
      'query ($first: Int!) { totals { sectors(scheme: NACE_REV2, first: $first) { count } } }',
      { first },
    );

    expect(errors?.[0]).toMatchObject({
      path: ['totals', 'sectors'],
      extensions: { code: 'BAD_USER_INPUT', inputPath: ['first'] },
    });
  });
});
