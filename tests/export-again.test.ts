import type { ObjectLiteral } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Region } from '../entities/network/region.entity.js';
import { Sector } from '../entities/network/sector.entity.js';
import { Source } from '../entities/knowledge/source.entity.js';
import { storeRows } from '../src/data-set/store.js';
import type { Database } from '../src/database/database.js';
import type { GrantRecord } from '../src/export/records/grant.record.js';
import { importFile, reportText, type ImportReport } from '../src/import/import-file.js';
import { openTestDatabase } from './support/databases.js';
import { fileFolder, workbook } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** What a graph has exported comes back to it, or comes to another twice: nothing is there twice. */
let platform: TestPlatform;
const files = fileFolder();
beforeAll(async () => {
  platform = await openTestPlatform('SYNTHETIC');
});
afterAll(async () => {
  files.remove();
  await platform.close();
});

const TABLES = ['organizations', 'initiatives', 'programmes', 'grants', 'transactions'] as const;
const FILES = [
  ['360giving', ['grants.360giving.json']],
  ['iati', ['grants.iati.xml']],
  ['iati', ['initiatives.iati.xml']],
  ['table', TABLES.map((kind) => `${kind}.csv`)],
  ['table', TABLES.map((kind) => `${kind}.xlsx`)],
] as const;

async function exported({ url }: TestPlatform, name: string): Promise<string> {
  const response = await fetch(`${url}/export/${name}`);
  expect(response.status).toBe(200);
  return files.write(name.replace(/\?.*/, ''), Buffer.from(await response.arrayBuffer()));
}

const exports = new Map<string, Promise<string>>();
/** What the graph has exported, once for all tests: they leave it as it was. */
function exportedOnce(name: string): Promise<string> {
  const path = exports.get(name) ?? exported(platform, name);
  exports.set(name, path);
  return path;
}

const take = async ({ database }: { database: Database }, format: string, path: string) => {
  const report = await importFile(database, { format, path, maxFaults: 5 });
  expect({ faults: report.faults.first, isStored: report.isStored }).toEqual({
    faults: [],
    isStored: true,
  });
  return report;
};

/** What records refer to beside each other. */
async function copyTaxonomies(from: Database, to: Database): Promise<void> {
  for (const entity of [Source, Sector, Region]) {
    const rows: readonly { readonly code?: string }[] =
      await from.dataSource.manager.find<ObjectLiteral>(entity);
    const parentFirst = [...rows].sort((a, b) => codeOf(a).length - codeOf(b).length);
    await storeRows<ObjectLiteral>(to.dataSource.manager, entity, parentFirst);
  }
}
const codeOf = ({ code = '' }: { readonly code?: string }) => code;

