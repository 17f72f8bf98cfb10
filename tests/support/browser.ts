import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

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

export async function openPage(browser: Browser): Promise<WatchedPage> {
  const external: string[] = [];
  const faults: string[] = [];
  const context = await browser.newContext();
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => {
      external.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return { page, external, faults };
}
