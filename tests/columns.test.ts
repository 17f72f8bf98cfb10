import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GrantRole } from '../resolvers/funding/grant-organization.filter.js';
import { GrantDimension } from '../src/aggregates/grant-dimensions.js';
import { Measure } from '../src/aggregates/measures.js';
import { Challenge } from '../entities/network/initiative.entity.js';
import { GrantStatus } from '../entities/funding/grant.entity.js';
import { mergeOrganizations } from '../src/data-set/merge-organizations.js';
import { ColumnCopy } from '../src/aggregates/column-copy.js';
import { isOnServer } from './support/database-on-server.js';
import { openTestDatabase } from './support/databases.js';
import { openTestPlatform, type Answer, type TestPlatform } from './support/test-platform.js';
import type { Database } from '../src/database/database.js';

/** So many, or as many as there is time for. */
const RUNS = 100;
const TIME_MS = 5_000;
const LIMITS = { cost: 10_000_000, aliases: 200, tokens: 10_000 };
const DIMENSIONS = Object.keys(GrantDimension);

/** A question whose every figure is about grants. */
const QUESTION = `query ($filter: GrantFilter, $by: GrantDimension!, $perYear: Boolean!, $yearOf: YearOf!, $first: Int!, $orderBy: FacetOrder!,
    $currency: CurrencyCode!, $measures: [Measure!], $measure: Measure!, $through: [GrantDimension!]!) {
  grantFacets(filter: $filter) { grantCount ${DIMENSIONS.map(
    (dimension) =>
      `${dimension}: facet(dimension: ${dimension}, first: $first, orderBy: $orderBy) { distinctCount unknownCount values { key label grantCount node { __typename id } } }`,
  ).join(' ')} }
  grantTotals(filter: $filter) { grantCount leftOut { reason grantCount }
    amounts { measure currency grantCount sum { amount } min { amount } max { amount } median { amount } }
    convertedTo(currency: $currency, measures: $measures) { measure sum { amount } amountCount
      unconverted { currency amountCount sum { amount } } rates { currency period rate amountCount source { id } } }
    groups(by: $by, perYear: $perYear, yearOf: $yearOf, first: $first, measures: $measures) { key label year grantCount node { id }
      amounts { measure currency grantCount sum { amount } min { amount } max { amount } median { amount } } } }
  grantFlows(filter: $filter, currency: $currency, measure: $measure, through: $through, first: 5) {
    grantCount leftOutCount equallySplitCount nodes { name level kind key label amount { amount } grantCount } links { from to amount { amount } grantCount } }
}`;

/** As a sheet has them in which somebody converted amounts. */
const LONG_NUMBERS = [
  'UPDATE "grant" SET awarded = 1234.5 WHERE awarded > 1e15',
  `UPDATE "grant" SET awarded = awarded * 1.0123456789012345, applied_for = applied_for / 3 WHERE id::text < 'a'`,
  `UPDATE grant_share SET amount = amount / 7 WHERE grant_id::text < 'c'`,
  `UPDATE grant_sector SET percentage = percentage / 3 WHERE grant_id::text < 'b'`,
  `UPDATE grant_transaction SET value = round(value * 1.00987654321098765, 15) WHERE grant_id::text < '9'`,
];

/** As if others had been merged into all that are funders. */
const MERGED = `INSERT INTO organization_merge (absorbed_id, absorbed_slug, kept_id, absorbed, duplicates, merged_at)
  SELECT gen_random_uuid(), 'once-' || o.slug, o.id, '{}', '[]', now()
  FROM organization o WHERE o.id IN (SELECT g.funder_id FROM "grant" g)`;

/** The question asked with nothing in particular. */
const PLAIN = {
  by: 'RECIPIENT',
  perYear: false,
  yearOf: 'AWARD',
  first: 5,
  orderBy: 'GRANTS',
  currency: 'EUR',
  measure: 'AWARDED',
  through: ['FUNDER', 'PROGRAMME', 'RECIPIENT', 'SECTOR'],
};

