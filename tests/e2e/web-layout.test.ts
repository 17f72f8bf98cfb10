import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { browserPath, openBrowser, openPage, waitForContent } from '../support/browser.js';
import { dataSetFolder, record, removeDataSetFolders } from '../support/data-set-folder.js';
import { openTestPlatform, type TestPlatform } from '../support/test-platform.js';

const EXTRA = {
  sources: [
    record.source('rumor', { title: 'A zanzibar paper', url: 'https://paper.example/zanzibar' }),
    record.source('unlinked', { title: 'A zanzibar rumor' }),
  ],
  organizations: ['one', 'two'].map((slug) =>
    record.organization('Cluster', slug, { name: `Cluster ${slug}`, source: 'rumor' }),
  ),
  persons: [record.person('somebody', { name: 'Zanzibar Somebody', source: 'rumor' })],
  partnerships: [
    record.partnership('shared', ['one', 'two'], { title: 'Zanzibar fair', source: 'rumor' }),
  ],
  claims: [
    ['2014', '12000'],
    ['2020', '70000'],
  ].map(([asOf, number]) =>
    record.claim({
      organization: 'one',
      indicator: 'MEMBERS',
      qualifier: 'AT_MOST',
      asOf,
      number,
      source: 'rumor',
    }),
  ),
  seats: [record.seat('somebody', 'two', { source: 'rumor' })],
};

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
  await loadDataSet(platform.database, dataSetFolder(EXTRA));
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

test('a result without a page of its own leads to its organization or to the web, without JavaScript', async () => {
  const response = await fetch(`${platform.url}/search?q=zanzibar`, {
    headers: { accept: 'text/html' },
  });
  const html = await response.text();
  expect(html).toContain('<a href="https://paper.example/zanzibar">A zanzibar paper</a>');
  expect(html).toContain('<td>A zanzibar rumor</td>');
  expect(html).toMatch(/<a href="\/organizations\/(one|two)">Zanzibar fair<\/a>/);
  expect(html).toContain('<a href="/organizations/two">Zanzibar Somebody</a>');
});

(browserPath === null ? describe.skip : describe)('in a browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(browserPath ?? '');
  });
  afterAll(() => browser.close());
  afterEach(() => page.context().close());

  async function open(path: string, width: number) {
    ({ page } = await openPage(browser, { viewport: { width, height: 900 } }));
    await page.goto(`${platform.url}${path}`);
    await waitForContent(page);
  }

  test('results of a search lead on, and name the organizations', async () => {
    await open('/search?q=zanzibar', 1280);
    const partnerships = page.getByRole('region', { name: 'Partnerships' });
    const names = await partnerships.locator('.inline-list a').allInnerTexts();
    expect(names.toSorted()).toEqual(['Cluster one', 'Cluster two']);
    const sources = page.getByRole('region', { name: 'Sources' }).getByRole('link');
    expect(
      await sources.evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['https://paper.example/zanzibar']);
    await page.getByRole('link', { name: 'Zanzibar Somebody' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cluster two' }).waitFor();
  });

  test.each([
    ['/organizations', 1024],
    ['/initiatives', 1024],
    ['/funding', 1600],
  ])('no column of a table of %s is out of sight at %d px', async (path, width) => {
    await open(path, width);
    const cut = await page
      .locator('.table-frame')
      .evaluateAll((frames) =>
        frames
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((frame) => frame.getAttribute('aria-label')),
      );
    expect(cut).toEqual([]);
  });

  test.each(['/', '/funding', '/organizations'])(
    'the header of %s has the same height as that of another page, and its search can be read',
    async (path) => {
      await open('/search?q=nis', 1024);
      const heightOf = () => page.locator('.header').evaluate((header) => header.clientHeight);
      const wanted = await heightOf();
      await page.goto(`${platform.url}${path}`);
      await waitForContent(page);
      expect(await heightOf()).toBe(wanted);
      const { width } = (await page.locator('.search input').boundingBox()) ?? { width: 0 };
      expect(width).toBeGreaterThan(155);
    },
  );

  test.each(['/funding', '/network'])(
    'on paper, what %s shows takes the place of the filters, which are not printed',
    async (path) => {
      await open(path, 1000);
      await page.emulateMedia({ media: 'print' });
      const [whole, shown] = await Promise.all(
        ['#content', '.results, .network-main'].map((part) =>
          page.locator(part).evaluate(({ clientWidth }) => clientWidth),
        ),
      );
      expect(shown).toBeGreaterThan((whole ?? NaN) * 0.85);
    },
  );

  test('the labels of a chart of figures are within it', async () => {
    await open('/organizations/one', 1280);
    const chart = page.locator('svg.history');
    const outside = await chart.evaluate((drawing) => {
      const { left, right } = drawing.getBoundingClientRect();
      return [...drawing.querySelectorAll('text')]
        .filter((text) => {
          const box = text.getBoundingClientRect();
          return box.left < left - 1 || box.right > right + 1;
        })
        .map(({ textContent }) => textContent);
    });
    expect(await chart.locator('text').allTextContents()).toContain('at most 70,000');
    expect(outside).toEqual([]);
  });

  test('an address that cannot be of anything is a page that is not found, with what may be meant', async () => {
    ({ page } = await openPage(browser, { viewport: { width: 1280, height: 900 } }));
    await page.goto(`${platform.url}/organizations/Not_a-Cluster`);
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await page.locator('.found a').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('a comparison without two funders says how to choose them', async () => {
    ({ page } = await openPage(browser, { viewport: { width: 1280, height: 900 } }));
    await page.goto(`${platform.url}/funding/compare?funder=usaid`);
    await page.getByText('Two funders can be compared.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.locator('.state').getByRole('link', { name: 'Funding' }).click();
    await page.waitForURL('**/funding?funder=usaid');
  });

  test('the heading of a column ends its lines only between words', async () => {
    await open('/funding', 1024);
    const grants = page
      .getByRole('group', { name: 'How much' })
      .locator('th', { hasText: 'Grants' });
    const lines = await grants.evaluate((heading) => {
      const range = document.createRange();
      range.selectNodeContents(heading);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
  });

  test('the flows have all their labels within the drawing', async () => {
    await open('/funding', 1280);
    await page.locator('.sankey').waitFor();
    const below = await page.locator('.sankey').evaluate((drawing) => {
      const { bottom } = drawing.getBoundingClientRect();
      return [...drawing.querySelectorAll('text')]
        .filter((text) => text.getBoundingClientRect().bottom > bottom)
        .map(({ textContent }) => textContent);
    });
    expect(below).toEqual([]);
  });

  test('how many grants are shown is said once', async () => {
    await open('/funding', 1280);
    expect(await page.getByText(/^50 of \d+ shown$/).count()).toBe(1);
  });
});
