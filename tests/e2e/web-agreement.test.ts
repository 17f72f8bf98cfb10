import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { exportUrl, UNKNOWN } from '../../src/pages/address.js';
import { ClustersDocument } from '../../src/pages/generated/clusters.js';
import { FundingDocument, FundingFacetDocument } from '../../src/pages/generated/funding.js';
import { InitiativesDocument } from '../../src/pages/generated/initiatives.js';
import { OrganizationsDocument } from '../../src/pages/generated/organizations.js';
import { RegionDocument } from '../../src/pages/generated/regions.js';
import { SectorDocument } from '../../src/pages/generated/sectors.js';
import { clusterFilter, clustersVariables } from '../../src/pages/views/clusters.js';
import {
  excluding,
  FACETS,
  facetVariables,
  fundingVariables,
  grantFilter,
} from '../../src/pages/views/funding.js';
import { NetworkDocument } from '../../src/pages/generated/network.js';
import { affordableNodes, networkVariables } from '../../src/pages/views/network.js';
import { initiativeFilter, initiativesVariables } from '../../src/pages/views/initiatives.js';
import { organizationFilter, organizationsVariables } from '../../src/pages/views/organizations.js';
import { regionVariables } from '../../src/pages/views/regions.js';
import { sectorVariables } from '../../src/pages/views/sectors.js';
import {
  auditWhole,
  browserPath,
  openBrowser,
  openPage,
  waitForContent,
} from '../support/browser.js';
import { openTestPlatform, type TestPlatform } from '../support/test-platform.js';

/** Each is several operations and an export. */
const FILTERS = 12;
const BUDGET_BYTES = 150 * 1024;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('SYNTHETIC');
});
afterAll(() => platform.close());

interface NetworkPart {
  readonly network: { readonly nodes: readonly { readonly key: string }[] };
}
const keysOf = ({ network }: NetworkPart) => network.nodes.map(({ key }) => key);

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly { readonly id: string }[];
}

/** The rows of all pages of a list, as a reader sees them who always goes on to the next page. */
async function rowsOf(
  operation: { toString(): string },
  field: string,
  variablesOf: (search: URLSearchParams) => object,
  search: URLSearchParams,
): Promise<{ readonly totalCount: number; readonly ids: readonly string[] }> {
  const own = new URLSearchParams(search);
  const ids: string[] = [];
  for (;;) {
    const { data } = await platform.succeed(operation.toString(), { ...variablesOf(own) });
    const { totalCount, nodes, pageInfo } = data[field] as Page;
    ids.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) return { totalCount, ids };
    own.set('after', pageInfo.endCursor ?? '');
  }
}

async function recordsOf(file: string, filter: unknown): Promise<number> {
  const response = await fetch(`${platform.url}${exportUrl(file, filter)}`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { records: object[] }).records.length;
}

/** The total on the page, the rows behind it and the rows of its download. */
async function expectAgreement(
  operation: { toString(): string },
  field: string,
  variablesOf: (search: URLSearchParams) => object,
  [file, filter]: readonly [file: string, filter: unknown],
  search: URLSearchParams,
): Promise<number> {
  const { totalCount, ids } = await rowsOf(operation, field, variablesOf, search);
  const records = await recordsOf(file, filter);
  expect([search.toString(), ids.length, new Set(ids).size, records]).toEqual([
    search.toString(),
    totalCount,
    totalCount,
    totalCount,
  ]);
  return totalCount;
}

/** Addresses with some of these values in up to three parameters: with more, nothing matches. */
function addresses(values: Readonly<Record<string, readonly string[]>>) {
  return fc
    .subarray(Object.keys(values), { maxLength: 3 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc
            .subarray([...(values[name] ?? [])], { minLength: 1, maxLength: 3 })
            .map((chosen): [string, string] => [name, chosen.join(',')]),
        ),
      ),
    )
    .map((parameters) => new URLSearchParams(parameters));
}

