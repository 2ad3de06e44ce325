import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../testing/browser.test-support.js';
import {
  DESKTOP,
  isTooWide,
  openPageWorld,
  PHONE,
  violationsOf,
  type PageWorld,
} from './page.test-support.js';

const REAL_DRAWING = new URL('../testing/drawing-worker.test-support.ts', import.meta.url);
const LONG_MS = 180_000;

describe.skipIf(browserPath === undefined)('the view of a bust, in a browser', () => {
  let world: PageWorld;
  beforeAll(async () => {
    world = await openPageWorld({ pool: { module: REAL_DRAWING } });
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  /** Opens the view, and waits until the bust is there. */
  async function openBust(options: Parameters<PageWorld['open']>[1] = {}): Promise<Page> {
    const page = await world.open('/', { ...DESKTOP, reducedMotion: 'reduce', ...options });
    await page.locator('#words').scrollIntoViewIfNeeded();
    await page.waitForSelector('#person:not([hidden])');
    await page.click('#open-bust');
    await isShown(page);
    return page;
  }

  async function isShown(page: Page): Promise<void> {
    await page.waitForSelector('#bust[open]:not([aria-busy])');
    expect(await page.isHidden('#bust-problem')).toBe(true);
  }

  /** What the canvas shows once it is drawn anew. */
  async function seen(page: Page): Promise<string> {
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    return (await page.locator('#bust-canvas').screenshot()).toString('base64');
  }
  const dragged = async (canvas: Locator, byPx: number) => {
    const { x, y, width, height } = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const { mouse } = canvas.page();
    await mouse.move(x + width / 2, y + height / 2);
    await mouse.down();
    await mouse.move(x + width / 2 + byPx, y + height / 2, { steps: 4 });
    await mouse.up();
  };

  it(
    'costs nothing before it is opened',
    async () => {
      const page = await world.open('/', DESKTOP);
      const fetched: string[] = [];
      page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
      await page.reload({ waitUntil: 'load' });
      await page.locator('#words').scrollIntoViewIfNeeded();
      await page.waitForSelector('#person:not([hidden])');
      expect(fetched).toContain('/main.js');
      expect(fetched).not.toContain('/bust-view.js');
      await page.click('#open-bust');
      await isShown(page);
      expect(fetched).toContain('/bust-view.js');
    },
    LONG_MS,
  );

  it(
    'turns by hand and by keys, changes its face, its light and its gaze',
    async () => {
      const page = await openBust();
      const pictures = new Set([await seen(page)]);
      const isNew = async (what: string) => {
        const picture = await seen(page);
        expect(pictures.has(picture), what).toBe(false);
        pictures.add(picture);
      };
      await dragged(page.locator('#bust-canvas'), 80);
      await isNew('dragged');
      expect(await page.inputValue('#bust-turn')).toBe('-40');
      await page.focus('#bust-canvas');
      await page.keyboard.press('ArrowRight');
      expect(await page.inputValue('#bust-turn')).toBe('-30');
      await isNew('turned by a key');
      await page.fill('#bust-turn', '0');
      await isNew('turned by the slider');
      await page.click('#bust-moods >> text="Surprised"');
      expect(await page.getAttribute('#bust-moods >> text="Surprised"', 'aria-pressed')).toBe('true');
      await isNew('surprised');
      await page.fill('#bust-light', '90');
      await isNew('lit from the side');
      await page.mouse.move(400, 300);
      await isNew('looks to the pointer');
      await page.uncheck('#bust-gaze', { force: true });
      await seen(page);
      const straight = await seen(page);
      await page.mouse.move(900, 700);
      expect(await seen(page)).toBe(straight);
    },
    LONG_MS,
  );

  it(
    'is closed by Escape, gives the focus back, and opens again without another bust',
    async () => {
      const page = await openBust();
      let busts = 0;
      page.on('request', (request) => (busts += (request.postData() ?? '').includes('"glb"') ? 1 : 0));
      await page.keyboard.press('Escape');
      expect(await page.isVisible('#bust')).toBe(false);
      expect(await page.evaluate('document.activeElement.id')).toBe('open-bust');
      const before = await page.evaluate("document.getElementById('bust-canvas').width");
      await page.click('#open-bust');
      await isShown(page);
      expect(busts).toBe(0);
      expect(await page.evaluate("document.getElementById('bust-canvas').width")).toBe(before);
      const download = page.waitForEvent('download');
      await page.click('#bust-save');
      expect((await download).suggestedFilename()).toBe('person.glb');
    },
    LONG_MS,
  );

  it(
    'says what went wrong',
    async () => {
      const page = await world.open('/', DESKTOP);
      await page.locator('#words').scrollIntoViewIfNeeded();
      await page.waitForSelector('#person:not([hidden])');
      await page.route('**/bust-view.js', (route) => route.abort());
      await page.click('#open-bust');
      await page.waitForSelector('#bust-problem:not([hidden])');
      await page.click('#bust-close');
      expect(await page.isVisible('#bust')).toBe(false);
    },
    LONG_MS,
  );

  it.each([
    ['light', 'a desktop', DESKTOP],
    ['dark', 'a phone', PHONE],
  ] as const)(
    'is accessible and fits: %s, on %s',
    async (colorScheme, _name, size) => {
      const page = await openBust({ ...size, colorScheme });
      expect(await violationsOf(page, '#bust')).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
      const { width = 0 } = (await page.locator('#bust-canvas').boundingBox()) ?? {};
      expect(width).toBeGreaterThan(300);
      if (process.env.AVATAR_TEST_PICTURES)
        await page.screenshot({ path: `${process.env.AVATAR_TEST_PICTURES}/bust-${colorScheme}.png` });
    },
    LONG_MS,
  );
});
