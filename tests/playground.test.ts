import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserPath, openBrowser, openPage, type WatchedPage } from './support/browser.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

const folder = new URL('../../docs/examples/', import.meta.url);
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8').trim());

/** So much of it as stands in one line, however narrow the editor is. */
const beginningOf = (example = '') => example.slice(0, 12);

if (browserPath === null) {
  process.stderr.write(
    'The playground is NOT tested: there is no Chromium. Install it, or set CHROMIUM to where it is.\n',
  );
}

(browserPath === null ? describe.skip : describe)('the playground in a browser', () => {
  let platform: TestPlatform;
  let browser: Browser | undefined;
  let watched: WatchedPage;
  beforeAll(async () => {
    platform = await openTestPlatform('FOUNDING');
    browser = await openBrowser(browserPath ?? '');
    watched = await openPage(browser);
    await watched.page.goto(`${platform.url}/graphql`);
    await watched.page.locator('.graphiql-query-editor .view-line').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await platform.close();
  });

  const editor = () => text('.graphiql-query-editor');
  const response = () => text('.graphiql-response');
  /** What stands in an editor, as far as it is in view, each line without its indentation. */
  async function text(area: string): Promise<string[]> {
    const lines = await watched.page.locator(`${area} .view-line`).allInnerTexts();
    return lines.map((line) => line.replaceAll('\u00a0', ' ').trim());
  }
  async function run() {
    const answer = watched.page.waitForResponse(
      (one) => one.request().postData()?.includes('IntrospectionQuery') === false,
    );
    await watched.page.locator('.graphiql-execute-button').click();
    return (await answer).json() as Promise<{ data?: object; errors?: unknown }>;
  }

  test('opens with the first example', async () => {
    expect((await editor())[0]).toContain(beginningOf(examples[0]));
    expect(await watched.page.title()).toBe('SCAN Graph');
  });

  test('offers every example by its title', async () => {
    const titles = await watched.page.locator('.example-title').allInnerTexts();
    expect(titles).toEqual(examples.map((one) => /^# *(.*)/.exec(one)?.[1]));
    expect(titles.length).toBeGreaterThan(1);
  });

  test('runs an example and shows its data', async () => {
    const { data, errors } = await run();
    expect(errors).toBeUndefined();
    expect(Object.keys(data ?? {})).not.toEqual([]);
    await watched.page.locator('.graphiql-response .view-line').getByText('"data"').waitFor();
    expect((await response()).join(' ')).toContain(`"${String(Object.keys(data ?? {})[0])}"`);
  });

  test('opens another example beside it, and runs that', async () => {
    await watched.page.locator('.example').last().click();
    const lines = watched.page.locator('.graphiql-query-editor .view-line');
    await lines.getByText(beginningOf(examples.at(-1))).waitFor();
    const { data, errors } = await run();
    expect(errors).toBeUndefined();
    expect(data).toBeDefined();
  });

  test('knows the schema: it completes the names of fields', async () => {
    const { page } = watched;
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

  test('does all this with no word from another machine, and no error', () => {
    expect(watched.external).toEqual([]);
    expect(watched.faults).toEqual([]);
  });
});
