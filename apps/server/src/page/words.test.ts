import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
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

interface Drawing {
  readonly character: Readonly<Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any -- any character
  readonly look: string;
  readonly mode?: string;
  readonly size: number | string;
  readonly expression?: string;
  readonly pose?: object;
}

describe.skipIf(browserPath === undefined)('from words, in a browser', () => {
  let world: PageWorld;
  beforeAll(async () => {
    world = await openPageWorld();
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  /** Where the words are, with the person that is there at first. */
  async function openWords(options?: Parameters<PageWorld['open']>[1]): Promise<Page> {
    const page = await world.open('/', options);
    await page.locator('#words').scrollIntoViewIfNeeded();
    await page.waitForSelector('#person:not([hidden])');
    return page;
  }

  /** The next large picture that is asked for, after the action. */
  async function drawnAfter(
    page: Page,
    action: () => Promise<unknown>,
    isMeant: (drawing: Drawing) => boolean,
  ) {
    const sent = page.waitForRequest(
      (request) =>
        request.url().endsWith('/v1/characters/draw') && isMeant(request.postDataJSON() as Drawing),
    );
    await action();
    return (await sent).postDataJSON() as Drawing;
  }
  /** A picture before it may still be on its way: only one with the change counts. */
  const preview =
    (isMeant: (drawing: Drawing) => boolean = () => true) =>
    (drawing: Drawing) =>
      drawing.size === 400 && isMeant(drawing);
  const isPreview = preview();

  it('draws what is typed, and marks what was understood', async () => {
    const page = await openWords();
    const drawing = await drawnAfter(
      page,
      () => page.fill('#brief', 'a man with a red beard and a parrot'),
      ({ character, size }) => size === 400 && character.facial_hair !== undefined,
    );
    expect(drawing).toMatchObject({ look: 'anime', mode: 'eco' });
    await page.waitForSelector('.not-drawn');
    expect(await page.textContent('.not-drawn')).toBe('parrot');
    expect(await page.textContent('#brief-marks')).toBe('a man with a red beard and a parrot\n');
    expect(await page.textContent('#missing')).toContain('“parrot” cannot be drawn');
    expect(await page.getAttribute('#person', 'alt')).toContain('a red beard');
  });

  it('does not pile up requests while somebody types', async () => {
    const page = await openWords();
    let readings = 0;
    page.on('request', (request) => (readings += request.url().endsWith('/describe') ? 1 : 0));
    await page.fill('#brief', '');
    await page.locator('#brief').pressSequentially('a man with a white turban', { delay: 20 });
    await page.waitForSelector('#said:has-text("understood")');
    expect(readings).toBeLessThan(6);
  });

  it('lets corrections go before the words, and takes them back', async () => {
    const page = await openWords();
    await page.fill('#brief', 'a woman with red hair');
    await page.waitForSelector('#said:has-text("understood")');
    const corrected = await drawnAfter(
      page,
      () => page.click('[aria-label="Hair colour"] [aria-label="Blue"]'),
      preview(({ character }) => character.hair?.hex === '#3f6fd1'),
    );
    expect(corrected.character.hair.hex).toBe('#3f6fd1');
    expect(await page.getAttribute('[aria-label="Hair colour"] [aria-label="Blue"]', 'aria-pressed')).toBe(
      'true',
    );
    const styled = await drawnAfter(
      page,
      () => page.selectOption('[aria-label="Glasses"]', 'aviator'),
      preview(({ character }) => character.glasses?.style === 'aviator'),
    );
    expect(styled.character).toMatchObject({ glasses: { style: 'aviator' }, hair: { hex: '#3f6fd1' } });
    const taken = await drawnAfter(
      page,
      () => page.click('#undo-all'),
      preview(({ character }) => character.glasses === undefined),
    );
    expect(taken.character.hair.hex).not.toBe('#3f6fd1');
  });

  it('shows expressions and poses as thumbnails, and takes the one that is chosen', async () => {
    const page = await openWords();
    await page.locator('.strips').scrollIntoViewIfNeeded();
    await page.waitForSelector('#poses .thumb:last-child img:not([hidden])');
    const laughing = await drawnAfter(
      page,
      () => page.click('#expressions >> text="Laugh"'),
      preview(({ expression }) => expression !== undefined),
    );
    expect(laughing.expression).toBe('laugh');
    const waving = await drawnAfter(
      page,
      () => page.click('#poses >> text="Waving"'),
      preview(({ pose }) => pose !== undefined),
    );
    expect(waving).toMatchObject({ expression: 'laugh', pose: { gesture: 'wave' } });
    // A second click gives it back to the words.
    const still = await drawnAfter(
      page,
      () => page.click('#expressions >> text="Laugh"'),
      preview(({ expression }) => expression === undefined),
    );
    expect(still.pose).toMatchObject({ gesture: 'wave' });
  });

  it('saves the picture as pixels and as vectors, which a modelled look has not', async () => {
    const page = await openWords();
    for (const format of ['png', 'svg']) {
      const saved = page.waitForEvent('download');
      const answer = page.waitForResponse(async (one) => {
        if (!one.url().endsWith('/v1/characters/draw')) return false;
        return ((await one.json()) as Drawing).mode === 'max';
      });
      await page.click(`#get-${format}`);
      expect(await (await answer).json()).toMatchObject({ format, size: 1200, look: 'anime' });
      expect((await saved).suggestedFilename()).toBe(`person.${format}`);
    }
    await page.click('#looks >> text="Modelled"');
    expect(await page.isDisabled('#get-svg')).toBe(true);
  });

  it('keeps a person, and goes on with one that was kept', async () => {
    const page = await openWords();
    await page.fill('#brief', 'a bald man');
    await page.waitForSelector('#said:has-text("understood")');
    await page.click('#poses >> text="Waving"');
    const saving = page.waitForEvent('download');
    await page.click('#keep-json');
    const kept = await readFile(await (await saving).path(), 'utf8');
    expect(JSON.parse(kept)).toMatchObject({ hair: { style: 'bald' }, pose: { gesture: 'wave' } });
    const other = await openWords();
    const file = { name: 'me.json', mimeType: 'application/json', buffer: Buffer.from(kept) };
    const drawing = await drawnAfter(
      other,
      () => other.setInputFiles('#load-json', file),
      preview(({ character }) => character.hair?.style === 'bald'),
    );
    expect(drawing.character).toMatchObject({ hair: { style: 'bald' }, pose: { gesture: 'wave' } });
    expect(await other.inputValue('#brief')).toBe('');
  });

  it('draws another person of the same words', async () => {
    const page = await openWords();
    const first = await drawnAfter(page, () => page.click('#reroll'), isPreview);
    const second = await drawnAfter(
      page,
      () => page.click('#reroll'),
      preview(({ character }) => character.seed !== first.character.seed),
    );
    expect(second.character.seed).not.toBe(first.character.seed);
  });

  it('says in plain words what it does not draw, and goes on when the words change', async () => {
    const page = await openWords();
    await page.fill('#brief', 'a naked man');
    await page.waitForSelector('#words-problem:not([hidden])');
    expect(await page.textContent('#words-problem')).not.toContain('naked');
    await page.fill('#brief', 'a man in a suit');
    await page.waitForSelector('#words-problem', { state: 'hidden' });
    await page.setInputFiles('#load-json', {
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from('[]'),
    });
    await page.waitForSelector('#words-problem:has-text("holds no character")');
  });

  it.each([
    ['light, on a desktop', { ...DESKTOP, colorScheme: 'light' }],
    ['dark, on a desktop', { ...DESKTOP, colorScheme: 'dark' }],
    ['light, on a phone', { ...PHONE, colorScheme: 'light' }],
    ['dark, on a phone', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('is accessible and fits: %s', async (_name, options) => {
    const page = await openWords(options);
    await page.fill('#brief', 'a man with a red beard and a parrot');
    await page.waitForSelector('.not-drawn');
    await page.click('[aria-label="Skin colour"] [aria-label="Brown"]');
    expect(await violationsOf(page, '#words')).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
  });
});
