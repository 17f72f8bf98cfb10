import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  auditWhole,
  browserPath,
  openBrowser,
  openPage,
  waitForContent,
  type WatchedPage,
} from './support/browser.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

(browserPath === null ? describe.skip : describe)('the network in a browser', () => {
  let platform: TestPlatform;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    platform = await openTestPlatform('FOUNDING');
    browser = await openBrowser(browserPath ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await platform.close();
  });
  beforeEach(async () => {
    watched = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    ({ page } = watched);
  });
  afterEach(async () => {
    expect([watched.external, watched.faults]).toEqual([[], []]);
    await page.context().close();
  });

  async function open(path: string) {
    await page.goto(`${platform.url}${path}`);
    await waitForContent(page);
  }
  const search = () => new URL(page.url()).searchParams;
  const lead = () => page.locator('.lead').innerText();
  /** The text that the page has for a period, by what the API says of it. */
  async function leadOf(since: string, until: string, text: string) {
    const { data } = await platform.succeed(
      `query ($since: Day, $until: Day) {
        network(from: $since, to: $until, isolates: false) { graph { nodeCount edgeCount } }
      }`,
      { since, until },
    );
    const { nodeCount, edgeCount } = data.network.graph as { nodeCount: number; edgeCount: number };
    return `${nodeCount} organizations and ${edgeCount} connections between them ${text}`;
  }

  describe('the period', () => {
    const PERIOD = '/network?since=2012-01-01&until=2013-06-30';
    const TEXT = 'from Jan 1, 2012 to Jun 30, 2013';

    test('is in the address, as the API counts it, and in the file', async () => {
      await open(PERIOD);
      const wanted = await leadOf('2012-01-01', '2013-06-30', TEXT);
      expect(wanted).not.toBe(await leadOf('2013-06-30', '2013-06-30', TEXT));
      expect(await lead()).toBe(wanted);
      const html = await (
        await fetch(`${platform.url}${PERIOD}`, { headers: { accept: 'text/html' } })
      ).text();
      expect(html).toContain(wanted);
      await page.getByText('Download', { exact: true }).click();
      const href = await page.getByRole('link', { name: 'JSON' }).getAttribute('href');
      const file = (await (await fetch(`${platform.url}${href ?? ''}`)).json()) as {
        nodes: object[];
        links: object[];
      };
      expect(wanted).toContain(`${file.nodes.length} organizations and ${file.links.length} conn`);
      expect(await auditWhole(page)).toEqual([]);
    });

    test('is chosen and moved by keyboard, survives reload, and goes back', async () => {
      await open('/network?asOf=2013-06-30');
      await page.getByRole('radio', { name: 'Day' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('slider', { name: 'First day' }).waitFor();
      expect([search().get('asOf'), search().get('since'), search().get('until')]).toEqual([
        null,
        '2009-01-01',
        '2013-06-30',
      ]);
      await page.getByRole('slider', { name: 'First day' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('slider', { name: 'Last day' }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.getByRole('button', { name: /Remove filter: from Jan 2, 2009/ }).waitFor();
      await page.reload();
      await waitForContent(page);
      const wanted = await leadOf('2009-01-02', '2013-06-29', 'from Jan 2, 2009 to Jun 29, 2013');
      expect(await lead()).toBe(wanted);
      // The first day is never after the last.
      await page.getByRole('slider', { name: 'First day' }).press('End');
      expect(search().get('since')).toBe(search().get('until'));
      await page.goBack();
      await page.getByRole('slider', { name: 'Day', exact: true }).waitFor();
      expect(search().get('asOf')).toBe('2013-06-30');
      await page.getByRole('button', { name: /Remove filter: on / }).press('Enter');
      await page.getByRole('radio', { name: 'All time', checked: true }).waitFor();
      expect(search().toString()).toBe('');
    });

    test('plays by keyboard: a year later each time, as long as before, until it is paused', async () => {
      await open(PERIOD);
      const steps = await page.evaluate<number>('history.length');
      await page.getByRole('button', { name: 'Play' }).press('Enter');
      await page.waitForURL(/since=2013-01-01/);
      expect(search().get('until')).toBe('2014-06-30');
      await page.getByRole('button', { name: 'Pause' }).press('Enter');
      const paused = page.url();
      await page.waitForTimeout(2500);
      expect(page.url()).toBe(paused);
      expect(await page.evaluate<number>('history.length')).toBe(steps);
      // From the end, it begins again.
      await page.getByRole('slider', { name: 'Last day' }).press('End');
      const today = search().get('until');
      await page.getByRole('button', { name: 'Play' }).press('Enter');
      await page.waitForURL(({ searchParams }) => searchParams.get('since') !== '2013-01-01');
      await page.waitForURL(({ searchParams }) => searchParams.get('until') !== today);
    });

    test('a year in the growth is the period of that year', async () => {
      await open(PERIOD);
      const years = page.getByRole('list', { name: 'Connections by year' }).getByRole('button');
      expect(await years.and(page.locator('[aria-pressed=true]')).allInnerTexts()).toEqual([
        expect.stringMatching(/^2012/),
        expect.stringMatching(/^2013/),
      ]);
      await years.filter({ hasText: '2015' }).press('Enter');
      await page.waitForURL(({ search: text }) => text === '?since=2015-01-01&until=2015-12-31');
    });
  });

  test.each([
    ['no-preference', false],
    ['reduce', true],
  ] as const)(
    'with motion %s, nodes come to rest in sight: not if it is reduced',
    async (reducedMotion, isStill) => {
      await page.emulateMedia({ reducedMotion });
      await page.addInitScript(`
      window.seen = new Map();
      const write = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        window.seen.set(text, (window.seen.get(text) ?? new Set()).add(Math.round(x) + ' ' + Math.round(y)));
        return write.call(this, text, x, y);
      };
    `);
      await open('/network');
      await page.waitForTimeout(300);
      const places = await page.evaluate<number>(
        'Math.max(...[...window.seen.values()].map((one) => one.size))',
      );
      expect(places === 1).toBe(isStill);
    },
  );
});
