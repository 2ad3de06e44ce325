import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../testing/browser.test-support.js';
import { openPageWorld, PHONE, isTooWide, violationsOf, type PageWorld } from './page.test-support.js';

describe.skipIf(browserPath === undefined)('what is behind a person, in a browser', () => {
  let world: PageWorld;
  beforeAll(async () => {
    world = await openPageWorld();
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  /** What of the backdrop is in the request that an action sends, as the page shows it. */
  const photoSent = async (page: Page, action: () => Promise<unknown>) => {
    const sent = page.waitForRequest((request) => request.url().endsWith('/v1/avatar/generate'));
    await action();
    await sent;
    const shown = (await page.textContent('#request')) ?? '';
    const fields = [...shown.matchAll(/-F (background|palette)=(\S+)/g)];
    return Object.fromEntries(fields.map(([, name, value]) => [name, value]));
  };
  const openPhoto = async (options?: Parameters<PageWorld['open']>[1]) => {
    const page = await world.open('/', options);
    const file = { name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a photo') };
    expect(await photoSent(page, () => page.setInputFiles('#file', file))).toEqual({});
    return page;
  };

  it('of a photo: a place, colours, its own, one colour, and as the style has it', async () => {
    const page = await openPhoto();
    const choose = (label: string) => page.selectOption('#photo-background', { label });
    expect(await photoSent(page, () => choose('Mountains in the morning'))).toEqual({
      background: 'mountains',
    });
    expect(await page.isVisible('#photo-palette')).toBe(false);
    expect(await photoSent(page, () => choose('Diagonal gradient of two colours'))).toEqual({
      background: 'gradient',
    });
    expect(await photoSent(page, () => page.selectOption('#photo-palette', { label: 'Navy' }))).toEqual({
      background: 'gradient',
      palette: 'navy',
    });
    const teal = '#photo-backdrop [aria-label="Teal"]';
    expect(await photoSent(page, () => page.click(teal))).toEqual({ background: '#1f8a83' });
    expect(await page.getAttribute(teal, 'aria-pressed')).toBe('true');
    expect(await page.inputValue('#photo-background')).toBe('');
    expect(await photoSent(page, () => page.click(teal))).toEqual({});
    expect(await page.locator('#photo-background optgroup[label="From the photo"] option').count()).toBe(2);
  });

  it('of a character: no ground of a photo, and vectors on plain colours only', async () => {
    const page = await world.open();
    await page.locator('#words').scrollIntoViewIfNeeded();
    await page.waitForSelector('#person:not([hidden])');
    const drawn = (background: string) =>
      page.waitForRequest(
        (sent) =>
          sent.url().endsWith('/characters/draw') &&
          (sent.postDataJSON() as { background?: string }).background === background,
      );
    expect(await page.locator('#person-background optgroup[label="From the photo"]').count()).toBe(0);
    const beach = drawn('beach_sunset');
    await page.selectOption('#person-background', 'beach_sunset');
    await beach;
    expect(await page.isDisabled('#get-svg')).toBe(true);
    const white = drawn('#ffffff');
    await page.click('#person-backdrop [aria-label="White"]');
    await white;
    expect(await page.isDisabled('#get-svg')).toBe(false);
  });

  it('fits a phone, and is accessible', async () => {
    const page = await openPhoto(PHONE);
    await page.selectOption('#photo-background', 'gradient');
    expect(await violationsOf(page, '#choice')).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
  });
});
