import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Budget } from '../entities/funding/budget.entity.js';
import { GrantLocation, GrantSector } from '../entities/funding/grant-purpose.entity.js';
import { GrantProgramme } from '../entities/funding/grant-programme.entity.js';
import { Grant } from '../entities/funding/grant.entity.js';
import { Initiative, InitiativeParticipation } from '../entities/network/initiative.entity.js';
import { Transaction } from '../entities/funding/transaction.entity.js';
import { storeFullGrants } from './support/full-grants.js';
import { faultsOfIati } from './support/standards.js';
import type { GrantRecord } from '../src/export/records/grant.record.js';
import type { InitiativeRecord } from '../src/export/records/initiative.record.js';
import { importFile } from '../src/import/import-file.js';
import { storeTaxonomies } from './support/funding.js';
import { fileFolder } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import { ENTRY, variedRows } from './support/varied-rows.js';
import { idOfKey } from '../src/domain/ids.js';

/** The grant that has everything. */
const ALL = idOfKey('Grant', 'full all');

/** Whatever a graph knows: the standard's schema takes the activities that tell of it. */
let founding: TestPlatform;
let full: TestPlatform;
/** Where there was nothing before what has every field was imported. */
let other: TestPlatform;
const files = fileFolder();
beforeAll(async () => {
  founding = await openTestPlatform('FOUNDING');
  full = await openTestPlatform('EMPTY');
  await storeFullGrants(full.database);
  other = await openTestPlatform('EMPTY');
  await storeTaxonomies(other.database);
  await take(other, await exported(full, 'grants'));
});
afterAll(async () => {
  await founding.close();
  await full.close();
  await other.close();
  files.remove();
});

async function exported({ url }: TestPlatform, kind: 'grants' | 'initiatives'): Promise<string> {
  const response = await fetch(`${url}/export/${kind}.iati.xml`);
  expect(response.status).toBe(200);
  return response.text();
}

async function take({ database }: TestPlatform, text: string) {
  const path = files.write('grants.iati.xml', text);
  const report = await importFile(database, { format: 'iati', path });
  expect({ faults: report.faults.first, isStored: report.isStored }).toEqual({
    faults: [],
    isStored: true,
  });
  return report;
}

/** Records of a graph by what they are known by. */
async function recordsOf<R extends object>(
  { url }: TestPlatform,
  kind: string,
  keyOf: (record: R) => string,
): Promise<ReadonlyMap<string, R>> {
  const { records } = (await (await fetch(`${url}/export/${kind}.json`)).json()) as {
    records: R[];
  };
  return new Map(records.map((record) => [keyOf(record), record]));
}

test.each(['grants', 'initiatives'] as const)('the founding data are valid: %s', async (kind) => {
  expect(await faultsOfIati(await exported(founding, kind))).toEqual([]);
});

test.each(['grants', 'initiatives'] as const)(
  'records with every possible field are valid: %s',
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
  Budget,
};

test.each(Object.entries(ENTITIES))('the test data sets every field of %s', async (_, entity) => {
  const { columns, tableName } = full.database.dataSource.getMetadata(entity);
  const rows = await full.database.dataSource.query<Record<string, unknown>[]>(
    `SELECT * FROM "${tableName}"`,
  );
  const empty = columns
    .map(({ databaseName }) => databaseName)
    .filter((name) => rows.every((row) => row[name] == null));
  expect(empty).toEqual([]);
});

