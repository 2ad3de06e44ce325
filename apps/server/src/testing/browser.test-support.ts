import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

/** Where a browser is on this machine; `CHROMIUM_PATH` names another one. Undefined where there is none. */
export const browserPath = [process.env.CHROMIUM_PATH ?? '', ...PLACES].find((path) => existsSync(path));

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath ?? '', args: FLAGS });

/** Bundles the page's script where the server looks for it, from its sources. */
export async function buildPage(): Promise<void> {
  const page = fileURLToPath(new URL('../../page/', import.meta.url));
  await build({
    entryPoints: [`${page}src/main.ts`],
    outfile: `${page}dist/main.js`,
    tsconfig: `${page}tsconfig.json`,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
}
