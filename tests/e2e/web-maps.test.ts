import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

/** Grants in districts: in one, in two, in a region that is one district, and in another currency. */
const EXTRA = {
  sources: [record.source('a-source', { confidence: 'SECONDARY' })],
  organizations: [
    record.organization('Donor', 'giver', { name: 'The Giver' }),
    record.organization('Company', 'taker', { name: 'The Taker', region: 'RS226' }),
  ],
  grants: [
    ['nis', 'EUR', '100000', ['RS225']],
    ['novi-sad', 'EUR', '250000.50', ['RS123']],
    ['two', 'EUR', '40000', ['RS225', 'RS226']],
    ['belgrade', 'RSD', '3000000', ['RS11']],
    ['nowhere', 'EUR', '7', []],
  ].map(([identifier, currency, awarded, regions]) =>
    record.grant(String(identifier), {
      title: `Grant ${String(identifier)}`,
      funder: 'giver',
      currency,
      awarded,
      awardedOn: '2015-05-01',
      shares: [{ organization: 'taker' }],
      locations: (regions as string[]).map((region) => ({ region, country: 'RS' })),
    }),
  ),
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

const htmlOf = async (path: string) =>
  (await fetch(`${platform.url}${path}`, { headers: { accept: 'text/html' } })).text();

/** What the API has: the number of organizations of each region, and of none. */
async function organizations(filter = '') {
  const { data } = await platform.succeed(
    `{ regions(first: 100) { nodes { code name level organizations${filter && `(filter: {${filter}})`} { totalCount } } }
       none: organizations(filter: { region: { isNull: true } ${filter} }) { totalCount } }`,
  );
  const nodes = data.regions.nodes as {
    code: string;
    name: string;
    level: number;
    organizations: { totalCount: number };
  }[];
  const of = (code: string) =>
    nodes.find((one) => one.code === code)?.organizations.totalCount ?? NaN;
  return { nodes, of, none: data.none.totalCount as number };
}

describe('the server writes the map', () => {
  test.each([
    ['/', 'Organizations', '/regions/RS225'],
    ['/sr/regions', 'Организације', '/sr/regions/RS225'],
    ['/funding?funder=giver', 'Grants', '/funding?funder=giver&amp;region=RS225'],
  ])('%s: each district with its number, its color and its link', async (path, _what, href) => {
    const html = await htmlOf(path);
    const districts = [
      ...html.matchAll(
        /<(?:a href="([^"]+)"|g role="img") class="district shade-(\d|unknown)" aria-label="([^"]+): ([^"]+)"><path d="M[^"]+Z"\/><text [^>]+>([^<]+)</g,
      ),
    ];
    expect(districts).toHaveLength(25);
    const nis = districts.find(([, link]) => link === href);
    const { of } = await organizations();
    const expected = path.startsWith('/funding') ? 2 : of('RS225');
    expect(nis?.slice(4)).toEqual([String(expected), String(expected)]);
    for (const [, link, shade, , number] of districts) {
      expect(shade === '0').toBe(number === '0');
      // A list with nothing leads nowhere; the page of a region has more than its number.
      expect(link !== undefined).toBe(number !== '0' || !path.startsWith('/funding'));
    }
    expect(html).toMatch(/<ul class="inline-list map-legend"[^>]*><li class="shade-0"><svg/);
    expect(html).not.toMatch(/style="|<style/);
  });

  test('with what is known only by a larger region, and what is in none', async () => {
    const html = await htmlOf('/');
    const { nodes, of, none } = await organizations();
    const inDistricts = nodes
      .filter(({ level }) => level === 3)
      .reduce((sum, { organizations: { totalCount } }) => sum + totalCount, of('RS11'));
    expect(of('RS') - inDistricts).toBeGreaterThan(0);
    expect(html).toContain(`<li>Known only by a larger region: ${of('RS') - inDistricts}</li>`);
    expect(html).toContain(
      `<a href="/organizations?region=~">Abroad, or region not known: ${none}</a>`,
    );
    const listed = await htmlOf('/organizations?region=~');
    expect(listed).toContain(`<p class="lead">${none} organizations in the network</p>`);
  });

  test('of a district with how many organizations are known only by a larger region, and which', async () => {
    const { of } = await organizations();
    const html = await htmlOf('/regions/RS110');
    expect(of('RS110')).toBe(0);
    expect(of('RS11')).toBeGreaterThan(1);
    const more = (count: number) => `${count} more organizations are known only to be in`;
    expect(html).toContain(`<h2>${more(of('RS11'))}</h2>`);
    expect(html).toContain('<a href="/regions/RS11">Beogradski region (RS11)</a>');
    // Those in a part of the larger region are not only known by it.
    const { data } = await platform.succeed(
      `{ region(code: "RS12") { children(first: 20) { nodes { organizations { totalCount } } } } }`,
    );
    const parts = data.region.children.nodes as { organizations: { totalCount: number } }[];
    const inParts = parts.reduce((sum, one) => sum + one.organizations.totalCount, 0);
    expect(inParts).toBeGreaterThan(0);
    expect(await htmlOf('/regions/RS123')).toContain(more(of('RS12') - inParts));
    expect(await htmlOf('/regions/RS')).not.toContain('known only to be in');
  });

  test('around a region, whose neighbors stand out and are named', async () => {
    const html = await htmlOf('/regions/RS225');
    const codes = (role: string) =>
      [...html.matchAll(/<a href="[^"]*\/regions\/(\w+)" class="district shade-\d ?(\w*)"/g)]
        .filter(([, , given]) => given === role)
        .map(([, code]) => code)
        .sort();
    expect(codes('here')).toEqual(['RS225']);
    // Around the district of Niš: those of Kruševac (RS215), Zaječar, Pirot, Leskovac, Prokuplje.
    const { data } = await platform.succeed(`{ regions(first: 100) { nodes { code name } } }`);
    const nodes = data.regions.nodes as { code: string; name: string }[];
    const named = (name: string) => nodes.find((one) => one.name === `${name} oblast`)?.code;
    expect(codes('next')).toEqual(
      ['Rasinska', 'Zaječarska', 'Pirotska', 'Jablanička', 'Toplička', 'Pomoravska']
        .map(named)
        .sort(),
    );
    expect(html).toMatch(/Next to it: (<a href="\/regions\/RS\d+">[^<]+ oblast<\/a>(, )?){6}</);
    // A larger region is all of its districts.
    const region = await htmlOf('/regions/RS12');
    expect([...region.matchAll(/class="district shade-\d here"/g)]).toHaveLength(7);
  });

  test('of a sector, with the organizations of it that have their seat in each district', async () => {
    const html = await htmlOf('/sectors/NACE_REV2/62');
    const { of, none } = await organizations('sector: { eq: "NACE_REV2:62" }');
    expect(of('RS225')).toBeGreaterThan(0);
    expect(html).toContain(`aria-label="Nišavska oblast: ${of('RS225')}"`);
    expect(html).toContain(`Abroad, or region not known: ${none}</a>`);
  });

  test('with the license of the borders and of all software in the scripts, linked and served', async () => {
    expect(await htmlOf('/about-the-data')).toContain('<a href="/third-party-notices.txt">');
    const response = await fetch(`${platform.url}/third-party-notices.txt`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const text = await response.text();
    // Of the pages, of their worker, of the playground, and of the borders.
    for (const name of [
      'react-dom',
      'd3-geo',
      'topojson-client',
      'wouter',
      'd3-force',
      'graphiql',
    ]) {
      expect(text).toMatch(new RegExp(`^(@\\w+/)?${name} [\\d.]+: [\\w. -]+$`, 'm'));
    }
    expect(text).toMatch(/Copyright \(c\) 2012 Mark DiMarco/);
    expect(text).toMatch(/Copyright [\d-]+ Mike Bostock/);
    expect(text).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.');
    expect(text).not.toMatch(/undefined|node_modules\//);
  });

  test('of funding also for regions whose parts have some, which cannot be added up', async () => {
    const table = /<h2>By region<\/h2>.*?<\/table>/s.exec(
      await htmlOf('/funding?funder=giver'),
    )?.[0];
    const row = (code: string, name: string, n: string) =>
      `<tr><td><a href="/funding?funder=giver&amp;region=${code}">${name}</a></td><td>${n}</td></tr>`;
    expect(table).toContain(row('RS22', 'Region Južne i Istočne Srbije', 'not known'));
    expect(table).toContain(row('RS226', 'Pirotska oblast', '1'));
    expect(table).not.toContain('Borska oblast</a>');
  });

  test('and a table that agrees with it, where a district is its whole region', async () => {
    const html = await htmlOf('/');
    const { of } = await organizations();
    expect(of('RS110')).toBe(0);
    expect(html).toContain(`aria-label="Beogradski region: ${of('RS11')}"`);
    expect(html).toContain(
      `<td><a href="/regions/RS11">Beogradska oblast</a></td><td>RS110</td><td>${of('RS11')}</td>`,
    );
  });
});

describe('the data are described', () => {
  test('with what has a date and an official source, and where sources disagree', async () => {
    const html = await htmlOf('/about-the-data');
    const { data } = await platform.succeed(
      `{ coverage { conflictCount facts { kind count dated { count } sources { confidence count } } } }`,
    );
    const { facts, conflictCount } = data.coverage as {
      facts: {
        kind: string;
        count: number;
        dated: { count: number } | null;
        sources: { confidence: string; count: number }[];
      }[];
      conflictCount: number;
    };
    const grants = facts.find(({ kind }) => kind === 'GRANT');
    const official = grants?.sources.find(({ confidence }) => confidence === 'OFFICIAL');
    // Those of this test have a secondary source, and so have 12 of the founding data, or only a lead.
    expect(official?.count).toBe((grants?.count ?? 0) - EXTRA.grants.length - 12);
    expect(html).toContain(
      `<tr><td>Grants</td><td>${grants?.count}</td><td>${grants?.dated?.count}</td><td>${official?.count}</td></tr>`,
    );
    const conflicts = /<h2>Where sources disagree<\/h2>.*?<\/table>/s.exec(html)?.[0] ?? '';
    expect(conflicts.match(/<tr><td>/g)).toHaveLength(conflictCount);
    expect(conflicts).toMatch(
      /Vojvodina ICT Cluster<\/a><\/td><td>Founded<\/td><td>Sep 8, 2009 \([^)]+\); Mar 16, 2010 \([^)]+\); Jun 19, 2010/,
    );
  });

  test('on the first page with the number of sources', async () => {
    const { data } = await platform.succeed('{ sources(first: 0) { totalCount } }');
    expect(await htmlOf('/')).toContain(`From ${data.sources.totalCount} sources.</p>`);
  });
});

(browserPath === null ? describe.skip : describe)('the map in a browser', () => {
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(browserPath ?? '');
    watched = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    ({ page } = watched);
  });
  afterAll(() => browser.close());
  async function open(path: string) {
    await page.goto(`${platform.url}${path}`);
    await waitForContent(page);
    await page.locator('.map-legend').waitFor();
  }
  const legend = async () =>
    (await page.locator('.map-legend li').allInnerTexts()).map((text) =>
      text.replaceAll('\u00a0', ' ').trim(),
    );
  const shadeOf = async (name: string) =>
    (await page.locator(`.district[aria-label^="${name}: "]`).getAttribute('class')) ?? '';
  const row = (name: string) =>
    page.locator('.region-map tbody tr', { hasText: name }).first().locator('td.number');

  test('has a legend whose classes hold every district that has their color', async () => {
    await open('/');
    const texts = await legend();
    expect(texts[0]).toBe('none');
    const { nodes } = await organizations();
    const limits = texts.slice(1).map((text) => text.split('–').map(Number));
    // The classes follow each other, and the last one has the highest number.
    for (const [at, [from = NaN]] of limits.entries()) {
      expect(from).toBe((limits[at - 1]?.at(-1) ?? 0) + 1);
    }
    for (const { name, level, code, organizations: found } of nodes) {
      if (level !== 3 || code === 'RS110') continue;
      const { totalCount: n } = found;
      const shade = n === 0 ? 0 : 1 + limits.findIndex((limit) => n <= (limit.at(-1) ?? 0));
      expect([name, await shadeOf(name)]).toEqual([name, `district shade-${shade}`]);
    }
  });

  test('of clusters shows their seats; a district narrows the list to its clusters', async () => {
    await open('/clusters');
    const { nodes, of, none } = await organizations('type: { eq: CLUSTER }');
    const nis = page.getByRole('button', { name: `Nišavska oblast: ${of('RS225')}` });
    expect(of('RS225')).toBeGreaterThan(0);
    await page.getByRole('link', { name: `Abroad, or region not known: ${none}` }).waitFor();
    await nis.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove filter: Nišavska oblast' }).waitFor();
    await waitForContent(page);
    const rows = page.getByRole('group', { name: 'Clusters' }).locator('tbody tr');
    expect(await rows.count()).toBe(of('RS225'));
    expect(await page.getByRole('combobox', { name: 'Region' }).inputValue()).toBe('RS225');
    // The other districts keep their numbers.
    const novi = nodes.find(({ code }) => code === 'RS123')?.organizations.totalCount;
    expect(await row('Južnobačka oblast').innerText()).toBe(String(novi));
    expect(await auditWhole(page)).toEqual([]);
    await open('/regions/RS12');
    expect(await page.locator('.district.here').count()).toBe(7);
    expect(await page.locator('.district.next').count()).toBeGreaterThan(2);
  });

  test('of clusters stays where a list is empty, and a district with nothing leads nowhere', async () => {
    const { nodes, of } = await organizations('type: { eq: CLUSTER }');
    const empty = nodes.find(
      ({ level, code, organizations: { totalCount } }) =>
        level === 3 && code !== 'RS110' && totalCount === 0,
    );
    if (empty === undefined) throw new Error('Every district has a cluster.');
    await open('/clusters');
    await page.getByRole('img', { name: `${empty.name}: 0` }).waitFor();
    expect(await page.getByRole('button', { name: empty.name }).count()).toBe(0);
    // An address can have it all the same: then it can be left.
    await open(`/clusters?region=${empty.code}`);
    await page.getByRole('button', { name: `${empty.name}: 0` }).waitFor();
    expect(await auditWhole(page)).toEqual([]);
    await page.getByRole('button', { name: `Nišavska oblast: ${of('RS225')}` }).click();
    await page.getByRole('button', { name: 'Remove filter: Nišavska oblast' }).waitFor();
  });

  test('has a table of every region that is sorted by keyboard', async () => {
    await open('/');
    const { nodes } = await organizations();
    const rows = page.locator('.region-map tbody tr');
    expect(await rows.count()).toBe(nodes.length);
    const sort = page.locator('.region-map').getByRole('button', { name: 'Organizations' });
    await sort.focus();
    await page.keyboard.press('Enter');
    const numbers = (await page.locator('.region-map tbody td.number').allInnerTexts()).map(Number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers[0]).toBeGreaterThan(0);
  });

  test('of funding shows an amount in one currency; the address has the choice', async () => {
    await open('/funding?funder=giver');
    expect(await row('Nišavska oblast').allInnerTexts()).toEqual(['2']);
    await page.getByLabel('The map shows').selectOption({ label: 'Awarded, EUR' });
    await page
      .locator('.district[aria-label="Nišavska oblast: 120K · EUR\u00a0120,000"]')
      .waitFor();
    expect(new URL(page.url()).searchParams.get('map')).toBe('AWARDED-EUR');
    await page.reload();
    await page.locator('.district.shade-unknown').waitFor();
    expect(await legend()).toEqual([
      'none',
      'up to EUR 80K',
      'up to EUR 160K',
      'up to EUR 240K',
      'up to EUR 320K',
      'not known',
    ]);
    expect([
      await shadeOf('Nišavska oblast'),
      await shadeOf('Pirotska oblast'),
      await shadeOf('Južnobačka oblast'),
      await shadeOf('Borska oblast'),
      await shadeOf('Beogradski region'),
    ]).toEqual([2, 1, 4, 0, 'unknown'].map((shade) => `district shade-${shade}`));
    // A grant for two regions is divided, and a region has the sum of its parts.
    const texts = async (name: string) =>
      (await row(name).allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '));
    expect(await texts('Pirotska oblast')).toEqual(['1', 'EUR 20,000']);
    expect(await texts('Južnobačka oblast')).toEqual(['1', 'EUR 250,000.50']);
    expect(await texts('Region Južne i Istočne Srbije')).toEqual(['2', 'EUR 140,000']);
    expect(await texts('Beogradska oblast')).toEqual(['1', 'not known']);
    const nowhere = page.getByRole('link', { name: /^Abroad, or region not known: EUR.7$/ });
    await nowhere.click();
    await page.waitForURL('**/funding?funder=giver&map=AWARDED-EUR&region=~');
    await waitForContent(page);
    expect(await page.locator('.lead').innerText()).toContain('1 grant');
  });

  test('of funding shows the converted total if conversion is asked for', async () => {
    await open('/funding?funder=giver&convert=RSD');
    await page.getByLabel('The map shows').selectOption({ label: 'Awarded, converted to RSD' });
    const filter = { and: [{ funder: { eq: 'giver' } }, { region: { eq: 'RS225' } }] };
    const { data } = await platform.succeed(
      `query ($filter: GrantFilter) { grantTotals(filter: $filter) {
         convertedTo(currency: "RSD", measures: [AWARDED]) { sum { amount } } } }`,
      { filter },
    );
    const [{ sum }] = data.grantTotals.convertedTo as [{ sum: { amount: string } }];
    expect(Number(sum.amount)).toBeGreaterThan(140_000);
    await page.locator('.district[aria-label*=" · RSD"]').first().waitFor();
    const shown = (await row('Nišavska oblast').last().innerText()).replace(/[^\d.]/g, '');
    expect(Number(shown)).toBeCloseTo(Number(sum.amount), 1);
    expect(await row('Beogradska oblast').last().innerText()).toMatch(/^RSD.3,000,000$/);
    expect(await auditWhole(page)).toEqual([]);
  });

  test.each(['/funding', '/clusters', '/about-the-data'])(
    '%s fits the width of a sheet of paper, and no column is lost',
    async (path) => {
      const { page: paper } = await openPage(browser, { viewport: { width: 718, height: 1000 } });
      await paper.emulateMedia({ media: 'print' });
      await paper.goto(`${platform.url}${path}`);
      await waitForContent(paper);
      const tooWide = await paper.evaluate<number[]>(
        `[...document.querySelectorAll('table')].map((one) => one.getBoundingClientRect().right).filter((right) => right > innerWidth)`,
      );
      expect(tooWide).toEqual([]);
      await paper.context().close();
    },
  );

  test('does all this without requests to other machines, and without errors', () => {
    expect([watched.external, watched.faults]).toEqual([[], []]);
  });
});
