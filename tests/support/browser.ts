import { existsSync } from 'node:fs';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const USUAL_PLACE = '/usr/bin/chromium';

/** Where Chromium is. Null if nobody said and it is not at its usual place. */
export const browserPath: string | null =
  process.env.CHROMIUM ?? (existsSync(USUAL_PLACE) ? USUAL_PLACE : null);

export function openBrowser(executablePath: string): Promise<Browser> {
  // As root, and in a container, Chromium has no sandbox of its own and little shared memory.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** A page that reaches this machine and no other, and what went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Requests to other machines. They were aborted. */
  readonly external: readonly string[];
  /** Errors on the console, exceptions, and requests that failed. */
  readonly faults: readonly string[];
}

export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const external: string[] = [];
  const faults: string[] = [];
  const context = await browser.newContext(options);
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => {
      external.push(route.request().url());
      return route.abort();
    },
  );
  // Less than a test may take, so that the failure names what was waited for.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => {
    // Not one that the page itself has cancelled, or that ended because the page was left.
    if (request.failure()?.errorText === 'net::ERR_ABORTED' && external.length === 0) return;
    faults.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return { page, external, faults };
}

/** Waits until a page shows its own content, and has laid out its drawing. */
export async function waitForContent(page: Page): Promise<void> {
  await page.locator('#content [data-ready=true]:visible').first().waitFor();
  await page.locator('#content [aria-busy=true]:visible').first().waitFor({ state: 'detached' });
  const canvas = page.locator('.drawing canvas');
  if ((await canvas.count()) > 0) await page.locator('canvas[data-ready=true]').waitFor();
}

/** Targets for fingers are off in axe; regions are never serious, and looking for them takes long. */
const RULES = { 'target-size': { enabled: true }, region: { enabled: false } };

/** Everything that axe finds on one of the pages (WCAG 2.2 AA and good practice), and the contrast also in dark. */
export async function auditWhole(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const [colorScheme, options] of [
    ['dark', { runOnly: ['color-contrast'] }],
    ['light', { rules: { 'target-size': { enabled: true } } }],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run(${JSON.stringify({ ...options, resultTypes: ['violations'] })})`,
    );
    found.push(
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) =>
          [colorScheme, id, target.join(' '), failureSummary].join(': '),
        ),
      ),
    );
  }
  return found;
}

/** What axe finds in light and in dark that is serious or critical: the element, and why. */
export async function auditPage(page: Page): Promise<string[]> {
  // Not @axe-core/playwright, which needs a newer Node. What is evaluated is not under the page's CSP.
  await page.evaluate(axe.source);
  const audit = async (scheme: 'light' | 'dark', options: RunOptions) => {
    await page.emulateMedia({ colorScheme: scheme });
    const before = scheme === 'light' ? '.monaco-editor.vs-dark' : '.monaco-editor.vs';
    await page.locator(before).first().waitFor({ state: 'detached' });
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run(${JSON.stringify({ ...options, resultTypes: ['violations'] })})`,
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) =>
          [scheme, id, target.join(' '), failureSummary].join(': '),
        ),
      );
  };
  return [
    ...(await audit('light', { rules: RULES })),
    ...(await audit('dark', { runOnly: ['color-contrast'] })),
  ];
}
