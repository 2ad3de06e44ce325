import { existsSync, readFileSync } from 'node:fs';
import { STYLES } from '@avatar/styles';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { browserPath } from '../testing/browser.test-support.js';
import {
  DESKTOP,
  isTooWide,
  openPageWorld,
  PHONE,
  violationsOf,
  type PageWorld,
} from './page.test-support.js';

const BUDGET_BYTES = 100_000;
const PICTURES = new URL('../../page/pictures/', import.meta.url);

describe.skipIf(browserPath === undefined)('the first screen, in a browser', () => {
  let world: PageWorld;
  beforeAll(async () => {
    world = await openPageWorld();
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('costs less than 100 kB until all of it is there, on %s', async (_name, options) => {
    const page = await (await world.browser.newContext(options)).newPage();
    await page.goto(world.address, { waitUntil: 'load' });
    const sizes = await page.evaluate(
      `performance.getEntries().filter((entry) => entry.transferSize > 0 && entry.startTime <= performance.timing.loadEventStart - performance.timing.navigationStart).map((entry) => [new URL(entry.name).pathname, entry.transferSize])`,
    );
    const bytes = new Map(sizes as [string, number][]);
    // Page, style, script, font, and both pictures of the first portrait.
    for (const path of ['/', '/page.css', '/main.js', '/pictures/collins-cinematic.webp'])
      expect([...bytes.keys()]).toContain(path);
    // What draws busts is for whoever opens one.
    expect([...bytes.keys()]).not.toContain('/bust-view.js');
    const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
    expect(total).toBeLessThan(BUDGET_BYTES);
  });

  it('shows drop zone, camera and words without scrolling', async () => {
    const page = await world.open('/', { viewport: { width: 1280, height: 720 } });
    for (const id of ['drop', 'camera-open', 'start-text', 'living']) {
      const bottom = await page.evaluate(`document.getElementById('${id}').getBoundingClientRect().bottom`);
      expect(bottom, id).toBeLessThanOrEqual(720);
    }
  });

  it('moves the edge between photo and avatar by hand, and stands still where motion is not wished', async () => {
    const page = await world.open('/', { ...DESKTOP, reducedMotion: 'reduce' });
    const split = () =>
      page.evaluate("getComputedStyle(document.getElementById('living')).getPropertyValue('--split')");
    expect(await page.textContent('#living-pause')).toBe('Play');
    await page.fill('#living-split', '80');
    expect(await split()).toBe('80%');
  });

  it('goes on to the next style, and stops when asked to', async () => {
    const page = await world.open();
    await page.waitForSelector('#living-style:has-text("Oil painting")');
    expect(await page.getAttribute('#living-before', 'src')).toMatch(/hopper-photo/);
    await page.click('#living-pause');
    expect(await page.textContent('#living-pause')).toBe('Play');
  });

  it('tries a style of the gallery on the sample, and draws a person of the gallery', async () => {
    const page = await world.open();
    await page.click('#style-gallery .tile:has-text("Film noir")');
    await page.waitForSelector('#style-name:has-text("Film noir")');
    const drawn = page.waitForRequest(
      (sent) => sent.url().endsWith('/draw') && (sent.postData() ?? '').includes('wizard_hat'),
    );
    await page.click('#people-gallery .tile:has-text("wizard")');
    expect((await drawn).postDataJSON()).toMatchObject({ look: 'toon3d', character: { seed: 4 } });
    expect(await page.inputValue('#brief')).toContain('wizard');
  });

  it.each(['light', 'dark'] as const)('is accessible from top to bottom: %s', async (colorScheme) => {
    const page = await world.open('/', { ...DESKTOP, colorScheme, reducedMotion: 'reduce' });
    expect(await violationsOf(page)).toEqual([]);
  });

  it('fits a small phone', async () => {
    const page = await world.open('/', { viewport: { width: 320, height: 640 } });
    expect(await isTooWide(page)).toBe(false);
  });

  it('serves pictures by their names only', async () => {
    const status = async (path: string) => (await fetch(world.address + path)).status;
    expect(await status('/pictures/collins-cinematic.webp')).toBe(200);
    expect(await status('/pictures/nobody.webp')).toBe(404);
    expect(await status('/pictures/..%2f..%2fpackage.json')).toBe(404);
  });
});

test('there is a picture of every style and every person', () => {
  const list = JSON.parse(readFileSync(new URL('pictures.json', PICTURES), 'utf8')) as {
    portraits: { looks: { style: string; before: string; after: string }[] }[];
    characters: { file: string }[];
  };
  const files = [
    ...list.portraits.flatMap(({ looks }) => looks.flatMap(({ before, after }) => [before, after])),
    ...list.characters.map(({ file }) => file),
  ];
  expect(files.filter((file) => !existsSync(new URL(file, PICTURES)))).toEqual([]);
  for (const { looks } of list.portraits)
    // Where this fails: npm run build:page-pictures.
    expect(looks.map(({ style }) => style)).toEqual(STYLES.map(({ token }) => token));
});
