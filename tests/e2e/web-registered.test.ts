import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Request } from 'playwright-core';
import { browserPath, openBrowser, openPage, type WatchedPage } from '../support/browser.js';
import { REGISTERED } from '../support/registered.js';
import { openTestPlatform, type TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform(
    'FOUNDING',
    {},
    {
      exposure: { trustedDocumentsOnly: true, playground: false },
    },
  );
});
afterAll(() => platform.close());

/** What the app sent to the API, and the status of the answer. */
interface Call {
  readonly method: string;
  readonly documentId: string | null;
  readonly hasText: boolean;
  readonly status: number;
}

(browserPath === null ? describe.skip : describe)(
  'a browser, where only registered documents run',
  () => {
    let browser: Browser;
    let visit: WatchedPage;
    const calls: Promise<Call>[] = [];
    const read = async (request: Request): Promise<Call> => {
      const body = (request.postDataJSON() ?? {}) as { documentId?: string };
      const { searchParams } = new URL(request.url());
      const response = await request.response();
      return {
        method: request.method(),
        documentId: body.documentId ?? searchParams.get('documentId'),
        hasText: 'query' in body || searchParams.has('query'),
        status: response?.status() ?? 0,
      };
    };
    beforeAll(async () => {
      browser = await openBrowser(browserPath ?? '');
      visit = await openPage(browser);
      visit.page.on('requestfinished', (request) => {
        if (new URL(request.url()).pathname === '/graphql') calls.push(read(request));
      });
    });
    afterAll(() => browser.close());

    test('shows the pages, asks for every document by its id, and reports no error', async () => {
      const { page } = visit;
      await page.goto(`${platform.url}/organizations?kind=DONOR`);
      await page.locator('tbody tr').first().waitFor();
      await page.locator('tbody a').first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      for (const [path, seen] of [
        ['/funding', 'European Commission'],
        ['/network', 'Serbian Cluster Association'],
        ['/developers', 'runs only registered documents'],
      ] as const) {
        await page.goto(`${platform.url}${path}`);
        await page.locator('main').getByText(seen).first().waitFor({ state: 'attached' });
        await page.waitForLoadState('networkidle');
      }
      const made = await Promise.all(calls);
      expect(made.length).toBeGreaterThan(6);
      expect(made.filter(({ hasText }) => hasText)).toEqual([]);
      const unknown = made.filter(({ documentId }) => !REGISTERED.ids.includes(documentId ?? ''));
      expect(unknown).toEqual([]);
      expect(made.filter(({ status }) => status !== 200 && status !== 304)).toEqual([]);
      expect(visit.faults).toEqual([]);
      expect(visit.external).toEqual([]);
    });

    test('asks by GET, and the server does not send an unchanged answer again', async () => {
      // Not the watched page: a browser whose requests are looked at has no cache.
      const page = await browser.newPage();
      const open = async () => {
        await page.goto(`${platform.url}/regions`);
        await page.waitForLoadState('networkidle');
        return page.evaluate<{ transferSize: number; encodedBodySize: number }>(
          `performance.getEntriesByType('resource').find(({ name }) => name.includes('/graphql?documentId=')).toJSON()`,
        );
      };
      const first = await open();
      const second = await open();
      expect(first.transferSize).toBeGreaterThan(first.encodedBodySize);
      expect(second.transferSize).toBeLessThan(second.encodedBodySize);
      await page.close();
    });

    test('has no way to the playground', async () => {
      const { page } = visit;
      expect(await page.locator('a[href^="/graphql"]').count()).toBe(0);
    });

    test('sends long variables by POST, also by id', async () => {
      const { page } = visit;
      const long = Array.from({ length: 60 }, (_none, at) => `organization-with-a-long-slug-${at}`);
      calls.length = 0;
      await page.goto(`${platform.url}/funding?funder=usaid,${long.join(',')}`);
      // What the server has written is there too, until the application shows the page.
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      const made = await Promise.all(calls);
      expect(made.map(({ method }) => method)).toContain('POST');
      expect(made.filter(({ hasText, status }) => hasText || status !== 200)).toEqual([]);
      expect(visit.faults).toEqual([]);
    });
  },
);
