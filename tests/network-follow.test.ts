import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Database } from '../src/database/database.js';
import { openTestDatabase } from './support/databases.js';
import { openLoggedServer, type LoggedServer } from './support/logged-server.js';
import { storeSmallNetwork } from './support/small-network.js';
import { removeDataSetFolders } from './support/data-set-folder.js';

/** The graph follows changes record by record; after each, it must be what a server reads that has just started. */

let database: Database;
let following: LoggedServer;
let reads: string[] = [];
beforeAll(async () => {
  database = await openTestDatabase('EMPTY');
  await storeSmallNetwork(database);
  following = await openLoggedServer(
    {
      ...database,
      readWhole: (statement, signal) => {
        reads.push(database.tables.render(statement).text.startsWith('WITH') ? 'CHANGES' : 'WHOLE');
        return database.readWhole(statement, signal);
      },
    },
    { limits: LIMITS },
  );
});
afterAll(async () => {
  await following.close();
  await database.close();
  removeDataSetFolders();
});

const LIMITS = { cost: 1_000_000 };
const TIES = 'kind since until periods { since until } record { id } source { title }';
const EVERYTHING = `{
  network(first: 50, current: true) {
    graph { nodeCount edgeCount tieCount condensedCount undatedEdges isCurrent }
    nodes { key name kind degree organization { slug } }
    edges { fromKey toKey weight tieCount kinds ties { ${TIES} } }
    stats { assortativityBySector assortativityByKind }
    suggestions { first { name } second { name } offers { need { id } offer { id } } }
  }
  money: network(first: 50, weightBy: AMOUNT, currency: "RSD", directed: true) { edges { fromKey toKey weight } graph { withoutAmountCount } }
  directed: network(first: 50, directed: true, isolates: false) { nodes { key inDegree outDegree } edges { fromKey toKey weight ties { ${TIES} } } }
  day: network(first: 50, asOf: "2016-06-30", current: true) { graph { tieCount undatedEdges } nodes { key weightedDegree } edges { fromKey toKey tieCount } }
  some: network(first: 50, filter: { type: { in: [CLUSTER, COMPANY] } }) { graph { tieCount undatedEdges } nodes { key } edges { fromKey toKey weight } }
  byCluster: network(level: CLUSTER) { nodes { key organizationCount } edges { fromKey toKey weight } }
  bySector: network(level: SECTOR) { nodes { name organizationCount } edges { fromKey toKey weight } }
  byRegion: network(level: REGION) { nodes { name organizationCount } edges { fromKey toKey weight } }
  between: network { between(from: "alpha", to: "b-one") { distance pathCount } }
}`;

async function answer(server: LoggedServer): Promise<unknown> {
  const { data, errors } = (await server.post(EVERYTHING)).json();
  expect(errors).toBeUndefined();
  return data;
}

/** SQL: a new id of a kind. */
const newId = (kind: string) =>
  `('01900000-0000-${kind}-8000-' || substr(md5(random()::text), 1, 12))::uuid`;
/** A new organization, whose id is before or after those that there are. */
const NEW = (id: string, slug: string) =>
  `INSERT INTO organization (id, source_id, type, slug, name, status)
   SELECT '${id}', id, 'Company', '${slug}', 'New ${slug}', 'ACTIVE' FROM source WHERE slug = 'a-source'`;
const of = (slug: string) => `(SELECT id FROM organization WHERE slug = '${slug}')`;
const SOURCE = `(SELECT id FROM source WHERE slug = 'a-source')`;

