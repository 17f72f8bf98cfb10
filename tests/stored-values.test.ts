import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, isObjectType, isScalarType } from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { Identifier } from '../entities/network/identifier.entity.js';
import type { Database } from '../src/database/database.js';
import { ENTITIES } from '../src/database/entities.js';
import { openTestDatabase, type Contents } from './support/databases.js';
import { schema } from './support/schema.js';

/** A scalar promises clients what a value looks like: what is stored must keep it. */
const STANDARDS = ['CountryCode', 'CurrencyCode', 'Locale', 'URL'];
/** Amounts of money, whose currency is no field of their own any more. */
const CURRENCIES = ['claim', 'grant', 'grant_programme', 'grant_transaction', 'exchange_rate'];

describe.each<Contents>(['FOUNDING', 'SYNTHETIC'])('a stored value: %s', (contents) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(contents);
  });
  afterAll(() => database.close());

  test('is valid for its scalar', async () => {
    let read = 0;
    for (const [type, table, column] of columns()) {
      const scalar = schema.getType(type);
      if (!isScalarType(scalar)) throw new Error(`${type} is no scalar.`);
      const rows = await database.read(
        `SELECT DISTINCT "${column}" AS value FROM "${table}" WHERE "${column}" IS NOT NULL LIMIT 5000`,
        [],
      );
      for (const { value } of rows) {
        expect([table, column, scalar.parseValue(value)]).toEqual([table, column, value]);
        read += 1;
      }
    }
    expect(read).toBeGreaterThan(20);
  });
});

/** Every column that has one of these scalars in the API, with its table. */
function columns(): (readonly [type: string, table: string, column: string])[] {
  const found = ENTITIES.flatMap((entity) => {
    const tables = getMetadataArgsStorage().tables;
    const table = tables.find(({ target }) => target === entity)?.name;
    const type = schema.getType(entity.name === 'Organization' ? 'Cluster' : entity.name);
    if (table === undefined || !isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const { name } = getNamedType(field.type);
      const isComputed = entity === Identifier; // its addresses are made of its columns
      return STANDARDS.includes(name) && !isComputed ? [[name, table, field.name] as const] : [];
    });
  });
  expect(found.map(String)).toEqual(
    expect.arrayContaining([
      'CountryCode,organization,country',
      'URL,source,url',
      'CurrencyCode,grant,currency',
      'Locale,organization_name,language',
    ]),
  );
  return [...found, ...CURRENCIES.map((table) => ['CurrencyCode', table, 'currency'] as const)];
}
