import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GrantLocation, GrantSector } from '../entities/grant-purpose.entity.js';
import { GrantProgramme } from '../entities/grant-programme.entity.js';
import { Grant } from '../entities/grant.entity.js';
import { Initiative, InitiativeParticipation } from '../entities/initiative.entity.js';
import { Transaction } from '../entities/transaction.entity.js';
import { storeFullGrants } from './support/full-grants.js';
import { faultsOfIati } from './support/standards.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Whatever a graph knows: the standard's schema takes the activities that tell of it. */
let founding: TestPlatform;
let full: TestPlatform;
beforeAll(async () => {
  founding = await openTestPlatform('FOUNDING');
  full = await openTestPlatform('EMPTY');
  await storeFullGrants(full.database);
});
afterAll(async () => {
  await founding.close();
  await full.close();
});

async function exported({ url }: TestPlatform, kind: 'grants' | 'initiatives'): Promise<string> {
  const response = await fetch(`${url}/export/${kind}.iati.xml`);
  expect(response.status).toBe(200);
  return response.text();
}

test.each(['grants', 'initiatives'] as const)('the founding data are valid: %s', async (kind) => {
  expect(await faultsOfIati(await exported(founding, kind))).toEqual([]);
});

test.each(['grants', 'initiatives'] as const)(
  'what has every field that there can be is valid: %s',
  async (kind) => {
    expect(await faultsOfIati(await exported(full, kind))).toEqual([]);
  },
);

const ENTITIES = {
  Grant,
  GrantLocation,
  GrantProgramme,
  GrantSector,
  Initiative,
  InitiativeParticipation,
  Transaction,
};

test.each(Object.entries(ENTITIES))(
  'every field of %s is set somewhere in it',
  async (_, entity) => {
    const { columns, tableName } = full.database.dataSource.getMetadata(entity);
    const rows = await full.database.dataSource.query<Record<string, unknown>[]>(
      `SELECT * FROM "${tableName}"`,
    );
    const empty = columns
      .map(({ databaseName }) => databaseName)
      .filter((name) => rows.every((row) => row[name] == null));
    expect(empty).toEqual([]);
  },
);
