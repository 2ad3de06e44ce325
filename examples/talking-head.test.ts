import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toGlb } from '@avatar/character-glb';

const root = fileURLToPath(new URL('..', import.meta.url));
const browserPath = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--autoplay-policy=no-user-gesture-required',
];

/** Silence, a loud tone, silence: two seconds each, as a WAV. */
function tone(): Buffer {
  const rate = 16_000;
  const samples = Int16Array.from({ length: 6 * rate }, (_, i) =>
    i >= 2 * rate && i < 4 * rate ? 16_000 * Math.sin((2 * Math.PI * 220 * i) / rate) : 0,
  );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(2 * rate, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}

/** Files of the repository, as any server of static files gives them, and two that were made. */
async function serve(made: Readonly<Record<string, Uint8Array>>): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    if (Object.hasOwn(made, file)) response.end(made[file]);
    else
      readFile(join(root, file)).then(
        (bytes) => response.end(bytes),
        () => response.writeHead(404).end(),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe.skipIf(browserPath === undefined)('07-talking-head', () => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    const { bytes } = await toGlb({ hair: { style: 'bob' } });
    server = await serve({ '/head.glb': bytes, '/tone.wav': tone() });
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: FLAGS });
  });
  // A page that is still open draws, and takes the next one's time.
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Small: software draws it. */
  async function open(query: string, options: { reducedMotion?: 'reduce' } = {}): Promise<Page> {
    const page = await (
      await browser.newContext({ ...options, viewport: { width: 160, height: 260 } })
    ).newPage();
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/examples/07-talking-head/?${query}`);
    return page;
  }
  const jawOf = async (page: Page) => Number(await page.evaluate('document.documentElement.dataset.jaw'));
  /** The jaw when the sound has come to a second. */
  async function jawAt(page: Page, second: number): Promise<number> {
    await page.waitForFunction(`document.getElementById('sound').currentTime >= ${second}`);
    return jawOf(page);
  }

  it('opens the mouth where the sound is loud, and shuts it where it is silent', async () => {
    const page = await open('head=/head.glb&sound=/tone.wav');
    await page.waitForFunction('document.documentElement.dataset.jaw !== undefined');
    expect(await jawOf(page)).toBe(0);
    await page.evaluate("document.getElementById('sound').play()");
    expect(await jawAt(page, 1)).toBeLessThan(0.05);
    expect(await jawAt(page, 3.4)).toBeGreaterThan(0.5);
    expect(await jawAt(page, 5.8)).toBeLessThan(0.05);
    if (process.env.AVATAR_TEST_PICTURES)
      await page.screenshot({ path: `${process.env.AVATAR_TEST_PICTURES}/talking.png` });
  }, 120_000);

  it('blinks, and stands still where motion is not wished', async () => {
    const lively = await open('head=/head.glb');
    await lively.waitForFunction('Number(document.documentElement.dataset.lids) > 0.2', undefined, {
      polling: 'raf',
      timeout: 90_000,
    });
    await lively.close();
    const still = await open('head=/head.glb', { reducedMotion: 'reduce' });
    await still.waitForFunction('document.documentElement.dataset.jaw !== undefined');
    const first = await still.locator('canvas').screenshot();
    await still.waitForTimeout(1500);
    expect((await still.locator('canvas').screenshot()).equals(first)).toBe(true);
    expect(await still.evaluate('document.documentElement.dataset.lids')).toBe('0.000');
  }, 120_000);

  it('says so where there is no head', async () => {
    const page = await open('head=/nobody.glb');
    await page.waitForFunction("document.getElementById('problem').textContent !== ''");
    expect(await page.textContent('#problem')).toContain('could not be shown');
  });
});