describe('for any filter, the total, the rows and the download agree', () => {
  test('of grants, and each facet counts the same grants', async () => {
    const offered: Record<string, string[]> = {};
    for (const [dimension, parameter] of FACETS) {
      const { data } = await platform.succeed(
        FundingFacetDocument.toString(),
        facetVariables(new URLSearchParams(), dimension, parameter),
      );
      const { values } = data.grantFacets.facet as { values: { key: string | null }[] };
      const keys = values.flatMap(({ key }) => (key === null ? [] : [key])).slice(0, 4);
      offered[parameter] = [...keys, UNKNOWN];
      offered[excluding(parameter)] = [...keys.slice(0, 2), UNKNOWN];
    }
    const some = addresses(offered);
    const totals: number[] = [];
    await fc.assert(
      fc.asyncProperty(some, async (search) => {
        totals.push(
          await expectAgreement(
            FundingDocument,
            'grants',
            fundingVariables,
            ['grants.json', grantFilter(search)],
            search,
          ),
        );
        const { data } = await platform.succeed(
          FundingFacetDocument.toString(),
          facetVariables(search, 'YEAR', 'year'),
        );
        const own = new URLSearchParams(search);
        own.delete('year');
        own.delete(excluding('year'));
        const { totalCount } = await rowsOf(FundingDocument, 'grants', fundingVariables, own);
        // A grant has one year, or none that is known.
        const { values, unknownCount } = data.grantFacets.facet as {
          values: { grantCount: number }[];
          unknownCount: number;
        };
        const counted = values.reduce((sum, { grantCount }) => sum + grantCount, unknownCount);
        expect([own.toString(), counted]).toEqual([own.toString(), totalCount]);
      }),
      { numRuns: FILTERS },
    );
    expect(Math.max(...totals)).toBeGreaterThan(50);
  });

  test('of organizations, clusters and initiatives', async () => {
    const { data } = await platform.succeed(
      `{ totals { regions(level: 2) { region { code } } sectors(scheme: NACE_REV2, first: 6) { sector { scheme code } } } }`,
    );
    const regions = data.totals.regions.map(
      ({ region }: { region: { code: string } }) => region.code,
    );
    const sectors = data.totals.sectors.map(
      ({ sector }: { sector: { scheme: string; code: string } }) =>
        `${sector.scheme}:${sector.code}`,
    );
    const kinds = ['CLUSTER', 'COMPANY', 'DONOR', 'INSTITUTION'];
    const totals: number[] = [];
    await fc.assert(
      fc.asyncProperty(
        addresses({ kind: kinds, region: regions, sector: sectors }),
        async (search) => {
          totals.push(
            await expectAgreement(
              OrganizationsDocument,
              'organizations',
              organizationsVariables,
              ['organizations.json', organizationFilter(search)],
              search,
            ),
          );
          search.delete('kind');
          await expectAgreement(
            ClustersDocument,
            'clusters',
            clustersVariables,
            ['organizations.json', clusterFilter(search)],
            search,
          );
          await expectAgreement(
            InitiativesDocument,
            'initiatives',
            initiativesVariables,
            ['initiatives.json', initiativeFilter(search)],
            search,
          );
        },
      ),
      { numRuns: FILTERS },
    );
    expect(Math.max(...totals)).toBeGreaterThan(20);
  });

  test('of a sector and of a region with the lists that they lead to', async () => {
    const sector = sectorVariables({ scheme: 'NACE_REV2', code: '62' });
    const region = regionVariables({ code: 'RS12' });
    for (const [operation, variables, field] of [
      [SectorDocument, sector, 'sector'],
      [RegionDocument, region, 'region'],
    ] as const) {
      const { data } = await platform.succeed(operation.toString(), { ...variables });
      const { organizations, grants, initiatives } = data[field];
      expect(organizations.totalCount).toBeGreaterThan(3);
      expect(await recordsOf('organizations.json', variables.organizations)).toBe(
        organizations.totalCount,
      );
      expect(await recordsOf('initiatives.json', variables.organizations)).toBe(
        initiatives.totalCount,
      );
      expect(await recordsOf('grants.json', variables.grants)).toBe(grants.totalCount);
      expect(data.grantTotals.grantCount).toBe(grants.totalCount);
    }
  });
});

