import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { mergeOrganizations } from '../../src/data-set/merge-organizations.js';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { FundingDocument } from '../../src/pages/generated/funding.js';
import { NetworkDocument } from '../../src/pages/generated/network.js';
import { OrganizationsDocument } from '../../src/pages/generated/organizations.js';
import { fundingVariables, grantFilter } from '../../src/pages/views/funding.js';
import { networkVariables } from '../../src/pages/views/network.js';
import { organizationsVariables } from '../../src/pages/views/organizations.js';
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

const HOSTILE = `<img src=x onerror="document.title='run'">`;
/** A record whose texts are markup, formulas, right-to-left and very long, and one that is merged into another. */
const EXTRA = {
  sources: [record.source('rumor', { title: `"><script>document.title='run'</script>` })],
  organizations: [
    record.organization('Company', 'hostile', {
      name: HOSTILE,
      description: `=HYPERLINK("x") ‮${'long'.repeat(120)} </script><script>document.title='run'</script>`,
      source: 'rumor',
    }),
    record.organization('Company', 'before', { name: 'Before', source: 'rumor' }),
    record.organization('Company', 'after', { name: 'After', source: 'rumor' }),
  ],
};

const PATHS = [
  '/',
  '/network',
  '/organizations',
  '/organizations/nicat',
  '/funding',
  '/initiatives',
  '/search?q=nis',
  '/clusters',
  '/sectors',
  '/sectors/NACE_REV2/62',
  '/regions',
  '/regions/RS12',
  '/programmes/cluster-establishment-support',
  '/funding/compare?funder=usaid,european-commission',
  '/events',
  '/events/scan-launch',
  '/announcements',
  '/announcements/serbian-cluster-association-is-here',
  '/advocacy',
  '/advocacy/science-technology-park-nis',
  '/offers',
  '/offers/voict-it-education',
  '/developers',
  '/about-the-data',
];
const BUDGET_BYTES = 150 * 1024;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
  await loadDataSet(platform.database, dataSetFolder(EXTRA));
  await mergeOrganizations(platform.database, 'after', 'before');
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

