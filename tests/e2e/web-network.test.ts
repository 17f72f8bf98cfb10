import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import {
  auditWhole,
  browserPath,
  openBrowser,
  openPage,
  waitForContent,
  type WatchedPage,
} from '../support/browser.js';
import { dataSetFolder, record, removeDataSetFolders } from '../support/data-set-folder.js';
import { openTestPlatform, type TestPlatform } from '../support/test-platform.js';

const SECTOR = 'NACE_REV2:62';
/** Longer than any text of the data, with markup and with letters that turn the direction of a text. */
const HOSTILE = `=1+"<b>&x</b>" ‮${'long'.repeat(120)}`;
/** Two who should meet, because one offers what the other needs, and two who only have a partner in common. */
const EXTRA = {
  sources: [record.source('a-source')],
  organizations: [
    record.organization('Partner', 'bridge', { name: 'Bridge' }),
    record.organization('Company', 'seeker', { name: HOSTILE }),
    record.organization('Company', 'maker', { name: 'Maker' }),
    record.organization('Company', 'other', { name: '@Other' }),
  ],
  partnerships: ['seeker', 'maker', 'other'].map((slug) =>
    record.partnership(`with-${slug}`, ['bridge', slug]),
  ),
  'cooperation-offers': [
    record.offer('a-need', 'seeker', { direction: 'NEEDS', title: 'Testing', sectors: [SECTOR] }),
    record.offer('an-offer', 'maker', { title: 'A laboratory', sectors: [SECTOR] }),
  ],
};
/** The network of these four: four nodes and three edges. */
const FOUR = '/network?focus=bridge';

