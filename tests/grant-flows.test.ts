import { sumOfDecimals } from '../src/domain/sum-of-decimals.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import {
  THIRD_SHARE,
  UNKNOWN_SHARE,
  WHOLE_SHARE,
  withChangedMoney,
} from './support/changed-money.js';
import { dataSetFolder, removeDataSetFolders } from './support/data-set-folder.js';
import { MONEY } from './support/money-data-set.js';
import { plainAmounts } from './support/plain-amounts.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Where money goes: what a Sankey diagram draws. */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await loadDataSet(platform.database, dataSetFolder(MONEY));
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

interface Flows {
  readonly grantCount: number;
  readonly leftOutCount: number;
  readonly equallySplitCount: number;
  readonly nodes: readonly {
    readonly name: string;
    readonly level: number;
    readonly kind: string;
    readonly key: string | null;
    readonly amount: string;
    readonly grantCount: number;
  }[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly amount: string;
    readonly grantCount: number;
  }[];
}

async function flows(args: string, target = platform): Promise<Flows & { sql: readonly string[] }> {
  const { data, sql } =
    await target.succeed(`{ grantFlows(${args}) { grantCount leftOutCount equallySplitCount
    nodes { name level dimension kind key label amount { amount } grantCount node { __typename id } }
    links { from to amount { amount } grantCount } } }`);
  return { ...plainAmounts(data.grantFlows as Flows), sql };
}

/** The links by what people call their ends. */
function drawn({ nodes, links }: Flows): string[] {
  const called = new Map(nodes.map(({ name, key, kind }) => [name, key ?? kind]));
  return links
    .map(({ from, to, amount }) => `${called.get(from)} → ${called.get(to)}: ${amount}`)
    .sort();
}

describe('flows', () => {
  test('lead from column to column, split by the shares that sources state', async () => {
    const found = await flows('currency: "EUR"');
    expect(drawn(found)).toEqual(
      [
        'union → union-calls: 100000.1',
        'academy → UNKNOWN: 5000',
        'union-calls → cluster: 70000.1',
        'union-calls → academy: 30000',
        'UNKNOWN → company: 5000',
        'cluster → NACE_REV2:62.01: 42000.06',
        'cluster → NACE_REV2:25: 28000.04',
        'academy → NACE_REV2:62.01: 18000',
        'academy → NACE_REV2:25: 12000',
        'company → NACE_REV2:25: 5000',
      ].sort(),
    );
    expect(found).toMatchObject({ grantCount: 2, leftOutCount: 5, equallySplitCount: 0 });
  });

  test('are split equally and counted as such if no source states the shares', async () => {
    const found = await flows('currency: "RSD", through: [FUNDER, RECIPIENT, COUNTRY]');
    expect(drawn(found)).toEqual([
      'cluster → RS: 600000',
      'company → RS: 600000',
      'ministry → cluster: 600000',
      'ministry → company: 600000',
    ]);
    expect(found.equallySplitCount).toBe(1);
  });

  const toRecipients = (changed: TestPlatform) =>
    flows(
      'currency: "EUR", through: [FUNDER, RECIPIENT], filter: { funder: { in: ["union"] } }',
      changed,
    );

  test('give an unknown share the rest after the known shares', async () => {
    const found = await withChangedMoney([UNKNOWN_SHARE], toRecipients);
    expect(drawn(found)).toEqual(['union → academy: 30000', 'union → cluster: 70000.1']);
    expect(found.equallySplitCount).toBe(0);
  });

  test('give an unknown share nothing if the known shares add up to the whole', async () => {
    const found = await withChangedMoney([UNKNOWN_SHARE, WHOLE_SHARE], toRecipients);
    expect(drawn(found)).toEqual(['union → academy: 0', 'union → cluster: 100000.1']);
  });

  test('split the rest equally among several unknown shares, and count them as such', async () => {
    const found = await withChangedMoney([UNKNOWN_SHARE, THIRD_SHARE], toRecipients);
    expect(drawn(found)).toEqual([
      'union → academy: 15000',
      'union → cluster: 70000.1',
      'union → company: 15000',
    ]);
    expect(found.equallySplitCount).toBe(1);
  });

  test('show the largest nodes of each column and one node for the rest', async () => {
    const found = await flows('currency: "EUR", through: [FUNDER, RECIPIENT], first: 1');
    expect(drawn(found)).toEqual([
      'REST → REST: 5000',
      'union → REST: 30000',
      'union → cluster: 70000.1',
    ]);
  });

  test('depend on the filter and the measure', async () => {
    const found = await flows(
      'currency: "RSD", measure: DISBURSED, through: [PROGRAMME, FUNDER], filter: { year: { in: [2015] } }',
    );
    expect(drawn(found)).toEqual(['state-aid → ministry: 649999.5']);
  });

  test('are empty if no grant matches', async () => {
    expect(await flows('currency: "CHF"')).toMatchObject({
      grantCount: 0,
      leftOutCount: 7,
      nodes: [],
      links: [],
    });
  });

  test.each([
    ['currency: "euro"', 'currency'],
    ['currency: "EUR", through: [FUNDER]', 'through'],
    ['currency: "EUR", through: [FUNDER, FUNDER]', 'through'],
    ['currency: "EUR", through: [FUNDER, YEAR, STATUS, COUNTRY, REGION, SECTOR]', 'through'],
    ['currency: "EUR", first: 0', 'first'],
    ['currency: "EUR", first: 1001', 'first'],
  ])('are refused for %s', async (args, argument) => {
    const { errors } = await platform.ask(`{ grantFlows(${args}) { grantCount } }`);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      inputPath: [argument],
    });
  });
});

describe('flows of a larger network', () => {
  let synthetic: TestPlatform;
  beforeAll(async () => {
    synthetic = await openTestPlatform('SYNTHETIC');
  });
  afterAll(() => synthetic.close());

  test('have the same total in every column, for any columns', async () => {
    const columns = ['FUNDER', 'RECIPIENT', 'SECTOR', 'REGION', 'YEAR'];
    const found = await flows(
      `currency: "RSD", first: 3, through: [${columns.join(', ')}]`,
      synthetic,
    );
    expect(found.grantCount).toBeGreaterThan(5);
    expect(found.equallySplitCount).toBeGreaterThan(0);
    const sumOf = (all: readonly { readonly amount: string }[]) =>
      sumOfDecimals(all.map(({ amount }) => amount))
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '');
    const sums = columns.map((_column, level) =>
      sumOf(found.nodes.filter((node) => node.level === level)),
    );
    expect(new Set(sums).size).toBe(1);
    for (const { name, level, amount } of found.nodes) {
      const into = found.links.filter(({ to }) => to === name);
      if (level > 0) expect(sumOf(into)).toBe(amount);
    }
    expect(found.nodes.filter(({ kind }) => kind === 'REST').length).toBeGreaterThan(0);
  });

  test('take the same number of statements for any number of flows', async () => {
    const few = await flows('currency: "RSD", first: 1', synthetic);
    const many = await flows('currency: "RSD", first: 50', synthetic);
    expect(many.nodes.length).toBeGreaterThan(few.nodes.length);
    expect(many.sql).toHaveLength(few.sql.length);
  });
});
