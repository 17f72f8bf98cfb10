import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { escaped } from '../../src/http/page-html.js';
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

/** What the founding data have no example of. */
const EXTRA = {
  sources: [record.source('a-source', { confidence: 'SECONDARY' })],
  organizations: [
    record.organization('Institution', 'authority', { name: 'The Authority' }),
    record.organization('Cluster', 'makers', { name: 'Makers' }),
    record.organization('Company', 'buyer', { name: 'The Buyer' }),
  ],
  persons: [record.person('speaker', { name: 'The Speaker' })],
  announcements: [
    {
      slug: 'a-word',
      title: 'A word',
      body: 'Text.',
      language: 'en',
      author: 'makers',
      quotes: [{ person: 'speaker', text: 'We ask for a road.', attribution: 'Manager' }],
      source: 'a-source',
    },
  ],
  'advocacy-cases': [
    {
      slug: 'a-road',
      title: 'A road',
      status: 'PARTLY_SUCCEEDED',
      outcome: 'Half a road.',
      openedOn: '2012',
      closedOn: '2014-05',
      target: 'authority',
      level: 'LOCAL',
      representative: 'speaker',
      standing: 'REGISTERED_LOBBYIST',
      beneficiaries: ['makers', 'buyer'],
      source: 'a-source',
    },
    {
      slug: 'a-bridge',
      title: 'A bridge',
      status: 'OPEN',
      target: 'authority',
      beneficiaries: ['makers'],
      source: 'a-source',
    },
  ],
  'cooperation-offers': [
    record.offer('courses', 'buyer', {
      title: 'Courses wanted',
      direction: 'NEEDS',
      sectors: ['NACE_REV2:62'],
      since: '2016',
    }),
    // Not a match of what the buyer needs: it is the buyer's own, and it is a need.
    record.offer('own-courses', 'buyer', { title: 'Own courses', sectors: ['NACE_REV2:62'] }),
    record.offer('more-courses', 'makers', {
      title: 'More courses wanted',
      direction: 'NEEDS',
      sectors: ['NACE_REV2:62'],
    }),
  ],
  claims: [
    ['2010', '22'],
    ['2012-06', '28'],
    ['2016-03-01', '44'],
    [null, '99'],
  ].map(([asOf, number]) =>
    record.claim({
      organization: 'makers',
      indicator: 'MEMBERS',
      number,
      ...(asOf !== null && { asOf }),
    }),
  ),
  'grant-programmes': [
    record.programme('managed', { title: 'Managed', funder: 'makers', manager: 'authority' }),
  ],
  grants: [
    record.grant('g-1', {
      title: 'A grant',
      funder: 'makers',
      programme: 'managed',
      awarded: '500',
      shares: [{ organization: 'buyer' }],
    }),
  ],
  memberships: [record.membership('makers', 'scan', { since: '2016' })],
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

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${platform.url}${path}`, {
    headers: { accept: 'text/html', ...headers },
    redirect: 'manual',
  });
const htmlOf = async (path: string) => (await get(path)).text();

describe('without JavaScript', () => {
  test('a case of advocacy has its outcome, its quotes and other cases of the authority', async () => {
    const html = await htmlOf('/advocacy/a-road');
    expect(html).toContain('<h1>A road</h1>');
    expect(html).toContain('Partly succeeded, 2012 – May 2014.');
    expect(html).toContain('<td>Half a road.</td>');
    expect(html).toContain('<td>registered lobbyist</td>');
    expect(html).toContain('<a href="/organizations/authority">The Authority</a>');
    expect(html).toMatch(
      /We ask for a road.<\/td><td>Manager<\/td><td><a href="\/announcements\/a-word">/,
    );
    expect(html).toContain('<a href="/advocacy/a-bridge">A bridge</a>');
    expect(html).not.toContain('<a href="/advocacy/a-road">');
    const latin = await htmlOf('/sr-latn/advocacy/a-road');
    expect(latin).toContain('Delimično');
    expect(latin).toContain('href="/sr-latn/advocacy/a-bridge"');
    const authority = await htmlOf('/organizations/authority');
    expect(authority).toMatch(/<td>Kind<\/td><td>Institution<\/td>/);
    expect(authority).toMatch(/<td>Place<\/td><td>not known<\/td>/);
    expect(await htmlOf('/organizations/makers')).toContain('href="/advocacy/a-road"');
    expect(await htmlOf('/search?q=a+road')).toContain('href="/advocacy/a-road"');
    expect(await htmlOf('/advocacy')).toContain('<a href="/advocacy/a-road">A road</a>');
  });

  test('a need has the offers of others in its sectors, and an offer the needs', async () => {
    const need = await htmlOf('/offers/courses');
    expect(need).toContain('Need: The Buyer, since 2016.');
    const [, matches = ''] = /<h2>May match<\/h2>(.*?)<\/section>/s.exec(need) ?? [];
    expect(matches).toContain('<a href="/offers/voict-it-education">IT education</a>');
    expect(matches).not.toMatch(/own-courses|more-courses/);
    expect(need).toMatch(/<h2>More from the same organization<\/h2>.*\/offers\/own-courses/s);
    expect(need).toMatch(/"@type":"Demand","name":"Courses wanted"/);
    const offer = await htmlOf('/offers/voict-it-education');
    expect(offer).toContain('href="/offers/courses"');
    expect(offer).toContain('href="/offers/more-courses"');
    expect(offer).toMatch(/"@type":"Offer".*"offeredBy":\{[^}]*"Vojvodina ICT Cluster"/);
    expect(await htmlOf('/sectors/NACE_REV2/62')).toContain('href="/offers/courses"');
    expect(await htmlOf('/search?q=courses')).toContain('href="/offers/courses"');
  });

  test.each(['/advocacy/a-rode', '/offers/coursez'])(
    '%s is not there, and what may be meant is suggested',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toMatch(/href="\/(advocacy|offers)\//);
    },
  );

  test('what a page shows is there as a file, with what was asked', async () => {
    const html = await htmlOf('/advocacy?status=OPEN');
    const [, href = ''] = /href="([^"]+download=json)"/.exec(html) ?? [];
    expect(href).toBe('/advocacy?status=OPEN&amp;download=json');
    const file = await get(href.replace('&amp;', '&'));
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="advocacy.json"');
    const { query, variables, data } = (await file.json()) as {
      query: string;
      variables: object;
      data: { advocacyCases: { nodes: { slug: string }[] } };
    };
    expect(data.advocacyCases.nodes.map(({ slug }) => slug)).toContain('a-bridge');
    expect(data.advocacyCases.nodes.map(({ slug }) => slug)).not.toContain('a-road');
    expect((await platform.succeed(query, { ...variables })).data).toEqual(data);
    expect((await get('/advocacy/nothing?download=json')).status).toBe(404);
  });
});

describe('the pages that gather records say what the API has', () => {
  /** The rows of the table under a heading, each with the texts of its cells. */
  function rowsOf(html: string, heading: string): readonly (readonly string[])[] {
    const [, section = ''] = html.split(`<h2>${heading}</h2>`);
    const [, body = ''] = /<tbody>(.*?)<\/tbody>/s.exec(section) ?? [];
    return body
      .split('</tr>')
      .slice(0, -1)
      .map((row) =>
        [...row.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) =>
          cell.replaceAll(/<[^>]+>/g, ''),
        ),
      );
  }

  test('clusters: since when, by the preferred claim', async () => {
    const { data } = await platform.succeed(
      `{ clusters { nodes { name bestClaims(indicator: [FOUNDED_ON]) { claim { date } } } } }`,
    );
    const rows = new Map(rowsOf(await htmlOf('/clusters'), 'Clusters').map((row) => [row[0], row]));
    const nodes = data.clusters.nodes as {
      name: string;
      bestClaims: { claim: { date: string } }[];
    }[];
    expect([...rows.keys()].sort()).toEqual(nodes.map(({ name }) => name).sort());
    for (const { name, bestClaims } of nodes) {
      const [founded] = bestClaims;
      expect(rows.get(name)?.[3]).toContain(founded?.claim.date.slice(0, 4) ?? 'not known');
    }
  });

  test('sectors and regions: no money is said only where there is none, and a ratio is of the shares', async () => {
    const missing = 'No grant in these data goes here';
    const { data } = await platform.succeed(
      `{ unfundedNeeds(by: SECTOR, scheme: NACE_REV2) { node { ... on Sector { code } } }
         region(code: "RS12") { grants { totalCount } initiatives { totalCount } } }`,
    );
    expect(data.region.grants.totalCount * data.region.initiatives.totalCount).toBeGreaterThan(0);
    const region = await htmlOf('/regions/RS12');
    expect(region).not.toContain(missing);
    const [{ node }] = data.unfundedNeeds as [{ node: { code: string } }];
    expect(await htmlOf(`/sectors/NACE_REV2/${node.code}`)).toContain(missing);
    const rows = rowsOf(region, 'Specialization');
    expect(rows.length).toBeGreaterThan(3);
    for (const [, , here = '', everywhere = '', ratio = ''] of rows) {
      // Both shares are rounded.
      const shares = [here, everywhere].map((text) => Number(text.replace('%', '')));
      const [mine = 0, all = 0] = shares;
      expect(Number(ratio)).toBeGreaterThan((mine - 1) / (all + 1) - 0.1);
      expect(Number(ratio)).toBeLessThan((mine + 1) / Math.max(0.01, all - 1) + 0.1);
    }
    expect(await htmlOf('/sr/regions')).toContain('href="/sr/regions/RS12"');
  });

  test('a program: its manager, and only its own grants', async () => {
    const slug = 'managed';
    const html = await htmlOf(`/programmes/${slug}`);
    expect(html).toMatch(/<td>Managed by<\/td><td><a href="\/organizations\/authority">/);
    expect(rowsOf(html, 'How much')).toEqual([['Awarded', '1', 'EUR\u00a0500', 'EUR\u00a0500']]);
    expect(rowsOf(html, 'Grants').map(([title]) => title)).toEqual(['A grant']);
  });

  test('an event: its place, and its time there', async () => {
    const html = await htmlOf('/events/scan-launch');
    const rows = new Map(rowsOf(html, 'At a glance').map(([name, value]) => [name, value]));
    expect(rows.get('When')).toMatch(/December 22, 2015 at 2:00\sPM/);
    expect(rows.get('Where')).toContain('Terazije 3');
  });

  test('offers and needs, by direction', async () => {
    const { data } = await platform.succeed(
      `{ cooperationOffers(filter: { direction: { eq: NEEDS } }) { nodes { title } } }`,
    );
    const rows = rowsOf(await htmlOf('/offers?direction=NEEDS'), 'Offers and needs');
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map(([title]) => title).sort()).toEqual(
      data.cooperationOffers.nodes.map(({ title }: { title: string }) => title).sort(),
    );
  });

  test('two funders, each in its own column, with zero where one has no grant', async () => {
    const { data } = await platform.succeed(
      `{ usaid: grants(filter: { funder: { eq: "usaid" } }) { totalCount }
         eu: grants(filter: { funder: { eq: "european-commission" } }) { totalCount }
         facets: grantFacets(filter: { funder: { eq: "usaid" } }) {
           facet(dimension: RECIPIENT) { distinctCount } } }`,
    );
    const html = await htmlOf('/funding/compare?funder=usaid,european-commission');
    expect(rowsOf(html, 'How much')[0]).toEqual([
      'Grants',
      String(data.usaid.totalCount),
      String(data.eu.totalCount),
    ]);
    expect(html).toContain('>USAID</th><th scope="col">European Commission</th>');
    const years = rowsOf(html, 'Grants by year');
    expect(years.some(([, usaid, eu]) => usaid === '0' || eu === '0')).toBe(true);
    // What is not known comes last.
    const sectors = rowsOf(html, 'Grants by sector').map(([name]) => name);
    expect(sectors.indexOf('not known')).toBe(sectors.length - 1);
    // The recipients of the one with few grants are there too, and not only those of the other.
    const recipients = rowsOf(html, 'Grants by recipient');
    expect(
      recipients.filter(([name, usaid]) => name !== 'not known' && usaid !== '0'),
    ).toHaveLength(data.facets.facet.distinctCount);
  });
});

test('the start page without a language leads to the one that the visitor prefers', async () => {
  const start = async (headers: Readonly<Record<string, string>>, path = '/') => {
    const response = await get(path, headers);
    if (path === '/') {
      expect(response.headers.get('vary')).toMatch(/accept-language, cookie, sec-fetch-site/);
    }
    return [response.status, response.headers.get('location')];
  };
  const serbian = { 'accept-language': 'sr-RS,sr;q=0.9,en;q=0.5' };
  const english = [200, null];
  expect(await start(serbian)).toEqual([302, '/sr']);
  expect(await start({ 'accept-language': 'de, sr-Latn-RS;q=0.8, en;q=0.4' })).toEqual([
    302,
    '/sr-latn',
  ]);
  for (const header of [
    '',
    'en-GB,sr;q=0.9',
    'de',
    '*',
    'sr;q=0, en',
    'sr;q=0.2, en',
    'sr;q=x',
    ';;,q=',
  ]) {
    expect([header, ...(await start({ 'accept-language': header }))]).toEqual([header, ...english]);
  }
  // Whoever has chosen a language keeps it, and other addresses say theirs.
  expect(await start({ ...serbian, 'sec-fetch-site': 'same-origin' })).toEqual(english);
  expect(await start({ ...serbian, cookie: 'a=b; language=en' })).toEqual(english);
  expect(await start({ cookie: 'language=sr-Latn' })).toEqual([302, '/sr-latn']);
  expect(await start({ ...serbian, cookie: 'language=xx' })).toEqual([302, '/sr']);
  for (const path of ['/organizations', '/?embed=1', '/sr', '/sr-latn/network']) {
    expect(await start(serbian, path)).toEqual(english);
  }
});

test('developers have every example without JavaScript', async () => {
  const html = await htmlOf('/developers');
  const folder = new URL('../../../docs/examples/', import.meta.url);
  const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) {
    const [title = '?'] = text.split('\n');
    expect(html).toContain(`<h2>${escaped(title.replace(/^# /, ''))}</h2>`);
  }
  const codes = [...html.matchAll(/<code>(.*?)<\/code>/gs)].map(([, code]) => code);
  expect(codes.length).toBe(texts.length + 3);
  for (const text of texts) {
    expect(codes).toContain(escaped(text.trim().replace(/^(#.*\n)+/, '')));
  }
});

(browserPath === null ? describe.skip : describe)('in a browser', () => {
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
  }

  test('a case leads from the list to its page, its quotes, and the next case', async () => {
    await open('/advocacy');
    await page.getByRole('link', { name: 'A road' }).click();
    await page.getByRole('heading', { level: 1, name: 'A road' }).waitFor();
    await waitForContent(page);
    expect(await page.locator('blockquote').innerText()).toBe('We ask for a road.');
    expect(await page.locator('figcaption').innerText()).toContain('The Speaker, Manager');
    expect(await auditWhole(page)).toEqual([]);
    await page.getByRole('link', { name: 'A bridge' }).click();
    await page.getByRole('heading', { level: 1, name: 'A bridge' }).waitFor();
    expect(await page.locator('blockquote').count()).toBe(0);
    await page.getByText('Download', { exact: true }).click();
    const href = await page.getByRole('link', { name: 'This page: JSON' }).getAttribute('href');
    expect(href).toBe('/advocacy/a-bridge?download=json');
  });

  test('a need leads to an offer that may answer it, and back', async () => {
    await open('/offers/courses');
    await page.getByRole('group', { name: 'May match' }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'IT education' }).waitFor();
    await waitForContent(page);
    await page
      .getByRole('group', { name: 'May match' })
      .getByText('Courses wanted', { exact: true })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Courses wanted' }).waitFor();
  });

  test('an organization shows whom it is connected with, as a drawing and as a table', async () => {
    await open('/organizations/makers');
    const section = page.locator('section', {
      has: page.getByRole('heading', { name: /^Directly connected/ }),
    });
    const canvas = section.locator('canvas');
    await canvas.focus();
    await page.keyboard.press('ArrowRight');
    await section
      .getByRole('status')
      .getByText(/: Neighbors \d+/)
      .waitFor();
    await section.getByRole('radio', { name: 'Table' }).check();
    const { organization } = (await platform.succeed(`{ organization(slug: "makers") { id } }`))
      .data;
    const { data } = await platform.succeed(
      `query ($id: ID!) { network { neighbourhood(node: $id, depth: 1) { nodes { node { name } } } } }`,
      { id: organization.id },
    );
    const names = data.network.neighbourhood.nodes
      .map(({ node }: { node: { name: string } }) => node.name)
      .filter((name: string) => name !== 'Makers');
    expect(names).toContain('Serbian Cluster Association');
    const rows = section.locator('tbody tr');
    await rows.first().waitFor();
    expect((await rows.locator('td:first-child a').allInnerTexts()).sort()).toEqual(names.sort());
    expect(await rows.first().locator('.evidence .source-button').count()).toBeGreaterThan(0);
    await section.getByRole('link', { name: 'Show in the network' }).click();
    await page.waitForURL(`**/network?focus=${encodeURIComponent(organization.id as string)}`);
    await page.getByRole('button', { name: 'Remove filter: Around Makers' }).waitFor();
  });

  test('a node is expanded step by step, and the address has each step', async () => {
    const { makers, scan } = (
      await platform.succeed(
        `{ makers: organization(slug: "makers") { id } scan: organization(slug: "scan") { id } }`,
      )
    ).data;
    const { data } = await platform.succeed(
      `query ($id: ID!) { network(ties: MEMBERSHIP) { neighbourhood(node: $id) { nodes { node { name } } } } }`,
      { id: scan.id },
    );
    const around = data.network.neighbourhood.nodes.map(
      ({ node }: { node: { name: string } }) => node.name,
    );
    await open(`/network?ties=MEMBERSHIP&focus=${makers.id}&node=${scan.id}&view=table`);
    const rows = page.locator('.network-main tbody td:first-child a');
    await rows.nth(1).waitFor();
    expect((await rows.allInnerTexts()).sort()).toEqual(['Makers', 'Serbian Cluster Association']);
    await page.getByRole('button', { name: `Show ${around.length - 1} more neighbors` }).click();
    const chip = page.getByRole('button', {
      name: 'Remove filter: Neighbors of Serbian Cluster Association',
    });
    await chip.waitFor();
    await rows.nth(around.length).waitFor();
    expect((await rows.allInnerTexts()).sort()).toEqual(
      [...around, 'Serbian Cluster Association'].sort(),
    );
    await page.reload();
    await rows.nth(around.length).waitFor();
    await chip.click();
    await chip.waitFor({ state: 'detached' });
    await waitForContent(page);
    expect(await rows.count()).toBe(2);
    await page.goBack();
    await rows.nth(around.length).waitFor();
  });

  test('dated claims of one figure are a chart, and undated ones are only listed', async () => {
    await open('/organizations/makers');
    const chart = page.locator('svg.history');
    expect(await chart.getAttribute('aria-label')).toBe(
      'Members. 2010: 22; June 2012: 28; Mar 1, 2016: 44',
    );
    expect(await chart.locator('circle').count()).toBe(3);
    const heights = await chart
      .locator('circle')
      .evaluateAll((circles) => circles.map((one) => Number(one.getAttribute('cy'))));
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    await page.locator('.figure summary').first().click();
    await page.locator('.figure details').getByText('99').waitFor();
  });

  test('the time line has cases and offers, and leads to them', async () => {
    await open('/organizations/buyer');
    const line = page.locator('.time-line');
    expect(await line.locator('li').allInnerTexts()).toEqual([
      expect.stringMatching(/^2012\s+Advocacy: A road began$/),
      expect.stringMatching(/^May 2014\s+Advocacy: A road ended$/),
      expect.stringMatching(/^2016\s+Need: Courses wanted began$/),
    ]);
    await line.getByRole('link', { name: /Courses wanted/ }).click();
    await page.waitForURL('**/offers/courses');
  });

  test('a chosen language is kept for the next visit of the start page', async () => {
    const { page: visit } = await openPage(browser, { locale: 'sr-RS' });
    const languageOf = () => visit.locator('html').getAttribute('lang');
    await visit.goto(platform.url);
    expect(await languageOf()).toBe('sr-Cyrl');
    // What the server wrote is replaced, and a click on it could be lost.
    await waitForContent(visit);
    await visit.locator('.header .languages').getByText('English').click();
    await visit.waitForURL(`${platform.url}/`);
    await waitForContent(visit);
    expect(await languageOf()).toBe('en');
    await visit.goto('about:blank');
    await visit.goto(platform.url);
    expect(await languageOf()).toBe('en');
    await visit.context().close();
  });

  test('two donors are compared by charts with one scale, and by the numbers', async () => {
    await open('/funding');
    const facet = page.getByRole('group', { name: 'Funder' });
    await facet.getByRole('checkbox', { name: /^USAID/ }).check();
    await facet.getByRole('checkbox', { name: /^European Commission/ }).check();
    await page.getByRole('link', { name: 'Compare the two funders' }).click();
    await waitForContent(page);
    const { data } = await platform.succeed(
      `{ usaid: grantFacets(filter: { funder: { eq: "usaid" } }) { ...Years } eu: grantFacets(filter: { funder: { eq: "european-commission" } }) { ...Years } }
       fragment Years on GrantFacets { facet(dimension: YEAR, first: 100) { values { key grantCount } } }`,
    );
    const [usaid, eu] = ['usaid', 'eu'].map((side) =>
      (data[side].facet.values as { key: string; grantCount: number }[]).map(
        ({ key, grantCount }) => [Number(key), grantCount] as const,
      ),
    );
    const known = [...(usaid ?? []), ...(eu ?? [])];
    const years = known.map(([year]) => year);
    const highest = Math.max(...known.map(([, count]) => count));
    const charts = page.locator('.multiples figure');
    expect(await charts.count()).toBe(2);
    const names = (await page.locator('.inline-list .entity').allInnerTexts()).map((name) =>
      name.trim(),
    );
    for (const [at, name] of names.entries()) {
      const counts = new Map(name === 'USAID' ? usaid : eu);
      const bars = charts.nth(at).locator('li');
      expect(await charts.nth(at).locator('figcaption').innerText()).toBe(name);
      expect(await bars.count()).toBe(Math.max(...years) - Math.min(...years) + 1);
      for (const [index, text] of (await bars.allInnerTexts()).entries()) {
        const year = Math.min(...years) + index;
        const count = counts.get(year) ?? 0;
        expect(text).toContain(`${year}: ${count}`);
        const height = await bars.nth(index).locator('rect').getAttribute('height');
        expect(Number(height)).toBeCloseTo((100 * count) / highest);
      }
    }
    expect(await auditWhole(page)).toEqual([]);
  });

  test('a facet leads to the page of its value, and a district of the map narrows the grants', async () => {
    await open('/funding');
    const district = page.getByRole('button', { name: /^Nišavska oblast: / });
    const count = Number(await district.locator('text').textContent());
    expect(count).toBeGreaterThan(0);
    await district.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove filter: Nišavska oblast' }).waitFor();
    await waitForContent(page);
    expect(await page.locator('.lead').innerText()).toContain(`${count} grant`);
    expect(await district.getAttribute('aria-pressed')).toBe('true');
    await page
      .getByRole('group', { name: 'Region' })
      .getByRole('link', { name: 'Open the page of Nišavska oblast' })
      .click();
    await page.waitForURL('**/regions/RS225');
    await open('/funding');
    await page
      .getByRole('group', { name: 'Sector' })
      .getByRole('link', { name: /^Open the page of/ })
      .first()
      .click();
    await page.waitForURL(/\/sectors\/\w+\/\w+$/);
    await waitForContent(page);
  });

  test('all this without requests to other machines, and without errors', () => {
    expect([watched.external, watched.faults]).toEqual([[], []]);
  });
});
