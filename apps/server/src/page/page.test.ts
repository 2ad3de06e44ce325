import { request } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../testing/browser.test-support.js';
import { startTestServer } from '../testing/test-server.test-support.js';
import {
  DESKTOP,
  isTooWide,
  openPageWorld,
  PHONE,
  violationsOf,
  type PageWorld,
} from './page.test-support.js';

describe.skipIf(browserPath === undefined)('from a photo, in a browser', () => {
  let world: PageWorld;
  beforeAll(async () => {
    world = await openPageWorld();
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  const open = (options?: Parameters<PageWorld['open']>[1]) => world.open('/', options);
  const choosePhoto = (page: Page, words = 'a photo') =>
    page.setInputFiles('#file', { name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(words) });
  const suggestionOf = (page: Page) => page.waitForSelector('#avatar:not([hidden])', { state: 'attached' });
  const confirmed = (page: Page) =>
    page.waitForResponse((answer) => answer.url().endsWith('/choice')).then((answer) => answer.json());

  it('offers the style of the platform first, and keeps the photo until the person says otherwise', async () => {
    const page = await open();
    await choosePhoto(page);
    await page.click('label:has-text("Discord")');
    await page.waitForSelector('#style-name:has-text("Anime character")');
    await suggestionOf(page);
    expect(await page.textContent('#style-name')).toBe('Anime character');
    expect(await page.isChecked('#use-avatar')).toBe(false);
    expect(await page.textContent('#confirm')).toBe('Keep my photo');
    const choice = confirmed(page);
    await page.click('#confirm');
    expect(await choice).toMatchObject({ choice: 'declined' });
  });

  it('takes the avatar with one switch and one click', async () => {
    const page = await open();
    await choosePhoto(page);
    await suggestionOf(page);
    await page.click('.switch');
    expect(await page.textContent('#confirm')).toBe('Use the AI version');
    const choice = confirmed(page);
    await page.click('#confirm');
    expect(await choice).toMatchObject({ choice: 'accepted' });
  });

  it('cannot be switched while there is nothing to switch to', async () => {
    const page = await open();
    await choosePhoto(page, 'slow:700');
    await page.waitForSelector('#stages li.running');
    expect(await page.isDisabled('#use-avatar')).toBe(true);
    await suggestionOf(page);
    expect(await page.isDisabled('#use-avatar')).toBe(false);
    expect(await page.textContent('#stages li .time')).toBe('700 ms');
  });

  it('shows circles of 400, 128, 48 and 32 pixels of what is chosen', async () => {
    const page = await open();
    await page.click('#sample');
    await suggestionOf(page);
    const sizes = await page.evaluate(
      '[...document.querySelectorAll("#previews img")].map((i) => [i.clientWidth, i.clientHeight, getComputedStyle(i).borderRadius])',
    );
    expect(sizes).toEqual([400, 128, 48, 32].map((sizePx) => [sizePx, sizePx, '50%']));
    const shown = () => page.getAttribute('#previews img', 'src');
    const before = await shown();
    await page.click('.switch');
    expect(await shown()).not.toBe(before);
  });

  it('keeps the other styles behind a second click, and shows the request', async () => {
    const page = await open();
    await choosePhoto(page);
    await suggestionOf(page);
    expect(await page.isVisible('#styles')).toBe(false);
    await page.click('#more-styles summary');
    await page.click('#styles button:has-text("Film noir")');
    await suggestionOf(page);
    expect(await page.textContent('#request')).toContain('-F style=noir');
  });

  it('says in plain words why a photo cannot be used, and leaves the photo where it is', async () => {
    const page = await open();
    await choosePhoto(page, 'refuse');
    await page.waitForSelector('#problem:not([hidden])');
    expect(await page.textContent('#problem')).toBe('No face was found. Please take another photo.');
    expect(await page.textContent('#confirm')).toBe('Keep my photo');
  });

  it('goes on with the person of the photo as a character, and asks about what it does not show', async () => {
    const page = await open();
    await choosePhoto(page);
    await suggestionOf(page);
    const drawn = page.waitForRequest(
      (sent) => sent.url().endsWith('/characters/draw') && (sent.postData() ?? '').includes('"bun"'),
    );
    await page.click('#to-character');
    expect(((await drawn).postDataJSON() as { character: object }).character).toMatchObject({ seed: 3 });
    const asked = page.locator('.control-note:visible');
    await expect.poll(() => asked.count()).toBe(1);
    await page.selectOption('[aria-label="Age"]', 'senior');
    await expect.poll(() => asked.count()).toBe(0);
  });

  it('takes pictures with the camera', async () => {
    const page = await open({ ...DESKTOP, permissions: ['camera'] });
    await page.click('#camera-open');
    // Functions that wait inside the page need `eval`, which its policy refuses.
    await expect.poll(() => page.evaluate('document.querySelector("video").videoWidth')).toBeGreaterThan(0);
    await page.click('#camera-take');
    await suggestionOf(page);
    expect(await page.isVisible('#camera')).toBe(false);
  });

  it('asks for a key where it has none of its own', async () => {
    await using closed = await startTestServer({ env: { HOST: '0.0.0.0' } });
    const { headers } = await closed.account();
    const page = await (await world.browser.newContext(DESKTOP)).newPage();
    await page.goto(await closed.app.listen({ host: '127.0.0.1', port: 0 }));
    await page.fill('#key', headers['x-api-key']);
    await page.click('#key-form button');
    await page.waitForSelector('#platforms label', { state: 'attached' });
    await choosePhoto(page);
    await suggestionOf(page);
  });

  it('gives its key to no other name that leads here', async () => {
    const { hostname, port } = new URL(world.address);
    const status = await new Promise((done, failed) => {
      const headers = { host: 'evil.example', 'sec-fetch-site': 'same-origin' };
      request({ hostname, port, path: '/demo/key', method: 'POST', headers }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      })
        .on('error', failed)
        .end();
    });
    expect(status).toBe(404);
  });

  it('gives its key to nobody else', async () => {
    const answer = await fetch(`${world.address}/demo/key`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(404);
  });

  it.each([
    ['light, on a desktop', { ...DESKTOP, colorScheme: 'light' }],
    ['dark, on a desktop', { ...DESKTOP, colorScheme: 'dark' }],
    ['light, on a phone', { ...PHONE, colorScheme: 'light' }],
    ['dark, on a phone', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('is accessible and fits: %s', async (_name, options) => {
    const page = await open(options);
    await choosePhoto(page, 'review');
    await suggestionOf(page);
    await page.click('#more-styles summary');
    expect(await violationsOf(page, '#choice')).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
  });
});