describe('imported into a graph without grants', () => {
  const grantsIn = (graph: TestPlatform) =>
    recordsOf<GrantRecord>(graph, 'grants', ({ scheme, identifier, currency }) =>
      [scheme, identifier, currency].join(' '),
    );
  const inBoth = async <T>(pick: (grant: GrantRecord) => T) => {
    const [before, after] = [await grantsIn(full), await grantsIn(other)];
    expect(before.size).toBeGreaterThan(8);
    // One of which no date is known cannot be an activity.
    const keys = [...before.keys()].filter((key) => key !== 'SCAN empty EUR');
    const picked = (grants: typeof before) =>
      Object.fromEntries(
        keys.map((key) => {
          const grant = grants.get(key);
          return [key, grant === undefined ? 'is not there' : pick(grant)];
        }),
      );
    return [picked(before), picked(after)] as const;
  };

  test('an unknown status stays unknown', async () => {
    const [before, after] = await inBoth(({ status }) => status);
    expect(before['SCAN least USD']).toBeNull();
    expect(before['SCAN all / of it USD']).toBe('CANCELLED');
    expect(after).toEqual(before);
  });

  test('budgets are unchanged', async () => {
    const [before, after] = await inBoth(({ budgets }) =>
      budgets.map((budget) => ({ ...budget, source: null, sourcePointer: null })),
    );
    expect(before['SCAN all / of it USD']).toHaveLength(2);
    expect(after).toEqual(before);
  });

  test('places are unchanged', async () => {
    const [before, after] = await inBoth(({ locations }) => locations);
    expect(before['SCAN least USD']).toHaveLength(1);
    expect(before['SCAN all / of it USD']).toHaveLength(9);
    expect(before['IATI XM-DAC-7-P1 EUR']).toEqual([]); // its initiative has a region
    expect(after).toEqual(before);
  });

  test('the share of each recipient is unchanged, known or unknown', async () => {
    const [before, after] = await inBoth(({ recipients }) =>
      recipients.map(({ party, amount }) => [party.name, amount]).sort(),
    );
    const shares = Object.values(before).flatMap((list) => list as unknown[][]);
    expect(shares.some(([, amount]) => amount !== null)).toBe(true);
    expect(shares.some(([, amount]) => amount === null)).toBe(true);
    expect(after).toEqual(before);
  });

  test('dates keep their precision', async () => {
    const [before, after] = await inBoth((grant) => [
      grant.awardedOn,
      grant.plannedStartOn,
      grant.plannedEndOn,
      grant.startedOn,
      grant.endedOn,
    ]);
    expect(before['THREE_SIXTY_GIVING 360G-don-1 EUR']).toContain('2016-02');
    expect(before['SCAN least USD']).toEqual(['2020-02-02', null, null, null, null]);
    expect(after).toEqual(before);
  });

  test('transactions have only the days that are known', async () => {
    const [before, after] = await inBoth(({ transactions }) =>
      transactions.map(({ kind, value, valueDate, quarter, madeOn }) => [
        kind,
        value,
        valueDate,
        quarter,
        madeOn,
      ]),
    );
    expect(before['IATI XM-DAC-7-P1 EUR']?.[1]).toEqual(['DISBURSEMENT', '400', '2014', 2, null]);
    // What was awarded is told as a commitment there, and here it is no transaction.
    expect(before['SCAN vague EUR']).toEqual([]);
    expect(after).toEqual(before);
  });

  test('stated sums stay sums and do not become transactions', async () => {
    const [before, after] = await inBoth(({ awarded, committed, disbursed, spent }) => [
      awarded,
      committed,
      disbursed,
      spent,
    ]);
    expect(before['SCAN vague EUR']).toEqual(['5', null, null, null]);
    expect(after).toEqual(before);
  });

  test('the way a grant was given is unchanged', async () => {
    const [before, after] = await inBoth(
      ({ appliedFor, regrant, fromOpenCall, toIndividuals, isSecondaryReport }) => [
        appliedFor,
        regrant,
        fromOpenCall,
        toIndividuals,
        isSecondaryReport,
      ],
    );
    expect(after).toEqual(before);
  });

  test('the funder, reporter and initiative are unchanged, known or unknown', async () => {
    const [before, after] = await inBoth(({ funder, reporter, title, description, initiative }) => [
      funder.name,
      reporter?.name,
      // In a file of XML a text is without some blanks and signs.
      ...[title, description].map((text) => text?.replaceAll(/[^\p{L}\p{N}]+/gu, '')),
      initiative?.slug,
    ]);
    expect(before['SCAN least USD']?.slice(1)).toEqual([
      undefined,
      'Withall',
      undefined,
      undefined,
    ]);
    expect(before['SCAN of another USD']?.slice(0, 2)).toEqual(['Donor', 'Agency']);
    // Published as one activity with their initiative, they are called as it is.
    const alone = (grants: typeof before) =>
      Object.entries(grants).filter(([key]) => !key.startsWith('IATI'));
    expect(alone(after)).toEqual(alone(before));
  });

  test('the programme is unchanged', async () => {
    const programme = (grant: GrantRecord) =>
      grant.programme && {
        ...grant.programme,
        funder: grant.programme.funder.name,
        manager: grant.programme.manager?.name,
      };
    const [before, after] = await inBoth(programme);
    expect(before['SCAN all / of it USD']).toMatchObject({ slug: 'second-call', funder: 'Agency' });
    expect(before['THREE_SIXTY_GIVING 360G-don-1 EUR']).toMatchObject({ slug: 'call' });
    expect(after).toEqual(before);
  });

  test('participants in an initiative keep their period and its precision', async () => {
    const initiatives = async (graph: TestPlatform) => {
      const all = await recordsOf<InitiativeRecord>(graph, 'initiatives', ({ slug }) => slug);
      const one = all.get('planned');
      return {
        dates: [one?.startedOn, one?.endedOn],
        // Who gives to it by grants is told as funding in IATI, and is not for that one who takes part.
        ties: one?.participants.map(({ party, since, until, status }) => [
          party.slug,
          since,
          until,
          status,
        ]),
      };
    };
    const before = await initiatives(full);
    expect(before.ties).toEqual([['ict', '2014-02', '2016', 'ENDED']]);
    expect(await initiatives(other)).toEqual(before);
  });

  test('importing it again changes nothing', async () => {
    const { rows } = await take(other, await exported(full, 'grants'));
    expect(rows).toMatchObject({ inserted: 0, updated: 0, removed: 0 });
  });
});