/** What may be read of the database by one who has all figures from a copy. */
const BESIDES = /AS version$|AS "nodeId" FROM unnest|"exchange_rate"|"_key"/;
const counted = ({ sql }: Answer<unknown>) => sql.filter((text) => !BESIDES.test(text));

/** Where a transaction does not keep all others waiting. */
const testOnServer = isOnServer ? test : test.skip;

describe('figures from columns', () => {
  let database: Database;
  let columns: TestPlatform;
  let rows: TestPlatform;
  let variables: fc.Arbitrary<Record<string, unknown>>;
  /** The one that time ran out on is still being answered when the property is done. */
  let underWay: Promise<unknown> = Promise.resolve();
  beforeAll(async () => {
    database = await openTestDatabase('SYNTHETIC');
    await database.dataSource.query(MERGED);
    const options = { database, cacheCharacters: 0 };
    columns = await openTestPlatform('SYNTHETIC', LIMITS, { ...options, columnsFromGrants: 1 });
    rows = await openTestPlatform('SYNTHETIC', LIMITS, options);
    variables = await arbitraryVariables(database);
    await untilCopied(columns);
  });
  afterAll(async () => {
    await Promise.allSettled([underWay]);
    await columns.close();
    await rows.close();
    await database.close();
  });

  const areThoseOfRows = () =>
    fc.assert(
      fc.asyncProperty(variables, (asked) => {
        const same = (async () => {
          const fromColumns = await columns.succeed(QUESTION, asked);
          expect(counted(fromColumns)).toEqual([]);
          expect(fromColumns.data).toEqual((await rows.succeed(QUESTION, asked)).data);
        })();
        underWay = same;
        return same;
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: TIME_MS },
    );

  test('equal those of the database for every question', areThoseOfRows);

  test.each([
    ['identifiers', { identifier: { in: ['nobody'] } }],
    ['titles in a nested filter', { or: [{}, { not: { title: { contains: 'grant' } } }] }],
    ['titles', { title: { contains: 'grant' } }],
  ])('are computed by the database if a filter uses %s', async (_what, filter) => {
    const question = `query ($filter: GrantFilter) { grantFacets(filter: $filter) { grantCount } }`;
    const answer = await columns.succeed(question, { filter });
    expect(counted(answer)).toHaveLength(1);
    expect(answer.data).toEqual((await rows.succeed(question, { filter })).data);
  });

  test.each([
    `UPDATE "grant" SET awarded = coalesce(awarded, 0) + 1000.25, status = 'CLOSED' WHERE id = (SELECT g.id FROM "grant" g ORDER BY g.id LIMIT 1)`,
    `DELETE FROM grant_share WHERE grant_id = (SELECT s.grant_id FROM grant_share s ORDER BY 1 LIMIT 1)`,
    // A share is a part of a known award.
    `UPDATE grant_share SET amount = 5 WHERE grant_id = (SELECT s.grant_id FROM grant_share s JOIN "grant" g ON g.id = s.grant_id
     WHERE g.awarded > 100 AND g.regrant IS NULL AND g.parent_id IS NULL AND NOT g.is_secondary_report ORDER BY 1 LIMIT 1)`,
    `INSERT INTO grant_intermediary (grant_id, organization_id)
     SELECT g.id, o.id FROM (SELECT id FROM "grant" ORDER BY id LIMIT 3) g, (SELECT id FROM organization ORDER BY id LIMIT 2) o
     ON CONFLICT DO NOTHING`,
    `UPDATE grant_sector SET percentage = NULL WHERE grant_id IN (SELECT s.grant_id FROM grant_sector s ORDER BY 1 LIMIT 20)`,
    `DELETE FROM grant_location WHERE grant_id IN (SELECT l.grant_id FROM grant_location l ORDER BY 1 LIMIT 20)`,
    `UPDATE grant_transaction SET value = value + 7 WHERE grant_id IN (SELECT x.grant_id FROM grant_transaction x ORDER BY 1 LIMIT 5)`,
    `DELETE FROM grant_transaction WHERE grant_id IN (SELECT x.grant_id FROM grant_transaction x ORDER BY 1 LIMIT 5)`,
    `UPDATE organization SET name = name || ' of old', slug = slug || '-of-old'`,
    `UPDATE grant_programme SET title = title || ' of old'`,
    `UPDATE initiative SET challenges = '{}' WHERE id IN (
       SELECT g.initiative_id FROM "grant" g JOIN initiative i ON i.id = g.initiative_id WHERE i.challenges <> '{}' ORDER BY 1 LIMIT 3)`,
    `UPDATE sector SET title = title || ' of old'`,
    `UPDATE region SET name = name || ' of old'`,
    `UPDATE source SET title = title || ' of old'`,
    `UPDATE exchange_rate SET per_usd = per_usd * 2 WHERE currency = 'EUR'`,
    'DELETE FROM seat',
  ])('reflect a write at once: %s', async (change) => {
    const asked = { ...PLAIN, first: 1000 };
    const before = (await rows.succeed(QUESTION, asked)).data;
    await database.dataSource.query(change);
    const after = await columns.succeed(QUESTION, asked);
    expect(counted(after)).toEqual([]);
    expect(after.data).toEqual((await rows.succeed(QUESTION, asked)).data);
    if (change !== 'DELETE FROM seat') expect(after.data).not.toEqual(before);
  });

  test('reflect a merge of organizations at once', async () => {
    const [kept, absorbed] = (
      await database.read(
        `SELECT o.slug FROM organization o WHERE o.type = 'Donor' AND o.id IN (SELECT g.funder_id FROM "grant" g) ORDER BY 1 LIMIT 2`,
        [],
      )
    ).map(({ slug }) => slug as string) as [string, string];
    const filter = { funder: { in: [absorbed] }, organization: { eq: absorbed } };
    const question = `query ($filter: GrantFilter) { grantFacets(filter: $filter) { grantCount } }`;
    const before = (await columns.succeed(question, { filter })).data.grantFacets.grantCount;
    await mergeOrganizations(database, kept, absorbed);
    const after = await columns.succeed(question, { filter });
    expect(counted(after)).toEqual([]);
    expect(after.data).toEqual((await rows.succeed(question, { filter })).data);
    expect(after.data.grantFacets.grantCount).toBeGreaterThan(before);
  });

  testOnServer('are right after rollbacks and the commits that follow', async () => {
    const raise = `UPDATE "grant" SET awarded = awarded + 1 WHERE id = (SELECT g.id FROM "grant" g WHERE awarded IS NOT NULL ORDER BY 1 LIMIT 1)`;
    const question = '{ grantTotals { amounts(measures: [AWARDED]) { sum { amount } } } }';
    await database.dataSource.transaction(async (manager) => {
      await manager.query(raise);
      // Others see nothing of it yet.
      expect((await columns.succeed(question)).data).toEqual((await rows.succeed(question)).data);
      await database.dataSource.query(`UPDATE source SET title = title || '.'`);
      expect((await columns.succeed(question)).data).toEqual((await rows.succeed(question)).data);
    });
    const after = await columns.succeed(question);
    expect(counted(after)).toEqual([]);
    expect(after.data).toEqual((await rows.succeed(question)).data);
  });

  test('are computed by the database after many writes, until there is a new copy', async () => {
    const question =
      '{ grantFacets { grantCount } grantTotals { amounts(measures: [AWARDED]) { sum { amount } } } }';
    const before = (await columns.succeed(question)).data;
    await database.dataSource.query('UPDATE "grant" SET awarded = awarded + 1000.25');
    const after = await columns.succeed(question);
    expect(after.data).not.toEqual(before);
    await untilCopied(columns);
    const copied = await columns.succeed(question);
    expect(counted(copied)).toEqual([]);
    expect(copied.data).toEqual(after.data);
  });

  test('are exact for amounts with many digits', async () => {
    const amounts = ['12345678901234567890.12345678', '0.00000001', '-3', '1000000.1'];
    await database.dataSource.query(
      `UPDATE "grant" g SET awarded = a.amount::numeric FROM unnest($1::text[]) WITH ORDINALITY AS a(amount, n),
         (SELECT id, row_number() OVER (ORDER BY id) AS n FROM "grant") r WHERE r.n = a.n AND r.id = g.id`,
      [amounts],
    );
    await untilCopied(columns);
    const question =
      '{ grantTotals { amounts(measures: [AWARDED]) { currency sum { amount } min { amount } max { amount } median { amount } } } }';
    const fromColumns = await columns.succeed(question);
    expect(counted(fromColumns)).toEqual([]);
    expect(fromColumns.data).toEqual((await rows.succeed(question)).data);
  });

  testOnServer('never delay the shutdown of the server', async () => {
    const { dataSource } = database;
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE grant_sector IN ACCESS EXCLUSIVE MODE');
    const other = await openTestPlatform('SYNTHETIC', LIMITS, { database, columnsFromGrants: 1 });
    const isWaiting = async () => {
      const [row] = await dataSource.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE datname = current_database() AND query LIKE 'COPY%' AND wait_event_type = 'Lock'`,
      );
      return row?.count === 1;
    };
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 50));
    await other.close();
    expect(await isWaiting()).toBe(true);
    await runner.rollbackTransaction();
    await runner.release();
  });

  test('are completed by a copy that is being replaced', async () => {
    const { signal } = new AbortController();
    const copies = await database.openCopies();
    const copy = await ColumnCopy.make(copies, signal);
    await copies.close();
    const slow = copy.read('SELECT count(*)::text AS n FROM range(50000000)', [], 60_000, signal);
    await copy.close();
    expect(await slow).toEqual([{ n: '50000000' }]);
  });

  test('are right again soon after the database was restored from a backup', async () => {
    await database.dataSource.query(
      `UPDATE "grant" SET awarded = 77 WHERE id = (SELECT g.id FROM "grant" g ORDER BY g.id LIMIT 1)`,
    );
    // Its version is an earlier one then, and nothing is noted of what has changed.
    await database.dataSource.query('UPDATE data_version SET changes = 0');
    await database.dataSource.query('DELETE FROM changed_row');
    const question = '{ grantTotals { amounts(measures: [AWARDED]) { sum { amount } } } }';
    const { data } = await rows.succeed(question);
    while (!isDeepStrictEqual((await columns.succeed(question)).data, data)) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });

  test('are right too for numbers with more digits than a machine word', async () => {
    for (const change of LONG_NUMBERS) await database.dataSource.query(change);
    await untilCopied(columns);
    await areThoseOfRows();
  });

  test('are computed by the database if an amount has more digits than a copy can hold', async () => {
    await database.dataSource.query(
      `UPDATE "grant" SET awarded = 1e30 + 1e-10 WHERE id = (SELECT min(id::text)::uuid FROM "grant")`,
    );
    const answer = await columns.succeed('{ grantFacets { grantCount } }');
    expect(counted(answer)).toHaveLength(1);
  });
});

/** Whether a copy is made is seen by what the database is asked. */
async function untilCopied(platform: TestPlatform): Promise<void> {
  for (;;) {
    if (counted(await platform.succeed('{ grantFacets { grantCount } }')).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function arbitraryVariables({
  read,
}: Database): Promise<fc.Arbitrary<Record<string, unknown>>> {
  const some = async (text: string) => {
    const rows = await read(`SELECT DISTINCT ${text} LIMIT 30`, []);
    return fc.constantFrom(...rows.map((row) => Object.values(row)[0] as string));
  };
  const slugs = (table: string, column: string) =>
    some(`o.slug FROM ${table} o JOIN "grant" g ON g.${column} = o.id`);
  const choice = (value: fc.Arbitrary<unknown>) =>
    fc.record(
      {
        eq: value,
        in: fc.array(value, { maxLength: 4 }),
        notIn: fc.array(value, { maxLength: 3 }),
        isNull: fc.boolean(),
      },
      { requiredKeys: [] },
    );
  const day = fc
    .tuple(fc.integer({ min: 2008, max: 2027 }), fc.constantFrom('05-17', '01-01', '06-01'))
    .map(([year, rest]) => `${String(year)}-${rest}`);
  const currency = fc.constantFrom('EUR', 'RSD', 'USD', 'GBP');
  const measure = fc.constantFrom(...Object.keys(Measure));
  const dimension = fc.constantFrom(...DIMENSIONS);
  const linked = (table: string) =>
    some(`o.slug FROM ${table} l JOIN organization o ON o.id = l.organization_id`);
  const funder = fc.oneof(
    await slugs('organization', 'funder_id'),
    await some('m.absorbed_slug FROM organization_merge m'),
  );
  const filter = fc.record(
    {
      funder: choice(funder),
      recipient: choice(await linked('grant_share')),
      intermediary: choice(await linked('grant_intermediary')),
      organization: fc.record(
        {
          eq: funder,
          notIn: fc.array(funder, { maxLength: 2 }),
          roles: fc.option(fc.array(fc.constantFrom(...Object.keys(GrantRole)), { maxLength: 4 })),
        },
        { requiredKeys: [] },
      ),
      programme: choice(await slugs('grant_programme', 'programme_id')),
      initiative: choice(await slugs('initiative', 'initiative_id')),
      sector: choice(await some(`s.scheme || ':' || s.code FROM sector s`)),
      challenge: choice(fc.constantFrom(...Object.keys(Challenge))),
      country: choice(await some('l.country FROM grant_location l WHERE l.country IS NOT NULL')),
      region: choice(await some('r.code FROM region r')),
      year: choice(fc.integer({ min: 2008, max: 2027 })),
      awardedOn: fc.record({ gt: day, gte: day, lt: day, lte: day }, { requiredKeys: [] }),
      period: fc.record({ contains: day, isNull: fc.boolean() }, { requiredKeys: [] }),
      status: choice(fc.constantFrom(...Object.keys(GrantStatus))),
      currency: choice(currency),
      amount: fc.oneof(
        fc.record(
          {
            measure,
            currency,
            gte: fc.constantFrom('0', '1000.5', '250000'),
            lt: fc.constantFrom('90000', '5000000.25'),
            isNull: fc.boolean(),
          },
          { requiredKeys: ['measure', 'currency', 'gte'] },
        ),
        fc.record({ measure, isNull: fc.boolean() }),
      ),
      dataSet: choice(await slugs('source', 'source_id')),
      toIndividuals: fc.record({ eq: fc.boolean() }),
    },
    { requiredKeys: [] },
  );
  // Few conditions at once, or nothing is left to count.
  const few = fc
    .tuple(filter, fc.uniqueArray(fc.nat(19), { maxLength: 3 }))
    .map(([all, chosen]) => {
      const entries = Object.entries(all);
      return Object.fromEntries(
        [...new Set(chosen.map((at) => at % Math.max(entries.length, 1)))].flatMap((at) =>
          entries.slice(at, at + 1),
        ),
      );
    });
  const asked = fc.record({
    filter: fc.oneof(
      { weight: 3, arbitrary: few },
      fc
        .tuple(few, few, few)
        .map(([one, other, third]) => ({ or: [one, { ...other, not: third }] })),
      fc.tuple(few, few).map(([one, other]) => ({ ...one, not: other })),
    ),
    by: dimension,
    perYear: fc.boolean(),
    yearOf: fc.constantFrom('AWARD', 'TRANSACTION'),
    first: fc.constantFrom(1, 3, 10, 1000),
    orderBy: fc.constantFrom('GRANTS', 'KEY'),
    currency,
    measures: fc.option(fc.array(measure, { maxLength: 6 })),
    measure,
    through: fc.uniqueArray(dimension, { minLength: 2, maxLength: 5 }),
  });
  return asked.map((one) => (one.by === 'SECTOR' ? { ...one, yearOf: 'AWARD' } : one));
}
