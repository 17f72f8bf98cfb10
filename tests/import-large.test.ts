import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isEmbedded, type Database } from '../src/database/database.js';
import { importFile } from '../src/import/import-file.js';
import { openTestDatabase } from './support/databases.js';
import { activity, file, transaction } from './support/iati-files.js';
import { fileFolder } from './support/import-files.js';

const files = fileFolder();
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase('EMPTY');
});
afterAll(async () => {
  await database.close();
  files.remove();
});

/** From this many grants on, the embedded database builds its indexes at the end. */
const MANY = 10_100;

const packageOf = (grants: readonly object[]) =>
  files.write(
    'many.json',
    JSON.stringify({ version: '1.4', identifier: 'many', title: 'Many grants', grants }),
  );

const grants = Array.from({ length: MANY }, (_, index) => ({
  id: `360G-many-${String(index)}`,
  title: `Grant ${String(index % 7)}`,
  description: 'For many',
  currency: 'EUR',
  amountAwarded: index,
  awardDate: '2020-01-01',
  recipientOrganization: [{ id: `RS-APR-${String(20000000 + (index % 50))}`, name: 'Many' }],
  fundingOrganization: [{ id: 'XM-DAC-99', name: 'Funder of many' }],
}));

interface Index {
  readonly oid: string;
  readonly definition: string;
  readonly isValid: boolean;
}

const indexes = () =>
  database.dataSource.query<Index[]>(
    `SELECT i.indexrelid::text AS oid, pg_get_indexdef(i.indexrelid) AS definition, i.indisvalid AS "isValid"
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = 'public'::regnamespace ORDER BY c.relname`,
  );
const definitions = (all: readonly Index[]) => all.map(({ definition }) => definition);
const oids = (all: readonly Index[]) => all.map(({ oid }) => oid);

test('an import of many grants leaves every index as it was, whether it is stored or not', async () => {
  const before = await indexes();
  const path = packageOf(grants);
  const report = await importFile(database, { path });
  expect(report).toMatchObject({ isStored: true, records: MANY, missingGrants: 0 });
  const after = await indexes();
  expect(definitions(after)).toEqual(definitions(before));
  expect(after.every(({ isValid }) => isValid)).toBe(true);
  // Only the embedded database builds them anew: on a server readers need them.
  if (isEmbedded(database.dataSource)) expect(oids(after)).not.toEqual(oids(before));
  else expect(oids(after)).toEqual(oids(before));

  const found = await database.dataSource.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM search_network('Grant 3')`,
  );
  expect(found[0]?.count).toBeGreaterThan(0);

  const faulty = packageOf([...grants, { ...grants[0], id: '360G-many-x', currency: 'DIN' }]);
  expect(await importFile(database, { path: faulty })).toMatchObject({
    isStored: false,
    faults: { count: 1 },
  });
  expect(await indexes()).toEqual(after);
});

test('an activity with very many sectors is read in time that grows with their number', async () => {
  const sectors = Array.from(
    { length: 50_000 },
    (_, index) => `<sector vocabulary="7" code="${String(index)}" percentage="0"/>`,
  );
  const path = files.write(
    'sectors.xml',
    file([activity('XM-DAC-41123-MANY', sectors.join('') + transaction('2', '5'))]),
  );
  const before = performance.now();
  const report = await importFile(database, { path, format: 'iati', dryRun: true });
  expect(report.fieldsNotTaken).toContainEqual({
    field: 'sector[@vocabulary="7"]',
    records: 50_000,
  });
  expect(performance.now() - before).toBeLessThan(30_000);
});
