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

/** This number of grants is more than one batch, and more rows than the embedded database indexes one by one. */
const MANY = 5_100;

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
const foreignKeys = () =>
  database.dataSource.query<object[]>(
    `SELECT k.conrelid::regclass::text AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition,
       k.convalidated AS "isValidated", k.condeferrable AS "isDeferrable"
     FROM pg_constraint k WHERE k.contype = 'f' ORDER BY 1, 2`,
  );
const definitions = (all: readonly Index[]) => all.map(({ definition }) => definition);
const oids = (all: readonly Index[]) => all.map(({ oid }) => oid);

test('an import of many grants leaves every index and foreign key as it was, whether it is stored or not', async () => {
  const before = await indexes();
  const keysBefore = await foreignKeys();
  const path = packageOf(grants);
  const report = await importFile(database, { path });
  expect(report).toMatchObject({ isStored: true, records: MANY, missingGrants: 0 });
  const after = await indexes();
  expect(definitions(after)).toEqual(definitions(before));
  expect(after.every(({ isValid }) => isValid)).toBe(true);
  expect(await foreignKeys()).toEqual(keysBefore);
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
  expect(await foreignKeys()).toEqual(keysBefore);
});

test('many transactions of few grants are as many rows', async () => {
  const own = await openTestDatabase('EMPTY');
  const oid = async () =>
    (
      await own.dataSource.query<{ oid: string }[]>(
        `SELECT 'grant_transaction_by_value'::regclass::oid::text AS oid`,
      )
    )[0]?.oid;
  try {
    const before = await oid();
    const transactions = Array.from({ length: 6_000 }, (_, index) =>
      transaction('2', String(index)),
    );
    const path = files.write(
      'transactions.xml',
      file([activity('XM-DAC-41123-MANY', transactions.join(''))]),
    );
    expect(await importFile(own, { path, format: 'iati' })).toMatchObject({ isStored: true });
    expect((await oid()) !== before).toBe(isEmbedded(own.dataSource));
  } finally {
    await own.close();
  }
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
