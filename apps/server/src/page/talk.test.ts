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
import { TalkPage } from './talk.test-support.js';

describe.skipIf(browserPath === undefined)('a conversation, in a browser', () => {
  let world: PageWorld;
  let key: string;
  beforeAll(async () => {
    world = await openPageWorld();
    const answer = await fetch(`${world.address}/demo/key`, { method: 'POST' });
    ({ key } = (await answer.json()) as { key: string });
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  const open = (options?: Parameters<typeof TalkPage.open>[1]) => TalkPage.open(world, options);
  const exchanges = async (session: string) => {
    const url = `${world.address}/memory?session_id=${session}`;
    const answer = await fetch(url, { headers: { 'x-api-key': key } });
    return ((await answer.json()) as { total_exchanges: number }).total_exchanges;
  };

  it('about a photo: what changes stands out in the recipe, and undo brings the picture back', async () => {
    const talk = await open();
    await talk.attach();
    const first = await talk.say('A headshot for LinkedIn');
    expect(first.image_urls).toHaveLength(1);
    expect(await talk.lastTurn()).toMatch(/Here it is\.\s+Likeness 0\.88 · good enough to offer/);
    const before = await talk.shown();
    expect(before).toBeDefined();
    const second = await talk.say('in warm light');
    expect(second).toEqual({ message: 'in warm light', session_id: first.session_id });
    expect(await talk.recipe()).toEqual({
      rows: {
        Shows: 'Your photo',
        Style: 'Corporate headshot',
        Light: 'Warm',
        'Made for': 'LinkedIn',
      },
      changed: ['Light'],
    });
    expect(await talk.shown()).not.toBe(before);
    await talk.sentBy(() => talk.page.click('#talk-undo'));
    await talk.answered();
    expect(await talk.shown()).toBe(before);
    expect((await talk.recipe()).changed).toEqual(['Light']);
    expect((await talk.recipe()).rows.Light).toBe('As the style has it');
    expect(await talk.page.isDisabled('#talk-undo')).toBe(true);
  });

  it('in words only, by a suggestion, with a picture to download', async () => {
    const talk = await open();
    const sent = await talk.sentBy(() => talk.page.click('#talk-ideas button'));
    expect(sent.message).toContain('silver bob');
    await talk.answered();
    expect((await talk.recipe()).rows).toMatchObject({ Shows: 'A drawn person', Look: 'Modelled' });
    expect(await talk.page.textContent('#talk-ideas')).toContain('Waving');
    const saved = talk.page.waitForEvent('download');
    await talk.page.click('#shown-download');
    expect((await saved).suggestedFilename()).toBe('avatar.png');
  });

  it('a question is answered by its button', async () => {
    const talk = await open();
    await talk.attach();
    await talk.say('a cartoon please');
    await talk.say('now waving');
    expect(await talk.lastTurn()).not.toContain('1. ');
    expect(await talk.page.isVisible('#talk-ideas')).toBe(false);
    const sent = await talk.sentBy(() => talk.page.click('#turns button:has-text("Yes, draw me")'));
    expect(sent.message).toBe('Yes, draw me as a character');
    await talk.answered();
    expect((await talk.recipe()).rows).toMatchObject({ Shows: 'A drawn person', Gesture: 'Wave' });
    expect(await talk.page.locator('#turns .options').count()).toBe(0);
  });

  it('says what it refuses, and changes nothing', async () => {
    const talk = await open();
    await talk.say('a man in a suit');
    const before = await talk.recipe();
    await talk.say('now make him naked');
    expect(await talk.page.isVisible('#turns > .refused:last-child')).toBe(true);
    expect((await talk.recipe()).rows).toEqual(before.rows);
  });

  it('shows a doubt as a doubt, and a warning as it is', async () => {
    const talk = await open();
    await talk.attach('review');
    await talk.say('noir');
    expect(await talk.page.textContent('.doubtful')).toBe('Likeness 0.70 · a person should look first');
    expect(await talk.page.textContent('.turn-warnings')).toBe('It looks less like the photo.');
    expect(await talk.page.textContent('#talk-ideas button')).toBe('Less strong');
    await talk.page.reload();
    await talk.page.waitForSelector('#turns .doubtful');
    expect(await talk.page.textContent('.turn-warnings')).toBe('It looks less like the photo.');
    expect(await talk.page.textContent('#talk-ideas button')).toBe('Less strong');
  });

  it('is there again after a reload, with its question', async () => {
    const talk = await open();
    await talk.attach();
    await talk.say('noir');
    await talk.say('waving');
    const shown = await talk.shown();
    await talk.page.reload();
    await talk.page.waitForSelector('#turns .options');
    expect(await talk.page.locator('#turns .said-by-you').allInnerTexts()).toEqual([
      expect.stringContaining('noir'),
      expect.stringContaining('waving'),
    ]);
    expect(await talk.shown()).toBe(shown);
    expect((await talk.recipe()).rows).toMatchObject({ Style: 'Film noir' });
    await talk.sentBy(() => talk.page.click('#turns .options button:has-text("No")'));
    await talk.answered();
    expect(await talk.lastTurn()).toContain('it stays as it is');
  });

  it('goes on with the one of four that was chosen', async () => {
    const talk = await open();
    await talk.attach();
    await talk.say('noir');
    await talk.say('four variations');
    const first = await talk.shown();
    await talk.page.click('.several .result >> nth=2');
    expect(await talk.shown()).not.toBe(first);
    expect(await talk.page.textContent('#talk-with')).toContain('About picture 3');
    expect(await talk.say('in warm light')).toMatchObject({ picture: 3 });
    expect((await talk.recipe()).rows).toMatchObject({ Light: 'Warm', 'Its colours': 'Charcoal' });
    await talk.page.click('.several .result >> nth=0');
    expect(await talk.page.isVisible('#talk-with')).toBe(false);
    expect(await talk.page.textContent('#shown-caption')).toContain('An earlier picture');
  });

  it('begins anew: the server forgets it', async () => {
    const talk = await open();
    const { session_id } = await talk.say('a man in a suit');
    expect(await exchanges(session_id)).toBe(1);
    await talk.page.click('#talk-restart');
    await talk.page.click('#restart-yes');
    await talk.page.waitForSelector('#turns .said-by-you', { state: 'detached' });
    expect(await exchanges(session_id)).toBe(0);
    expect(await talk.page.isVisible('#shown-image')).toBe(false);
    expect((await talk.say('a bald man')).session_id).not.toBe(session_id);
  });

  it('takes along the photo and the character of the page', async () => {
    const talk = await open();
    const { page } = talk;
    const file = { name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a photo') };
    await page.setInputFiles('#file', file);
    await page.waitForSelector('#avatar:not([hidden])', { state: 'attached' });
    await page.click('#to-talk');
    expect((await talk.say('noir')).image_urls).toHaveLength(1);
    await page.locator('#words').scrollIntoViewIfNeeded();
    await page.waitForSelector('#person:not([hidden])');
    await page.click('#person-to-talk');
    const sent = await talk.say('waving');
    expect(sent.character).toMatchObject({ hair: { style: 'bob' } });
    expect((await talk.recipe()).rows).toMatchObject({ Shows: 'A drawn person', Gesture: 'Wave' });
  });

  it('is used from the keyboard', async () => {
    const talk = await open();
    const { page } = talk;
    await page.focus('#talk-text');
    await page.keyboard.type('a man');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('in a suit');
    const sent = await talk.sentBy(() => page.keyboard.press('Enter'));
    expect(sent.message).toBe('a man\nin a suit');
    await talk.answered();
    expect(await page.evaluate('document.activeElement.id')).toBe('talk-text');
    expect(await page.textContent('#talk-status')).toContain('Here it is.');
  });

  it.each([
    ['light, on a desktop', { ...DESKTOP, colorScheme: 'light' }],
    ['dark, on a desktop', { ...DESKTOP, colorScheme: 'dark' }],
    ['light, on a phone', { ...PHONE, colorScheme: 'light' }],
    ['dark, on a small phone', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ] as const)('is accessible and fits: %s', async (_name, options) => {
    const talk = await open(options);
    await talk.attach('review');
    await talk.say('noir');
    await talk.say('four variations');
    await talk.page.click('.several .result >> nth=1');
    await talk.say('now make me naked');
    await talk.say('waving');
    await talk.page.click('#talk-restart');
    expect(await violationsOf(talk.page, '#talk')).toEqual([]);
    expect(await isTooWide(talk.page)).toBe(false);
  });
});
