import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import * as operations from './generated/operations.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** What each example promises by its title, as words that its answer must hold. */
const PROMISES: Readonly<Record<string, readonly string[]>> = {
  '01-association-and-founders': ['"totalCount":7', 'FOUNDING', 'CHAIRPERSON', 'Management Board'],
  '02-cluster-and-its-figures': [
    '2010-03-16',
    '2010-06-19',
    'BRONZE',
    'One of 2 from the most trusted',
  ],
  '03-memorandum-of-2013': ['2013-06-25', '"totalCount":6'],
  '04-network-as-of-a-day': ['"totalCount":6', '"totalCount":13', 'Best Serbian Clusters'],
  '05-partners-of-partners': ['"sharedPartnershipCount":', 'Kovoklastr'],
  '06-search': ['Niš Cluster of Advanced Technologies'],
  '07-advocacy': ['SUCCEEDED', '2018-11-23', 'Niš Cluster of Advanced Technologies'],
  '08-launch-and-announcement': ['2015-12-22T13:00:00.000Z', 'Terazije 3', 'Marina Blagojevic'],
  '09-initiative-and-its-budget': ['2266634.40', '113130', 'Czech Technical University'],
  '10-totals': ['"type":"CLUSTER","count":7', '"year":2013'],
  '11-evidence': ['OFFICIAL', 'ANNUAL_REVENUE'],
  '12-explore-grants': ['"key":"usaid"', '"unknownCount":', 'European PROGRES'],
  '13-how-much': [
    'PASSED_ON',
    '"sum":{"amount":"739687"',
    '"currency":"RSD"',
    '"period":"2015-10"',
  ],
  '14-money-flows': ['"amount":"739687"', '"dimension":"PROGRAMME"', 'RSEDP2'],
  '15-funding-of-an-initiative': [
    '"gap":',
    '"share":',
    '"sharedRecipientCount":',
    '"role":"FUNDER"',
  ],
  '16-partnership-graph': [
    '"asOf":"2015-12-22"',
    'Serbian Cluster Association',
    '"kinds":["MEMBERSHIP"]',
  ],
  '17-brokers-and-paths': ['"isExact":true', '"rank":5', '"pathCount":', '"since":'],
  '18-growth-and-suggestions': ['"day":"2013-12-31"', '"addedCount":', '"common":[{'],
  // Sums of the rows of the sheet, as tests/published-aid.test.ts has them by activity
  '19-paid-out-year-by-year': [
    '"measure":"DISBURSED","currency":"EUR","grantCount":32,"sum":{"amount":"39549486.84"',
    '"measure":"SPENT","currency":"EUR","grantCount":7,"sum":{"amount":"17414030.9"',
    '"reason":"SECONDARY_REPORT","grantCount":1',
    '"label":"2011","amounts":[{"currency":"EUR","sum":{"amount":"8670549.1"',
  ],
  '20-flows-of-money-paid-out': [
    '"label":"European PROGRES","amount":{"amount":"12377617.65"',
    '"label":"European Commission","amount":{"amount":"39549486.84"',
    'Municipality of Temerin',
  ],
  '21-needs-without-money': [
    '"gap":{"amount":"120313"',
    '"gap":{"amount":"1102472.76"',
    'Textiles',
    '"code":"RS11"',
  ],
  '22-who-else-funds': [
    'https://d-portal.org/ctrack.html?publisher=CH-4',
    '"recipients":[{"name":"European PROGRES"}]',
    '"label":"European Commission","amounts":[{"sum":{"amount":"10044290.35"',
  ],
  '24-through-whom-for-what-where': [
    '"throughWhom":{"unknownCount":67,"values":[{"label":"United Nations Office for Project Services"',
    '"key":"DAC:32130","label":"SME development","grantCount":22',
    '"label":"Region Vojvodine","grantCount":1',
    '"measure":"AWARDED","currency":"RSD","grantCount":4,"sum":{"amount":"89464100"',
    '"measure":"COMMITTED","currency":"EUR","grantCount":2,"sum":{"amount":"46266408.77"',
  ],
  '25-one-organization-in-all-roles': [
    '"role":"INTERMEDIARY","currency":"RSD","grantCount":1',
    '"role":"RECIPIENT","currency":"EUR","grantCount":3,"disbursed":{"amount":"703290.54"',
    'Foundation of the West Metal Group by RDA Zlatibor',
  ],
  // The sum of three rows of the sheet, 501287 + 164432 + 60791.53
  '26-evidence-of-a-payment': [
    '"disbursed":{"amount":"726510.53"',
    '"sourcePointer":"Data!15675"',
    'USD 72244.654252 in the sheet',
    '"amount":"860000"',
  ],
  '23-what-is-missing': ['"conflictCount":8', '"confidence":"OFFICIAL"', '"missing":["'],
};

const folder = fileURLToPath(new URL('../../docs/examples/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
const generated = Object.values(operations as Readonly<Record<string, unknown>>).filter(
  (value): value is TypedDocumentNode => typeof value === 'object' && value !== null,
);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(() => platform.close());

describe('the examples of the playground', () => {
  test('all have an expected result', () => {
    expect(files.map((name) => name.replace('.graphql', '')).sort()).toEqual(
      Object.keys(PROMISES).sort(),
    );
  });

  test.each(files)('%s starts with its title and returns what it promises', async (name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    expect(text).toMatch(/^# \S.*\n# \S/);

    const { data, extensions } = await platform.succeed(text);

    const { requested, limit } = extensions?.cost as { requested: number; limit: number };
    expect(requested).toBeLessThan(limit / 3);
    const answer = JSON.stringify(data);
    expect(Object.values(data as object)).not.toContain(null);
    for (const words of PROMISES[name.replace('.graphql', '')] ?? ['to be promised']) {
      expect(answer).toContain(words);
    }
  });

  test('can all be run as typed operations too', async () => {
    const asked = generated.map((operation) => print(operation));
    for (const name of files) {
      const operationName = /^query (\w+)/m.exec(readFileSync(`${folder}${name}`, 'utf8'))?.[1];
      expect(asked.filter((text) => text.includes(`query ${String(operationName)}`))).toHaveLength(
        1,
      );
    }
    const { data } = await platform.succeed(operations.AssociationAndFoundersDocument as never);
    expect(data).toMatchObject({ association: { name: 'Serbian Cluster Association' } });
  });
});