describe('whatever is stored is in the file, or in what the file says that it leaves out', () => {
  const OF_GRANTS = ['csv', 'json', '360giving.json', 'iati.xml'].map(
    (ending) => `grants.${ending}`,
  );
  const OF_INITIATIVES = ['csv', 'json', 'iati.xml'].map((ending) => `initiatives.${ending}`);
  const OF_ORGANIZATIONS = ['csv', 'json', 'jsonld'].map((ending) => `organizations.${ending}`);
  const tablesAnd = (kind: string) => [`${kind}.csv`, `${kind}.json`];
  const TABLES: Readonly<Record<string, readonly string[]>> = {
    grant: OF_GRANTS,
    grant_share: OF_GRANTS,
    grant_intermediary: OF_GRANTS,
    grant_sector: OF_GRANTS,
    grant_location: OF_GRANTS,
    // The table of grants has the sums of transactions; the transactions are a table of their own.
    grant_transaction: [...OF_GRANTS.slice(1), ...tablesAnd('transactions')],
    grant_budget: OF_GRANTS,
    grant_programme: tablesAnd('programmes'),
    initiative: OF_INITIATIVES,
    initiative_participation: OF_INITIATIVES,
    initiative_sector: OF_INITIATIVES,
    initiative_region: OF_INITIATIVES,
    claim: OF_INITIATIVES,
    organization: OF_ORGANIZATIONS,
    organization_name: OF_ORGANIZATIONS,
    identifier: OF_ORGANIZATIONS,
    organization_sector: OF_ORGANIZATIONS,
    membership: OF_ORGANIZATIONS,
  };

  /** A file, with what describes a table beside it, but for the time: its content, and what it says is left out. */
  async function whole(name: string): Promise<readonly [content: string, report: string]> {
    const names = name.endsWith('.csv')
      ? [name, name.replace('.csv', '.csv-metadata.json')]
      : [name];
    const texts: string[] = [];
    for (const each of names) texts.push(await (await fetch(`${full.url}/export/${each}`)).text());
    const text = texts.join('\n').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');
    const start = text.indexOf('"exportReport"');
    expect(start).toBeGreaterThan(0);
    return [text.slice(0, start), text.slice(start)];
  }

  test.each(Object.entries(TABLES))('%s', async (table, names) => {
    const before = new Map<string, readonly string[]>();
    for (const name of names) before.set(name, await whole(name));
    const silent: string[] = [];
    /** Those that leave out entries of the table as a whole, and say so. */
    const without = new Set<string>();
    for await (const change of variedRows(full.database.dataSource, table, ALL)) {
      for (const name of names) {
        const [content, report] = await whole(name);
        const isInContent = content !== before.get(name)?.[0];
        const isInReport = report !== before.get(name)?.[1];
        if (change.endsWith(ENTRY) && isInReport && !isInContent) without.add(name);
        else if (!isInContent && !isInReport && !without.has(name))
          silent.push(`${change} ${name}`);
      }
    }
    expect(silent).toEqual([]);
    for (const name of names) expect(await whole(name)).toEqual(before.get(name));
  });
});