const ask = (
  operation: { toString(): string },
  variables: Readonly<Record<string, unknown>> = {},
) => platform.succeed(operation.toString(), { ...variables });
const searchOf = (path: string) => new URL(path, 'http://localhost').searchParams;
/** What the server answers to a browser, without following redirects. */
const get = (path: string) =>
  fetch(`${platform.url}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' });

describe('the server writes each page without JavaScript', () => {
  test.each(PATHS)('%s has a title, a heading, a table and a strict policy', async (path) => {
    const response = await get(path);
    const html = await response.text();
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(html).toMatch(/<title>.+ · SCAN Graph<\/title>/);
    expect(html).toMatch(/<h1>.+<\/h1>/);
    expect(html).toMatch(/<td>/);
    expect(html).not.toMatch(/<script(?! type="module"| type="application\/ld\+json")|style="/);
    const again = await fetch(`${platform.url}${path}`, {
      headers: { accept: 'text/html', 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test('with exactly the entries that the API has for the address', async () => {
    const path = '/organizations?kind=CLUSTER,DONOR';
    const { data } = await ask(OrganizationsDocument, organizationsVariables(searchOf(path)));
    const names = data.organizations.nodes.map(({ name }: { name: string }) => name);
    expect(names.length).toBeGreaterThan(3);
    const html = await (await get(path)).text();
    const links = [...html.matchAll(/<td><a href="\/organizations\/[^"]+">([^<]+)<\/a>/g)];
    expect(links.map(([, name]) => name)).toEqual(names);
  });

  test('in Serbian too, Latin generated from Cyrillic', async () => {
    const [cyrillic, latin] = await Promise.all(
      ['/sr', '/sr-latn'].map(async (prefix) => (await get(`${prefix}/organizations`)).text()),
    );
    expect(cyrillic).toMatch(/<html[^>]* lang="sr-Cyrl"/);
    expect(cyrillic).toContain('<h1>Организације</h1>');
    expect(latin).toMatch(/<html[^>]* lang="sr-Latn"/);
    expect(latin).toContain('<h1>Organizacije</h1>');
    expect(latin).toMatch(/href="\/sr-latn\/organizations\/[^"]+"/);
  });

  test('with hostile data as text', async () => {
    const html = await (await get('/organizations/hostile')).text();
    expect(html).toContain('<h1>&lt;img src=x onerror=&quot;document.title=');
    expect(html).not.toMatch(/<img|<script>/);
    const [, structured = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(structured)).toMatchObject({ name: HOSTILE });
  });

  test('moves on from an organization that was merged into another', async () => {
    const response = await get('/sr/organizations/before');
    expect([response.status, response.headers.get('location')]).toEqual([
      301,
      '/sr/organizations/after',
    ]);
  });

  test('answers 404 with suggestions for an unknown page, and JSON for a program', async () => {
    const response = await get('/organizations/nicat-nis');
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(html).toContain('noindex');
    expect(html).toMatch(/href="\/organizations\/[a-z-]+"/);
    expect((await get('/grants/nothing')).status).toBe(404);
    const json = await fetch(`${platform.url}/nothing-here`);
    expect(await json.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  test('events as calendar files: all, one, or 404', async () => {
    const all = await fetch(`${platform.url}/events.ics`);
    expect(all.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const { data } = await platform.succeed(`{ events { nodes { slug title startsAt } } }`);
    const { nodes } = data.events as { nodes: { slug: string; title: string; startsAt: string }[] };
    const text = await all.text();
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(nodes.length);
    const [event] = nodes;
    const start = event?.startsAt.slice(0, 19).replaceAll(/[-:]/g, '') ?? '?';
    for (const file of [
      text,
      await (await fetch(`${platform.url}/events/${event?.slug ?? ''}.ics`)).text(),
    ]) {
      expect(file).toContain(`\r\nDTSTART:${start}Z\r\nSUMMARY:${event?.title ?? '?'}\r\n`);
      expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    }
    expect((await fetch(`${platform.url}/events/nothing.ics`)).status).toBe(404);
  });

  test('says what is wrong with an address, with the status of the API', async () => {
    const response = await get('/organizations?kind=CASTLE');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('CASTLE');
  });
});

if (browserPath === null) {
  process.stderr.write(
    'The pages are NOT tested in a browser: there is no Chromium. Install it, or set CHROMIUM to where it is.\n',
  );
}

(browserPath === null ? describe.skip : describe)('the pages in a browser', () => {
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(browserPath ?? '');
    watched = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    ({ page } = watched);
  });
  afterAll(() => browser.close());

  const h1 = (on: Page = page) => on.locator('h1').innerText();
  /** Opens a page, and waits until it shows its own content. */
  async function open(path: string, on: Page = page) {
    await on.goto(`${platform.url}${path}`);
    await ready(on);
  }
  const ready = (on: Page = page) => waitForContent(on);
  const tooWide = (on: Page) =>
    on.evaluate<boolean>(`document.documentElement.scrollWidth > innerWidth`);
  const search = () => new URL(page.url()).searchParams;

  test.each(PATHS)(
    '%s loads within the budget, passes axe, and fits 320 to 1600 pixels',
    async (path) => {
      const visit = await openPage(browser, { viewport: { width: 390, height: 844 } });
      const { page: fresh } = visit;
      const sizes: Promise<number>[] = [];
      let pending = 0;
      fresh.on('request', () => (pending += 1));
      fresh.on('requestfinished', (request) => {
        pending -= 1;
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
      });
      await open(path, fresh);
      while (pending > 0) await fresh.waitForTimeout(50);
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(total).toBeGreaterThan(60_000);
      expect(total).toBeLessThan(BUDGET_BYTES);
      expect(await auditWhole(fresh)).toEqual([]);
      for (const width of [320, 1024, 1600]) {
        await fresh.setViewportSize({ width, height: 800 });
        expect([width, await tooWide(fresh)]).toEqual([width, false]);
      }
      expect([visit.external, visit.faults]).toEqual([[], []]);
      await fresh.context().close();
    },
  );

  test('organizations: a filter is in the address, agrees with the API, and goes back', async () => {
    await open('/organizations');
    const before = await page.locator('.lead').innerText();
    await page.locator('.filters').getByLabel('Cluster').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Remove filter: Cluster' }).waitFor();
    await ready();
    expect(search().get('kind')).toBe('CLUSTER');
    const { data } = await ask(OrganizationsDocument, organizationsVariables(search()));
    const { totalCount, nodes } = data.organizations;
    expect(await page.locator('.lead').innerText()).toBe(
      `${totalCount} organizations in the network`,
    );
    expect(await page.locator('tbody tr').count()).toBe(nodes.length);
    await page.reload();
    await ready();
    expect(await page.locator('tbody tr').count()).toBe(nodes.length);
    await page.goBack();
    await ready();
    expect(await page.locator('.lead').innerText()).toBe(before);
  });

  test('the search box opens by "/", suggests in any script, and leads to the page', async () => {
    await open('/organizations');
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.keyboard.type('војводина ict');
    await page.locator('.search [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const wanted = await page.locator('.search [aria-selected=true] [dir=auto]').innerText();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: wanted }).waitFor();
    expect(page.url()).toMatch(/\/organizations\//);
  });

  test('an organization shows each fact with its source, and moves on if it was merged', async () => {
    await open('/organizations/nicat');
    await page.locator('.figure .source-button').first().click();
    const details = page.locator('.popover');
    await details.getByText('Confidence').waitFor();
    await page.keyboard.press('Escape');
    expect(await details.isVisible()).toBe(false);
    // The mouse shows them too, lets itself be moved to them, and takes them away.
    await page.mouse.move(0, 0);
    await page.locator('.figure .source-button').first().hover();
    await details.getByText('Confidence').hover();
    await page.waitForTimeout(500);
    expect(await details.isVisible()).toBe(true);
    await page.mouse.move(0, 0);
    await details.waitFor({ state: 'hidden' });

    await open('/organizations/after');
    await page.evaluate(`history.pushState(null, '', '/organizations/before')`);
    await page.waitForURL(/\/organizations\/after$/);
  });

  test('a grant and its initiative show what the API has, and lead to each other', async () => {
    const { data } = await platform.succeed(
      `{ initiatives(first: 50) { nodes { slug title grants(first: 1) { nodes { id title } } } } }`,
    );
    const { nodes } = data.initiatives as {
      nodes: { slug: string; title: string; grants: { nodes: { id: string; title: string }[] } }[];
    };
    const initiative = nodes.find(({ grants }) => grants.nodes.length > 0);
    const grant = initiative?.grants.nodes[0];
    if (!initiative || !grant) throw new Error('No initiative has a grant.');
    await open(`/grants/${grant.id}`);
    expect(await h1()).toBe(grant.title);
    expect(await auditWhole(page)).toEqual([]);
    await page.getByRole('link', { name: initiative.title }).first().click();
    await page.waitForURL(`**/initiatives/${initiative.slug}`);
    await ready();
    expect(await h1()).toBe(initiative.title);
    expect(await auditWhole(page)).toEqual([]);
    await page.locator(`a[href="/grants/${grant.id}"]`).first().waitFor();
  });

  test('hostile data stay text', async () => {
    await open('/organizations/hostile');
    expect(await h1()).toContain(HOSTILE);
    expect(await page.title()).toBe(`${HOSTILE} · SCAN Graph`);
    expect(await page.locator('#content img').count()).toBe(0);
    expect(await tooWide(page)).toBe(false);
  });

  test('the network: nodes and edges as the API has them, as a drawing and as a table', async () => {
    await open('/network?ties=PARTNERSHIP&asOf=2015-12-22');
    const { data } = await ask(NetworkDocument, networkVariables(search()));
    const { graph, nodes } = data.network;
    expect(graph.nodeCount).toBeGreaterThan(3);
    expect(await page.locator('.lead').innerText()).toBe(
      `${graph.nodeCount} organizations and ${graph.edgeCount} connections between them on Dec 22, 2015`,
    );
    await page.getByRole('radio', { name: 'Table' }).check();
    await page.locator('.network-main tbody tr').first().waitFor();
    const names = await page.locator('.network-main tbody tr td:first-child a').allInnerTexts();
    expect(names.toSorted()).toEqual(nodes.map(({ name }: { name: string }) => name).toSorted());
    expect(search().get('view')).toBe('table');
  });

  test('the network by keyboard: arrows select, Enter focuses, Escape and chips lead back', async () => {
    await open('/network');
    const canvas = page.locator('.drawing canvas');
    await canvas.focus();
    await page.keyboard.press('ArrowRight');
    const status = page.locator('#drawing-status');
    await status.getByText(/: Neighbors \d+/).waitFor();
    const first = await status.innerText();
    await page.keyboard.press('ArrowLeft');
    const key = search().get('node');
    expect(key).not.toBeNull();
    expect(first).not.toBe('');
    await page.locator('.neighbors summary').first().click();
    await page.locator('.neighbors .evidence li').first().waitFor();

    await canvas.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Remove filter: Around/ }).waitFor();
    await ready();
    expect(search().get('focus')).toBe(key);
    await page.getByRole('button', { name: /Remove filter: Around/ }).press('Enter');
    await ready();
    expect(search().get('focus')).toBeNull();
  });

  test('how two are connected, with the evidence of each step; the address has the question', async () => {
    await open('/network');
    const choose = async (label: string, text: string) => {
      const input = page.locator('.network-side').getByRole('combobox', { name: label });
      await input.focus();
      await page.locator('.network-side .combobox').first().waitFor();
      await page.keyboard.type(text);
      await page.locator('.network-side [role=option]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    };
    await choose('From', 'vojvodina ict');
    await choose('To', 'university of nis');
    await page.locator('.hops li').first().waitFor();
    const [from, to] = [search().get('from'), search().get('to')];
    const { data } = await platform.succeed(
      `query ($from: ID!, $to: ID!) { network { between(from: $from, to: $to) { distance } } }`,
      { from, to },
    );
    const steps = await page.locator('.hops > li').count();
    expect(steps).toBe(data.network.between.distance);
    expect(await page.locator('.hops .evidence li').count()).toBeGreaterThanOrEqual(steps);
    const url = page.url();
    await page.goto('about:blank');
    await page.goto(url);
    await page
      .locator('.hops > li')
      .nth(steps - 1)
      .waitFor();
  });

  test('funding: totals, rows and file agree with the API for the same filter', async () => {
    await open('/funding');
    await page.locator('.facet').first().getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    await page.locator('.chip').first().waitFor();
    await ready();
    const { data } = await ask(FundingDocument, fundingVariables(search()));
    const { totalCount, nodes } = data.grants;
    expect(await page.locator('.lead').innerText()).toContain(`${totalCount} grant`);
    expect(await page.getByRole('group', { name: 'The grants' }).locator('tbody tr').count()).toBe(
      nodes.length,
    );
    const facetCount = await page.locator('.facet').first().locator('.count').first().innerText();
    expect(facetCount).toBe(String(totalCount));
    expect(await h1()).toBe(`Grants by ${String(nodes[0].funder.name)}`);
    await page.getByText('Download', { exact: true }).click();
    const href = await page.getByRole('link', { name: 'grants.json' }).getAttribute('href');
    const file = (await (await fetch(`${platform.url}${href ?? ''}`)).json()) as {
      records: object[];
    };
    expect(file.records).toHaveLength(totalCount);
    await page.keyboard.press('Escape');
  });

  test('funding: a node of the flows narrows the page, and excluding leads back to the rest', async () => {
    await open('/funding');
    const node = page.locator('.sankey-node[role=button]').first();
    await node.focus();
    await page.keyboard.press('Enter');
    await page.locator('.chip').first().waitFor();
    expect(search().get('funder')).not.toBeNull();
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await page.locator('.facet').first().getByRole('button').first().click();
    await page.getByRole('button', { name: /Remove filter: Without/ }).waitFor();
    await ready();
    const excluded = search().get('not-funder');
    const { data } = await ask(FundingDocument, fundingVariables(search()));
    expect(JSON.stringify(grantFilter(search()))).toContain(excluded ?? '?');
    expect(await page.locator('.lead').innerText()).toContain(`${data.grants.totalCount} grant`);
  });

  test('"Open as GraphQL" opens the playground with the query and the variables of the view', async () => {
    await open('/organizations?kind=DONOR');
    await page.getByRole('link', { name: 'Open as GraphQL' }).click();
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    const answer = page.waitForResponse(
      (one) => one.request().postData()?.includes('query Organizations') === true,
    );
    await page.locator('.graphiql-execute-button').click();
    const sent = (await answer).request().postDataJSON() as { variables: object };
    expect(sent.variables).toMatchObject({ filter: { type: { in: ['DONOR'] } } });
    expect((await answer).status()).toBe(200);
  });

  test('says that the server is away, and recovers by itself', async () => {
    await open('/organizations');
    const { page: other, external } = await openPage(browser);
    let isAway = true;
    await other.route(/\/graphql(\?|$)/, (route) =>
      isAway
        ? route.fulfill({ status: 503, json: { errors: [{ message: 'Away.' }] } })
        : route.continue(),
    );
    await other.goto(`${platform.url}/organizations`);
    await other.getByRole('alert').getByText('does not answer at the moment').waitFor();
    isAway = false;
    await other.locator('tbody tr').first().waitFor();
    expect(external).toEqual([]);
    await other.context().close();
  });

  describe.each([
    ['by keyboard', 1280],
    ['by phone', 390],
  ] as const)(
    'three questions, each answered in at most five actions from the start: %s',
    (way, width) => {
      let visit: WatchedPage;
      let actions = 0;
      const on = () => visit.page;
      beforeEach(async () => {
        visit = await openPage(browser, {
          viewport: { width, height: 844 },
          hasTouch: way === 'by phone',
        });
        await open('/', on());
        actions = 0;
      });
      afterEach(async () => {
        expect(actions).toBeLessThanOrEqual(5);
        expect([visit.external, visit.faults]).toEqual([[], []]);
        await on().context().close();
      });
      const act = async (target: Locator) => {
        actions += 1;
        await target.waitFor();
        if (way === 'by phone') return target.tap();
        await target.focus();
        return target.press('Enter');
      };
      /** Typing is an action, and so is choosing. */
      const choose = async (box: Locator, text: string) => {
        actions += 1;
        await (way === 'by phone' ? box.tap() : box.focus());
        await on().locator('.combobox:has(input:focus)').waitFor();
        await on().keyboard.type(text);
        const option = on().locator('.combobox:has(input:focus) [role=option]').first();
        await option.waitFor();
        actions += 1;
        if (way === 'by phone') return option.tap();
        await on().keyboard.press('ArrowDown');
        return on().keyboard.press('Enter');
      };

      test('who funds the cluster in Niš, and how much is really paid', async () => {
        await choose(
          on().getByRole('combobox', { name: 'Search' }).or(on().locator('.search input')),
          'nis cluster',
        );
        await on().waitForURL('**/organizations/nicat');
        await act(on().locator('a[href="/funding?recipient=nicat"]').first());
        await on().waitForURL('**/funding?recipient=nicat');
        await ready(on());
        const { data } = await ask(
          FundingDocument,
          fundingVariables(new URLSearchParams('recipient=nicat')),
        );
        const { nodes } = data.grants as {
          nodes: { funder: { name: string }; source: { title: string } }[];
        };
        expect(nodes.length).toBeGreaterThan(0);
        const table = on().getByRole('group', { name: 'The grants' });
        for (const { funder } of nodes) {
          expect(await table.getByRole('link', { name: funder.name }).count()).toBeGreaterThan(0);
        }
        expect(await table.locator('.source-button').count()).toBe(nodes.length);
      });

      test('how two are connected, and since when', async () => {
        await act(on().getByRole('link', { name: 'Network', exact: true }).first());
        await ready(on());
        const side = on().locator('.network-side');
        await choose(side.getByRole('combobox', { name: 'From' }), 'voict');
        // In another script, too.
        await choose(side.getByRole('combobox', { name: 'To' }), 'универзитет у новом саду');
        await on().locator('.hops .evidence .source-button').first().waitFor();
        expect(await on().locator('.hops .evidence li').first().innerText()).toMatch(
          /\d{4}|not known/,
        );
      });

      test('which sectors have initiatives and no money', async () => {
        await act(on().getByRole('link', { name: 'Sectors' }).first());
        await ready(on());
        const { data } = await platform.succeed(
          `{ unfundedNeeds(by: SECTOR, scheme: NACE_REV2) { node { ... on Sector { title } } } }`,
        );
        const wanted = data.unfundedNeeds.map(
          ({ node }: { node: { title: string } }) => node.title,
        );
        expect(wanted.length).toBeGreaterThan(0);
        const rows = on()
          .getByRole('group', { name: /no grant/ })
          .locator('tbody a');
        expect(await rows.allInnerTexts()).toEqual(wanted);
        await act(rows.first());
        await on().getByText('No grant in these data goes here').waitFor();
        expect(await on().locator('.source-button').count()).toBeGreaterThan(0);
      });
    },
  );

  test('a view in a frame of another site has its height, and stays a view', async () => {
    const frames = await openTestPlatform(
      'FOUNDING',
      {},
      { database: platform.database, exposure: { embedOrigins: '*' } },
    );
    const host = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><iframe src="${frames.url}/sectors?embed=1" title="x"></iframe><script src="${frames.url}/embed.js"></script>`,
      );
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    const { port } = host.address() as AddressInfo;
    const { page: site, faults } = await openPage(browser);
    await site.goto(`http://127.0.0.1:${port}/`);
    const frame = site.frameLocator('iframe');
    await frame.locator('[data-ready=true]').first().waitFor();
    expect(await frame.locator('header').count()).toBe(0);
    await site.waitForFunction(`document.querySelector('iframe').offsetHeight > 300`);
    await frame.locator('tbody a').first().click();
    await frame.locator('.breadcrumbs').waitFor();
    expect(await frame.locator('header').count()).toBe(0);
    expect(faults).toEqual([]);
    await site.context().close();
    host.close();
    await frames.app.close();
  });

  test('does all this without requests to other machines, and without errors', () => {
    expect(watched.external).toEqual([]);
    expect(watched.faults).toEqual([]);
  });
});
