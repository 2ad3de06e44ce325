import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { AxeBuilder } from '@axe-core/playwright';
import { buildPage } from '../../page/build.config.js';
import { openBrowser } from '../testing/browser.test-support.js';
import {
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from '../testing/test-server.test-support.js';

export const DESKTOP = { viewport: { width: 1280, height: 900 } } as const;
export const PHONE = { viewport: { width: 390, height: 844 } } as const;

export interface PageWorld extends AsyncDisposable {
  readonly server: TestServer;
  readonly browser: Browser;
  readonly address: string;
  /**
   * Opens a page of the site, for one test; it must be at work without a single complaint of the browser.
   * A page that were left open would go on drawing, in software, and slow the tests behind it.
   */
  readonly open: (path?: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** The browser draws in software, and the machine may have others to draw for. */
const PATIENCE_MS = 100_000;

/** The pages as they are built, a server with workers that have no models, and a browser. */
export async function openPageWorld(options: TestServerOptions = {}): Promise<PageWorld> {
  await buildPage();
  const server = await startTestServer(options);
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await openBrowser();
  return {
    server,
    browser,
    address,
    open: async (path = '/', contextOptions = DESKTOP) => {
      const context = await browser.newContext(contextOptions);
      onTestFinished(() => context.close());
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      page.on('pageerror', (error) => {
        throw error;
      });
      await page.goto(address + path);
      if (path === '/') await page.waitForSelector('#platforms label', { state: 'attached' });
      return page;
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Rules of accessibility that a part of the page breaks. */
export const violationsOf = async (page: Page, part = 'body'): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).include(part).analyze()).violations.map(({ id }) => id);

/** Whether something sticks out to the right. */
export const isTooWide = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