/** Statements that change the graph, and can be repeated in any order. */
const CHANGES = [
  `UPDATE organization SET name = 'Ωmega ' || length(name) WHERE slug = 'alpha'`,
  `UPDATE organization SET slug = CASE slug WHEN 'both' THEN 'two' ELSE 'both' END WHERE slug IN ('both', 'two')`,
  `UPDATE organization SET region_id = CASE WHEN region_id IS NULL THEN (SELECT id FROM region WHERE code = 'RS11') END WHERE slug = 'a-one'`,
  `UPDATE source SET title = title || '!', licence = 'CC0-1.0' WHERE slug = 'a-source'`,
  `DELETE FROM membership WHERE id = (SELECT min(id::text)::uuid FROM membership)`,
  `INSERT INTO membership (id, source_id, member_id, group_id, group_type, class, status)
   SELECT ${newId('8004')}, ${SOURCE}, ${of('alone')}, ${of('beta')}, 'Cluster', 'REGULAR', 'CURRENT'
   ON CONFLICT DO NOTHING`,
  `UPDATE membership SET since = '2011-03', attested_on = NULL WHERE member_id = ${of('b-one')}`,
  `UPDATE membership SET since = NULL WHERE member_id = ${of('b-one')}`,
  `DELETE FROM partnership_party WHERE organization_id = ${of('fund')}`,
  `INSERT INTO partnership_party (partnership_id, organization_id, role)
   SELECT id, ${of('b-one')}, 'PARTY' FROM partnership WHERE slug = 'duo' ON CONFLICT DO NOTHING`,
  `UPDATE partnership SET status = 'CURRENT', until = NULL WHERE slug = 'trio'`,
  `UPDATE initiative_participation SET since = '2019' WHERE role = 'LEAD'`,
  `UPDATE grant_share SET amount = coalesce(amount, 0) + 10`,
  `UPDATE "grant" SET status = CASE status WHEN 'CANCELLED' THEN 'CLOSED' ELSE 'CANCELLED' END WHERE identifier = 'grant-2'`,
  `UPDATE seat SET nominated_by_id = CASE WHEN nominated_by_id IS NULL THEN ${of('beta')} END`,
  `DELETE FROM organization_sector WHERE organization_id = ${of('both')}`,
  `INSERT INTO organization_sector (organization_id, sector_id) SELECT ${of('b-one')}, id FROM sector WHERE code = 'J' ON CONFLICT DO NOTHING`,
  `UPDATE cooperation_offer SET status = CASE status WHEN 'CURRENT' THEN 'ENDED' ELSE 'CURRENT' END WHERE direction = 'NEEDS'`,
  `UPDATE sector SET title = title || '.' WHERE code = '62'`,
  `${NEW('00000000-0000-8001-8000-000000000001', 'first')} ON CONFLICT DO NOTHING`,
  `${NEW('ffffffff-0000-8001-8000-000000000002', 'last')} ON CONFLICT DO NOTHING`,
  `DELETE FROM organization o WHERE slug IN ('first', 'last') AND NOT EXISTS (SELECT FROM membership m WHERE m.member_id = o.id)`,
  `INSERT INTO membership (id, source_id, member_id, group_id, group_type, class, status, since)
   SELECT ${newId('8004')}, ${SOURCE}, o.id, ${of('alpha')}, 'Cluster', 'REGULAR', 'CURRENT', '2020' FROM organization o
   WHERE o.slug = 'first' ON CONFLICT DO NOTHING`,
  `DELETE FROM membership WHERE member_id = (SELECT id FROM organization WHERE slug = 'first')`,
] as const;

test('any changes are followed', async () => {
  await answer(following);
  reads = [];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(...CHANGES), { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 4,
      }),
      async (transactions) => {
        for (const statements of transactions) {
          await database.dataSource.transaction(async (manager) => {
            for (const statement of statements) await manager.query(statement);
          });
        }
        const fresh = await openLoggedServer(database, { limits: LIMITS });
        try {
          expect(await answer(following)).toEqual(await answer(fresh));
        } finally {
          await fresh.close();
        }
      },
    ),
    { numRuns: 12 },
  );
  // Changes of classifications read everything anew; others must not.
  expect(reads).toContain('CHANGES');
});

test('a small change is followed, and one of many records reads everything anew', async () => {
  await answer(following);
  reads = [];
  await database.dataSource.query(`UPDATE organization SET name = name || '+' WHERE slug = 'fund'`);
  await answer(following);
  expect(reads).toEqual(['CHANGES']);
  await database.dataSource.query(
    `INSERT INTO organization (id, source_id, type, slug, name, status)
     SELECT ${newId('8001')}, ${SOURCE}, 'Company', 'many-' || n, 'Many', 'ACTIVE' FROM generate_series(1, 250) AS n`,
  );
  reads = [];
  await answer(following);
  expect(reads).toEqual(['CHANGES', 'WHOLE']);
});

test('changes whose notes are gone read everything anew', async () => {
  await answer(following);
  await database.dataSource.query(`UPDATE organization SET name = 'Forgotten' WHERE slug = 'fund'`);
  await database.dataSource.query('DELETE FROM changed_row');
  reads = [];
  expect(JSON.stringify(await answer(following))).toContain('Forgotten');
  expect(reads).toEqual(['CHANGES', 'WHOLE']);
});
