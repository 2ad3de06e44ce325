import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../testing/browser.test-support.js';
import { isTooWide, openPageWorld, PHONE, violationsOf, type PageWorld } from './page.test-support.js';

describe.skipIf(browserPath === undefined)('the pages for operators, in a browser', () => {
  let world: PageWorld;
  beforeAll(async () => {
    world = await openPageWorld();
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  it('lists what waits for a decision with its score, until it is decided', async () => {
    const page = await world.open();
    await page.setInputFiles('#file', {
      name: 'me.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('review'),
    });
    await page.waitForSelector('#avatar:not([hidden])', { state: 'attached' });
    expect(await page.textContent('#warnings')).toContain('It looks less like the photo.');
    await page.goto(`${world.address}/review`);
    await page.waitForSelector('#review-list button');
    expect(await page.textContent('#review-list')).toContain('likeness 0.70');
    expect(await violationsOf(page)).toEqual([]);
    await page.click('#review-list button:has-text("Decline")');
    await page.waitForSelector('text=Nothing waits for a decision.');
  });

  it('computes costs from what is filled in', async () => {
    const page = await world.open('/cost');
    const values = {
      avatars: '100000',
      seconds: '3.6',
      price: '0.05',
      busy: '50',
      accepted: '60',
      charge: '0.01',
    };
    // Not while what was measured may still come in.
    await page.waitForLoadState('networkidle');
    for (const [name, value] of Object.entries(values)) await page.fill(`#calc-${name}`, value);
    const cells = await page.$$eval('#calculator-table td', (all) => all.map((cell) => cell.textContent));
    // 100 core-hours of work, half of the time idle.
    expect(cells).toEqual(['200.0', '0.27', '$0.000100', '$10.00', '$600.00', '$590.00']);
  });

  it.each(['/review', '/cost'])('is accessible and fits a phone in the dark: %s', async (path) => {
    const page = await world.open(path, { ...PHONE, colorScheme: 'dark' });
    await page.waitForLoadState('networkidle');
    expect(await violationsOf(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
  });
});
