import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  auditPage,
  browserPath,
  openBrowser,
  openPage,
  type WatchedPage,
} from '../support/browser.js';
import { openTestPlatform, type TestPlatform } from '../support/test-platform.js';

const folder = new URL('../../../docs/examples/', import.meta.url);
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8').trim());

/** So much of it as stands in one line, however narrow the editor is. */
const beginningOf = (example = '') => example.slice(0, 12);

const PANES = ['Documentation Explorer', 'Query builder', 'History'];
const DIALOGS = ['Open short keys dialog', 'Open settings dialog'];

if (browserPath === null) {
  process.stderr.write(
    'The playground is NOT tested: there is no Chromium. Install it, or set CHROMIUM to where it is.\n',
  );
}

(browserPath === null ? describe.skip : describe)('the playground in a browser', () => {
  let platform: TestPlatform;
  let browser: Browser | undefined;
  let desktop: WatchedPage;
  let phone: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    platform = await openTestPlatform('FOUNDING');
    browser = await openBrowser(browserPath ?? '');
    desktop = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    phone = await openPage(browser, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    page = desktop.page;
    await Promise.all([desktop, phone].map((one) => start(one.page)));
  });
  afterAll(async () => {
    await browser?.close();
    await platform.close();
  });

  async function start(on: Page) {
    await on.goto(`${platform.url}/graphql`);
    await on.locator('.graphiql-query-editor .view-line').first().waitFor();
  }
  /** What stands in an editor, as far as it is in view, each line without its indentation. */
  async function text(area: string): Promise<string[]> {
    const lines = await page.locator(`${area} .view-line`).allInnerTexts();
    return lines.map((line) => line.replaceAll('\u00a0', ' ').trim());
  }
  /** Sends the operation, by a click or otherwise, and gives what was sent and answered. */
  async function run(
    on: Page,
    send: () => Promise<unknown> = () => on.locator('.graphiql-execute-button').click(),
  ) {
    const answer = on.waitForResponse(
      (one) => one.request().postData()?.includes('IntrospectionQuery') === false,
    );
    await send();
    const response = await answer;
    const { query } = response.request().postDataJSON() as { query: string };
    const { data, errors } = (await response.json()) as { data?: object; errors?: unknown };
    return { query, data, errors };
  }
  const examplesButton = (on: Page) => on.getByRole('button', { name: 'Examples' });
  const sidebar = (on: Page, label: string) =>
    on.locator(`.graphiql-sidebar button[aria-label="${label}"]`);
  const focused = (on: Page) =>
    on.evaluate<string>(`document.activeElement.ariaLabel || document.activeElement.className`);

  test('opens with the first example, which has the whole width with its result', async () => {
    expect((await text('.graphiql-query-editor'))[0]).toContain(beginningOf(examples[0]));
    expect(await page.title()).toBe('SCAN Graph');
    expect((await page.locator('.graphiql-query-editor').boundingBox())?.width).toBeGreaterThan(
      550,
    );
    expect((await page.locator('.graphiql-response').boundingBox())?.width).toBeGreaterThan(550);
  });

  test('offers every example by its title, in a menu above the page', async () => {
    const before = await page.locator('.graphiql-query-editor').boundingBox();
    await examplesButton(page).click();
    const titles = await page.locator('.example-title').allInnerTexts();
    expect(titles).toEqual(examples.map((one) => /^# *(.*)/.exec(one)?.[1]));
    expect(titles.length).toBeGreaterThan(1);
    expect(await page.locator('.graphiql-query-editor').boundingBox()).toEqual(before);
    await page.keyboard.press('Escape');
    expect(await page.locator('#examples').isVisible()).toBe(false);
  });

  test('runs an example and shows its data', async () => {
    const { data, errors } = await run(page);
    expect(errors).toBeUndefined();
    expect(Object.keys(data ?? {})).not.toEqual([]);
    await page.locator('.graphiql-response .view-line').getByText('"data"').waitFor();
    const response = (await text('.graphiql-response')).join(' ');
    expect(response).toContain(`"${String(Object.keys(data ?? {})[0])}"`);
  });

  test('opens another example in a new tab, and Ctrl-Enter runs it at once', async () => {
    // An operation at the very start, where the cursor is afterwards.
    await page.locator('.graphiql-query-editor .view-line').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('query Earlier { totals { organizations { count } } }');
    await page.waitForTimeout(300); // GraphiQL reads the operations a tenth of a second later
    await examplesButton(page).click();
    const answer = await run(page, () => page.evaluate(CHOOSE_LAST_AND_RUN));
    expect(answer).toMatchObject({ query: examples.at(-1), errors: undefined });
    expect(answer.data).toBeDefined();
  });

  test('completes the names of fields from the schema', async () => {
    await page.locator('.graphiql-query-editor .view-line').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('{ organiz');
    await page.keyboard.press('Control+Space');
    await page
      .locator('.suggest-widget .monaco-list-row')
      .getByText('organizations')
      .first()
      .waitFor();
  });

  test('has docs that start with an introduction, whose links lead to the fields', async () => {
    await sidebar(page, 'Show Documentation Explorer').click();
    const begin = page.locator('.graphiql-doc-explorer-content > .graphiql-markdown-description');
    await begin.getByText('Where to start').waitFor();
    const links = await begin.locator('a').allInnerTexts();
    expect(links).toEqual(
      expect.arrayContaining([
        'Query.search',
        'Query.organization',
        'Query.network',
        'Query.grants',
      ]),
    );
    for (const link of links) {
      await begin.getByRole('link', { name: link }).click();
      expect(await page.locator('.graphiql-doc-explorer-title').innerText()).toBe(
        link.replace('Query.', ''),
      );
      await page.getByRole('link', { name: 'Go back to Query' }).click();
      await page.getByRole('link', { name: 'Go back to Docs' }).click();
    }
  });

  test('renders the Markdown of descriptions: in the docs, the examples and the editor', async () => {
    const docs = page.locator('.graphiql-doc-explorer-content');
    expect(await docs.locator('li code').count()).toBeGreaterThan(3);
    expect(await docs.innerText()).not.toContain('`');

    await examplesButton(page).click();
    expect(await page.locator('#examples code').allInnerTexts()).toContain('bestClaims');
    expect(await page.locator('#examples').innerText()).not.toContain('`');
    await page.locator('.example').first().click();

    const field = page.locator('.graphiql-query-editor .view-line').getByText('association', {
      exact: true,
    });
    await field.hover();
    const hover = page.locator('.monaco-hover .rendered-markdown');
    await hover.locator('code').getByText('organization').waitFor();
    await page.locator('.graphiql-logo h1').hover();
  });

  test('can be used by keyboard: Tab reaches everything, Escape leaves, and the focus is visible', async () => {
    await sidebar(page, 'Show Query builder').focus();
    await page.keyboard.press('Enter');
    const totals = page.locator('.graphiql-explorer-root [data-field-name=totals] [tabindex="0"]');
    await totals.focus();
    await page.keyboard.press('Enter');
    await page.locator('.graphiql-query-editor .view-line').getByText('totals').waitFor();
    expect(await focused(page)).toContain('graphiql-explorer-field-view');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Show Query builder');

    const reached: string[] = [];
    for (let step = 0; step < 40 && reached.at(-1) !== 'Result Window'; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await focused(page));
      const style = await page.evaluate<string>(`getComputedStyle(document.activeElement).outline`);
      expect([reached.at(-1), style]).toEqual([
        reached.at(-1),
        expect.stringContaining('solid 2px'),
      ]);
    }
    for (const name of ['Show History', 'graphiql-button', 'Execute query', 'Show editor tools']) {
      expect(reached.some((one) => one.includes(name))).toBe(true);
    }

    await page.locator('.graphiql-query-editor .view-line').first().click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('Execute query');
  });

  test.each([
    [390, 844],
    [844, 390],
    [768, 1024],
    [1024, 768],
  ])(
    'can be used by touch at %i × %i: everything is in view and as large as a finger',
    async (width, height) => {
      const on = phone.page;
      await on.setViewportSize({ width, height });
      /** Nothing is wider than the page, and nothing to touch is smaller than 24 pixels. */
      const expectFit = async () => {
        expect(await on.evaluate(`document.documentElement.scrollWidth - innerWidth`)).toBe(0);
        expect(await on.evaluate(SMALL_TARGETS)).toEqual([]);
      };
      const expectInView = async (area: string, minWidth: number, minHeight: number) => {
        const box = await on.locator(area).boundingBox();
        if (!box) throw new Error(`${area} is not shown.`);
        expect([area, box.width >= minWidth, box.height >= minHeight]).toEqual([area, true, true]);
        expect([area, box.x >= 0, box.y >= 0]).toEqual([area, true, true]);
        expect([area, box.x + box.width <= width + 1, box.y + box.height <= height + 1]).toEqual([
          area,
          true,
          true,
        ]);
      };

      await examplesButton(on).click();
      await expectInView('#examples', 300, 200);
      await expectFit();
      await on.locator('.example').nth(5).click();
      const { query, errors } = await run(on);
      expect([query, errors]).toEqual([examples[5], undefined]);
      await on.locator('.graphiql-response .view-line').getByText('"data"').waitFor();
      await expectInView('.graphiql-query-editor .monaco-editor', 200, 120);
      await expectInView('.graphiql-response .monaco-editor', 300, 250);
      await expectInView('.graphiql-execute-button', 44, 40);
      await expectFit();

      for (const name of ['Variables', 'Headers']) {
        await on.getByRole('button', { name, exact: true }).click();
        await expectInView('.graphiql-editor-tool', 300, 60);
      }
      await on.getByRole('button', { name: 'Hide editor tools' }).click();

      for (const pane of PANES) {
        await sidebar(on, `Show ${pane}`).click();
        const contents = on.locator('.graphiql-plugin :is(a, [role=button], li)').first();
        await contents.waitFor();
        expect((await contents.boundingBox())?.y).toBeLessThan(height);
        await expectInView('.graphiql-plugin', 280, 300);
        await expectFit();
        await sidebar(on, `Hide ${pane}`).click();
      }
    },
  );

  test.each(['phone', 'desktop'])(
    'passes axe without serious findings on a %s, light or dark, with any panel open',
    async (device) => {
      const on = device === 'phone' ? phone.page : desktop.page;
      if (device === 'phone') await on.setViewportSize({ width: 390, height: 844 });
      const expectSound = async (state: string) => {
        expect([state, await auditPage(on)]).toEqual([state, []]);
      };
      await on.evaluate(`localStorage.clear()`);
      await start(on);
      await expectSound('the start');
      await examplesButton(on).click();
      await expectSound('examples');
      await on.locator('.example').first().click();
      await run(on);
      await on.locator('.graphiql-response .view-line').getByText('"data"').waitFor();
      await expectSound('a result');
      for (const pane of PANES) {
        await sidebar(on, `Show ${pane}`).click();
        await on.locator('.graphiql-plugin :is(a, [role=button], li)').first().waitFor();
        await expectSound(pane);
        await sidebar(on, `Hide ${pane}`).click();
      }
      for (const dialog of DIALOGS) {
        await sidebar(on, dialog).click();
        await on.locator('.graphiql-dialog').waitFor();
        await expectSound(dialog);
        await on.keyboard.press('Escape');
        await on.locator('.graphiql-dialog').waitFor({ state: 'detached' });
      }
      // By the editor, so that nothing is answered with a status that counts as a fault below.
      await on.locator('.graphiql-query-editor .view-line').first().click();
      await on.keyboard.press('ControlOrMeta+A');
      await on.keyboard.insertText(
        'query Failing { grants(after: "?") { totalCount } nodes(ids: ["?"]) { id } }',
      );
      const { errors } = await run(on);
      expect(errors).toBeDefined();
      await on.locator('.graphiql-response .view-line').getByText('"errors"').waitFor();
      await expectSound('an error');
    },
  );

  test('does all this without requests to other machines, and without errors', () => {
    for (const { external, faults } of [desktop, phone]) {
      expect(external).toEqual([]);
      expect(faults).toEqual([]);
    }
  });
});

/** A click and Ctrl-Enter in what has the focus, one frame later: Playwright alone is too slow. */
const CHOOSE_LAST_AND_RUN = `new Promise((done) => {
  [...document.querySelectorAll('.example')].at(-1).click();
  requestAnimationFrame(() => {
    const init = { key: 'Enter', code: 'Enter', keyCode: 13, ctrlKey: true, bubbles: true };
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', init));
    done();
  });
})`;

/** What can be touched outside of the editors and is smaller than 24 pixels (WCAG 2.5.8). */
const SMALL_TARGETS = `[...document.querySelectorAll('button, a, input, select, [role=button]')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.monaco-editor'))
  .map((one) => ({ one, box: one.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
  .map(({ one, box }) => one.outerHTML.slice(0, 100) + ' ' + box.width + ' x ' + box.height)`;