test('a network that costs too much is asked for again with fewer nodes', () => {
  const costOf = (first: number) => {
    const edges = 20 * first + 524;
    return {
      value: 60_000 + 4 * first + edges,
      limit: 100_000,
      costliest: [{ path: 'network.edges', points: edges }],
    };
  };
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5000 }), (from) => {
      let first = from;
      for (let round = 0; costOf(first).value > 100_000; round += 1) {
        first = affordableNodes(first, costOf(first));
        expect(round).toBeLessThan(3);
      }
      expect(first).toBeGreaterThanOrEqual(Math.min(from, 400));
    }),
  );
});

(browserPath === null ? describe.skip : describe)(
  'pages of a synthetic network in a browser',
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser(browserPath ?? '');
    });
    afterAll(() => browser.close());

    test('a network that is too large is shown as far as the server can afford, and the page says so', async () => {
      const { extensions } = await platform.succeed(NetworkDocument.toString(), {
        ...networkVariables(new URLSearchParams()),
      });
      const { requested } = extensions?.cost as { requested: number };
      const poor = await openTestPlatform(
        'SYNTHETIC',
        { cost: Math.floor(requested * 0.9) },
        { database: platform.database },
      );
      const { page, external } = await openPage(browser);
      await page.goto(`${poor.url}/network`);
      await page.getByText('More would cost the server too much at once.').waitFor();
      await waitForContent(page);
      const first = Number(new URL(page.url()).searchParams.get('first'));
      const { data } = await poor.succeed(NetworkDocument.toString(), {
        ...networkVariables(new URLSearchParams({ first: String(first) })),
      });
      expect(data.network.nodes).toHaveLength(first);
      expect(data.network.graph.nodeCount).toBeGreaterThan(first);
      const notice = page.getByText(`The ${first} nodes with the most connections of`);
      await notice.waitFor();
      // The table of the same nodes costs less than their drawing, so both show the same.
      const table = await poor.succeed(NetworkDocument.toString(), {
        ...networkVariables(new URLSearchParams({ first: String(first), view: 'table' })),
      });
      expect(keysOf(table.data as NetworkPart)).toEqual(keysOf(data as NetworkPart));
      await page.getByRole('radio', { name: 'Table' }).check();
      await waitForContent(page);
      const names = page.locator('.network-main tbody td:first-child a');
      await names.nth(first - 1).waitFor();
      expect((await names.allInnerTexts()).sort()).toEqual(
        data.network.nodes.map(({ name }: { name: string }) => name).sort(),
      );
      expect(new URL(page.url()).searchParams.get('first')).toBe(String(first));
      await notice.waitFor();
      await page.getByRole('radio', { name: 'Drawing' }).check();
      await waitForContent(page);
      expect(new URL(page.url()).searchParams.get('first')).toBe(String(first));
      // Nobody is asked to draw what was just refused.
      expect(await page.getByRole('button', { name: 'Draw all' }).count()).toBe(0);
      expect(external).toEqual([]);
      await page.context().close();
      await poor.app.close();
    });

    test.each([
      '/',
      '/network',
      '/network?view=table',
      '/funding',
      '/organizations',
      '/clusters',
      '/sectors',
      '/regions/RS12',
      '/events',
      '/advocacy',
      '/offers',
    ])('%s is within the budget, passes axe, and fits a phone', async (path) => {
      const { page, external, faults } = await openPage(browser, {
        viewport: { width: 390, height: 844 },
      });
      const sizes: Promise<number>[] = [];
      page.on('requestfinished', (request) =>
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)),
      );
      await page.goto(`${platform.url}${path}`);
      await page.locator('#content [data-ready=true]:visible').first().waitFor();
      await page.waitForLoadState('networkidle');
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(total).toBeLessThan(BUDGET_BYTES);
      expect(await auditWhole(page)).toEqual([]);
      expect(
        await page.evaluate<boolean>(`document.documentElement.scrollWidth > innerWidth`),
      ).toBe(false);
      expect([external, faults]).toEqual([[], []]);
      await page.context().close();
    });
  },
);