(browserPath === null ? describe.skip : describe)('the network in a browser', () => {
  let platform: TestPlatform;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    platform = await openTestPlatform('FOUNDING');
    await loadDataSet(platform.database, dataSetFolder(EXTRA));
    browser = await openBrowser(browserPath ?? '');
  });
  afterAll(async () => {
    await browser.close();
    removeDataSetFolders();
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

    test('begins with the first of its two days, in whichever order the address has them', async () => {
      await open('/network?since=2013-06-30&until=2012-01-01');
      expect(await lead()).toBe(await leadOf('2012-01-01', '2013-06-30', TEXT));
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

    test('begins on its last day if that is before the first of the slider', async () => {
      await open('/network?asOf=1950-01-01');
      await page.getByRole('radio', { name: 'Period' }).check();
      await page.getByRole('slider', { name: 'First day' }).waitFor();
      await waitForContent(page);
      expect(search().toString()).toBe('since=1950-01-01&until=1950-01-01');
      expect(await page.getByRole('alert').count()).toBe(0);
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
      const places = () =>
        page.evaluate<number>('Math.max(...[...window.seen.values()].map((one) => one.size))');
      // The layout takes longer on a busy machine. If motion is reduced, nothing is drawn until it is complete.
      while ((await places()) < (isStill ? 1 : 2)) await page.waitForTimeout(50);
      await page.waitForTimeout(300);
      expect((await places()) === 1).toBe(isStill);
    },
  );

  test('the table loads nothing of the drawing until it is asked for', async () => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    const ofDrawing = () => loaded.filter((url) => /drawing-view|layout-worker/.test(url)).length;
    await open('/network?view=table');
    await page.waitForLoadState('networkidle');
    expect(ofDrawing()).toBe(0);
    await page.getByRole('radio', { name: 'Drawing' }).check();
    await waitForContent(page);
    expect(ofDrawing()).toBeGreaterThan(1);
  });

  test('the order of the table is in the address, and survives reload', async () => {
    await open(`${FOUR}&view=table`);
    const names = async () => {
      const texts = await page.locator('#content tbody td:first-child').allInnerTexts();
      return texts.map((text) => text.trim().slice(0, 6));
    };
    const byName = page.locator('th .sort', { hasText: 'Name' });
    await byName.click();
    expect(search().get('sort')).toBe('name');
    await byName.click();
    expect(search().get('sort')).toBe('-name');
    const wanted = ['Maker', 'Bridge', HOSTILE.slice(0, 6), '@Other'];
    expect(await names()).toEqual(wanted);
    await page.reload();
    await waitForContent(page);
    expect(await names()).toEqual(wanted);
    expect(await page.locator('th[aria-sort=descending]').innerText()).toContain('Name');
    // By number, the largest first.
    await page.getByRole('button', { name: 'Neighbors' }).click();
    expect(search().get('sort')).toBe('-degree');
    expect((await names())[0]).toBe('Bridge');
  });

  test('who should meet: the partners in common, and what one offers that the other needs', async () => {
    await open('/network');
    const panel = page.locator('details', { hasText: 'Who should meet' });
    await panel.locator('summary').press('Enter');
    await panel.locator('ol li').first().waitFor();
    const all = await panel.locator('ol > li').count();
    await panel.getByRole('checkbox', { name: /Only where one offers/ }).press('Space');
    await panel.getByRole('link', { name: 'A laboratory' }).waitFor();
    await panel.locator('ol > li').nth(1).waitFor({ state: 'detached' });
    expect(all).toBeGreaterThan(1);
    const pair = panel.locator('ol > li');
    expect((await pair.locator('.entity').allInnerTexts()).sort()).toEqual([HOSTILE, 'Maker']);
    expect(await pair.locator('.hint').first().innerText()).toBe('Common partners: Bridge');
    expect(await pair.locator('.evidence li').allInnerTexts()).toEqual([
      expect.stringMatching(/^Need\s+Testing\s+=1/),
      expect.stringMatching(/^Offer\s+A laboratory\s+Maker/),
    ]);
    await page.reload();
    await pair.locator('.evidence .source-button').nth(1).click();
    await page.locator('.popover').getByText('About a-source').waitFor();
    await page.keyboard.press('Escape');
    expect(await auditWhole(page)).toEqual([]);
    await panel.getByRole('link', { name: 'A laboratory' }).click();
    await page.getByRole('heading', { level: 1, name: 'A laboratory' }).waitFor();
  });

  test('who should meet the selected node', async () => {
    const { data } = await platform.succeed('{ company(slug: "other") { id } }');
    await open(`/network?meet=open&first=5000&node=${String(data.company.id)}`);
    const panel = page.locator('details', { hasText: 'Who should meet' });
    await panel.getByRole('checkbox', { name: 'Only with @Other' }).press('Space');
    await page.waitForURL(/meet=open,node/);
    const second = panel.locator('ol > li').nth(1);
    await second.waitFor();
    await panel.locator('ol > li').nth(2).waitFor({ state: 'detached' });
    const pairs = await panel.locator('ol > li').all();
    for (const pair of pairs) expect(await pair.innerText()).toContain('@Other');
    expect(pairs).toHaveLength(2);
  });

  /** What the page saves when a button is pressed. */
  async function saved(button: string): Promise<string> {
    const download = page.waitForEvent('download');
    await page
      .getByRole('group', { name: 'Files with what is shown' })
      .getByRole('button', { name: button, exact: true })
      .press('Enter');
    return readFileSync(await (await download).path(), 'utf8');
  }

  describe('files have exactly what is shown', () => {
    test('the CSV of the table: each row with its values, and formulas as text', async () => {
      await open(`${FOUR}&view=table`);
      const rows = page.locator('.network-main tbody tr');
      expect(await rows.count()).toBe(4);
      const shown = await Promise.all(
        (await rows.all()).map(async (row) =>
          (await row.locator('td').allInnerTexts()).slice(0, -1),
        ),
      );
      const [head = [], ...lines] = parse(await saved('CSV'), { bom: true });
      expect(head).toEqual((await page.locator('.network-main th').allInnerTexts()).slice(0, -1));
      const unguarded = lines.map(([name = '', kind = '', ...rest]) => [
        name.replace(/^'(?=[=@])/, ''),
        kind,
        ...rest.map((value) => (value === '' || isNaN(Number(value)) ? value : rounded(value))),
      ]);
      expect(unguarded.sort()).toEqual(shown.sort());
      expect(lines.map(([name]) => name).sort()).toEqual(
        [`'@Other`, `'${HOSTILE}`, 'Bridge', 'Maker'].sort(),
      );
    });

    test('the CSV of a filter, and of the drawing', async () => {
      await open('/network?kind=CLUSTER,ASSOCIATION&ties=MEMBERSHIP&view=table');
      const shown = await page.locator('.network-main tbody td:first-child').allInnerTexts();
      expect(shown.length).toBeGreaterThan(3);
      const rows = parse<{ Name: string }>(await saved('CSV'), { bom: true, columns: true });
      expect(rows.map(({ Name }) => Name).sort()).toEqual(shown.sort());

      await open(FOUR);
      const [head, ...edges] = parse(await saved('CSV'), { bom: true });
      expect(head).toEqual(['From', 'To', 'Weight']);
      expect(edges).toHaveLength(3);
    });

    test.each(['GEXF', 'GraphML', 'SVG'])('%s', async (format) => {
      await open(FOUR);
      const text = await saved(format);
      const dom = (query: string) =>
        page.evaluate<
          string[]
        >(`[...new DOMParser().parseFromString(${JSON.stringify(text)}, 'text/xml')
          .querySelectorAll('${query}')].map((one) => one.getAttribute('label') ?? one.textContent)`);
      expect(await dom('parsererror')).toEqual([]);
      const names = await dom(
        format === 'GEXF' ? 'node' : format === 'SVG' ? 'path > title' : 'data[key=label]',
      );
      expect(names.sort()).toEqual(['@Other', HOSTILE, 'Bridge', 'Maker'].sort());
      expect(await dom(format === 'SVG' ? 'line' : 'edge')).toHaveLength(3);
    });
  });
});

/** As the table writes a number. */
const rounded = (value: string) =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 4 }).format(Number(value));