/** Every row of every table, as one text a table. */
async function contentsOf({ dataSource }: Database): Promise<Record<string, string>> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('network_version', 'data_version', 'changed_row')`,
  );
  const contents: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await dataSource.query<{ hash: string; count: number }[]>(
      `SELECT count(*)::int AS count, md5(string_agg(t::text, '\n' ORDER BY t::text)) AS hash FROM "${name}" t`,
    );
    contents[name] = `${String(row?.count)} ${String(row?.hash)}`;
  }
  return contents;
}

const changes = ({ rows: { inserted, updated, removed } }: ImportReport) => ({
  inserted,
  updated,
  removed,
});
const NONE = { inserted: 0, updated: 0, removed: 0 };

describe.each(FILES)('%s: %j', (format, names) => {
  test('changes nothing in the graph that exported it, and the report says so', async () => {
    const before = await contentsOf(platform.database);
    for (const name of names) {
      const report = await take(platform, format, await exportedOnce(name));
      expect(changes(report)).toEqual(NONE);
      expect(report.copies).toBe(report.records);
      expect(report.records).toBeGreaterThan(10);
      expect(reportText(report)).toContain(
        `${String(report.records)} records of ${report.file} are copies of stored records from the same source and were left unchanged.`,
      );
    }
    expect(await contentsOf(platform.database)).toEqual(before);
  });

  test('changes nothing when imported into another graph for the second time', async () => {
    const database = await openTestDatabase('EMPTY');
    try {
      await copyTaxonomies(platform.database, database);
      const paths: string[] = [];
      for (const name of names) paths.push(await exportedOnce(name));
      let stored = 0;
      for (const path of paths) stored += (await take({ database }, format, path)).rows.inserted;
      expect(stored).toBeGreaterThan(10);
      const before = await contentsOf(database);
      for (const path of paths)
        expect(changes(await take({ database }, format, path))).toEqual(NONE);
      expect(await contentsOf(database)).toEqual(before);
    } finally {
      await database.close();
    }
  });
});

/** An initiative that two fund, one of them by two grants in one currency. */
const CO_FUNDED = {
  Organizations: [
    ['Name', 'Kind', 'Slug', 'Identifiers'],
    ['First donor', 'Donor', 'first-donor', 'XM-DAC-1'],
    ['Second donor', 'Donor', 'second-donor', 'XM-DAC-2'],
    ['Lead', 'Cluster', 'lead', 'RS-APR-06115403'],
    ['Helper', 'Partner', 'helper', ''],
  ],
  Initiatives: [
    ['Title', 'Kind', 'Slug', 'Lead', 'Description'],
    ['Common work', 'PROJECT', 'common-work', 'lead', 'What it is about'],
  ],
  Grants: [
    [
      'Identifier',
      'Title',
      'Funder',
      'Recipients',
      'Currency',
      'Awarded',
      'Awarded On',
      'Initiative',
    ],
    ['A/1', 'For the start', 'first-donor', 'lead', 'EUR', 100, '2015-03-01', 'common-work'],
    ['a/1', 'For the rest', 'first-donor', 'helper', 'EUR', 20.5, '2016-03-01', 'common-work'],
    ['B 1', 'Of another', 'second-donor', 'lead', 'EUR', 7, '2015-04-01', 'common-work'],
    ['C', 'Alone', 'second-donor', 'helper', 'RSD', '', '2015-04-01', ''],
  ],
};

test('in IATI, each grant of an initiative keeps its funder, sum and recipients', async () => {
  const one = await openTestPlatform('EMPTY');
  const other = await openTestPlatform('EMPTY');
  try {
    const path = files.write('co-funded.xlsx', await workbook(CO_FUNDED));
    await take(one, 'table', path);
    const name = 'grants.iati.xml';
    const xml = await exported(one, name);
    const identifiers = readFileSync(xml, 'utf8').match(/(?<=<iati-identifier>)[^<]+/g);
    expect(identifiers).toEqual([
      'RS-APR-06115403-SCAN-COMMON-WORK',
      'XM-DAC-1-SCAN-SCAN_A%2F1_EUR',
      'XM-DAC-2-SCAN-SCAN_B%201_EUR',
      'XM-DAC-2-SCAN-SCAN_C_RSD',
      'XM-DAC-1-SCAN-SCAN_a%2F1_EUR',
    ]);
    await take(other, 'iati', xml);

    expect(await grantsIn(other)).toEqual(await grantsIn(one));
    const { records } = JSON.parse(readFileSync(await exported(other, 'initiatives.json'), 'utf8'));
    expect(records).toMatchObject([
      { slug: 'common-work', title: 'Common work', description: 'What it is about' },
    ]);
    // Who is reported on has no warning of rule 1.1.21, that an identifier begins with the reporter's.
    const { warnings } = await take(other, 'iati', xml);
    expect(warnings.first.filter(({ reason }) => reason.includes('1.1.21'))).toEqual([]);
    expect(readFileSync(await exported(other, name), 'utf8').match(/<transaction>.*/g)).toEqual(
      readFileSync(xml, 'utf8').match(/<transaction>.*/g),
    );
  } finally {
    await one.close();
    await other.close();
  }
});

test('an organization without an identifier is matched by slug, also in files of other publishers', async () => {
  const graph = await openTestPlatform('EMPTY');
  try {
    await take(graph, 'table', files.write('parties.xlsx', await workbook(CO_FUNDED)));
    const grant = {
      id: '360G-other-1',
      title: 'Of another publisher',
      description: 'It knows the helper from our export',
      currency: 'EUR',
      amountAwarded: 1,
      awardDate: '2020-01-01',
      fundingOrganization: [{ id: '360G-SCAN-helper', name: 'Helper' }],
      recipientOrganization: [{ id: '360G-SCAN-nobody', name: 'Nobody here' }],
    };
    const path = files.write('other.json', JSON.stringify({ grants: [grant] }));
    await take(graph, '360giving', path);
    expect(changes(await take(graph, '360giving', path))).toEqual(NONE);

    const { data } = await graph.succeed(/* GraphQL */ `
      {
        organizations(first: 20) {
          nodes {
            slug
          }
        }
        grants(filter: { identifier: { in: ["360G-other-1"] } }) {
          nodes {
            funder {
              slug
            }
          }
        }
      }
    `);
    expect(data.organizations.nodes.map(({ slug }: { slug: string }) => slug).sort()).toEqual([
      'first-donor',
      'helper',
      'lead',
      'nobody-here',
      'second-donor',
    ]);
    expect(data.grants.nodes).toEqual([{ funder: { slug: 'helper' } }]);
  } finally {
    await graph.close();
  }
});

/** What a grant says, and what IATI has a place for. */
async function grantsIn(graph: TestPlatform): Promise<unknown[]> {
  const { records } = JSON.parse(readFileSync(await exported(graph, 'grants.json'), 'utf8')) as {
    records: GrantRecord[];
  };
  return records.map((grant) => ({
    number: [grant.scheme, grant.identifier, grant.currency],
    title: grant.title,
    funder: grant.funder.name,
    recipients: grant.recipients.map(({ party }) => party.name),
    promised: grant.committed ?? grant.awarded,
    awardedOn: (grant.committed ?? grant.awarded) === null ? null : grant.awardedOn,
    initiative: grant.initiative,
  }));
}
