import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../testing/browser.test-support.js';
import { startTestServer } from '../testing/test-server.test-support.js';
import { DESKTOP, openPageWorld, type PageWorld } from './page.test-support.js';
import { TalkPage } from './talk.test-support.js';

describe.skipIf(browserPath === undefined)('a conversation that goes wrong, in a browser', () => {
  let world: PageWorld;
  beforeAll(async () => {
    world = await openPageWorld();
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  it('stops when asked to, and the only worker is free again', async () => {
    const talk = await TalkPage.open(world);
    await talk.attach('slow:600000');
    await talk.send('noir');
    await talk.page.waitForSelector('.stage-now:has-text("Load photo")');
    expect(await talk.page.textContent('#talk-status')).toBe('Load photo');
    await talk.page.focus('#talk-stop');
    await talk.page.keyboard.press('Enter');
    await talk.page.waitForSelector('.turn-note:has-text("Stopped. Nothing is charged.")');
    expect(await talk.page.evaluate('document.activeElement.id')).toBe('talk-text');
    // Nothing of it was written down, and the worker does something else.
    await talk.attach();
    await talk.say('noir');
    expect(await talk.lastTurn()).toContain('Here it is.');
    expect(await talk.page.isDisabled('#talk-undo')).toBe(true);
  });

  it('keeps the words while the server is away, and sends them again', async () => {
    const talk = await TalkPage.open(world);
    await talk.attach();
    await talk.page.context().setOffline(true);
    await talk.send('noir');
    await talk.page.waitForSelector('.failed:has-text("cannot be reached")');
    await talk.page.context().setOffline(false);
    const sent = await talk.sentBy(() => talk.page.click('.failed button'));
    expect(sent).toMatchObject({ message: 'noir', image_urls: [expect.any(String)] });
    await talk.answered();
    expect(await talk.lastTurn()).toContain('Here it is.');
  });

  it('says why a photo cannot be used, and takes another one', async () => {
    const talk = await TalkPage.open(world);
    await talk.attach('refuse');
    await talk.say('noir');
    expect(await talk.lastTurn()).toContain('No face was found. Please take another photo.');
    const choosing = talk.page.waitForEvent('filechooser');
    await talk.page.click('.failed button:has-text("Send another photo")');
    const file = { name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a photo') };
    await (await choosing).setFiles(file);
    await talk.say('noir');
    expect(await talk.lastTurn()).toContain('Here it is.');
  });

  it('does not miss a conversation in which nothing was answered', async () => {
    const talk = await TalkPage.open(world);
    await talk.attach('refuse');
    await talk.say('noir');
    const asked: string[] = [];
    talk.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await talk.page.reload();
    await talk.say('a bald man');
    expect(asked).toContain('/chat');
    expect(asked).not.toContain('/memory');
  });

  it('says that the balance is empty, and that a key is not known any more', async () => {
    await using closed = await startTestServer({ env: { HOST: '0.0.0.0' } });
    const { id, headers } = await closed.account({ billing: 'credits' }, 0);
    const page = await (await world.browser.newContext(DESKTOP)).newPage();
    const address = await closed.app.listen({ host: '127.0.0.1', port: 0 });
    await page.goto(address);
    await page.fill('#key', headers['x-api-key']);
    await page.click('#key-form button');
    await page.waitForSelector('#platforms label', { state: 'attached' });
    const talk = new TalkPage(page);
    await talk.say('a bald man');
    expect(await talk.lastTurn()).toMatch(/balance of this account is empty/);
    const { directory } = closed.server.services;
    const [{ prefix }] = await directory.listKeys(id);
    await directory.revokeKey(prefix);
    await talk.say('a bald man');
    expect(await talk.lastTurn()).toMatch(/does not know this key any more[^]*Load the page again/);
  });

  it('says that an earlier conversation is gone, and begins a new one', async () => {
    const talk = await TalkPage.open(world);
    await talk.page.evaluate("sessionStorage.setItem('avatar-conversation', 'page-of-another-time begun')");
    await talk.page.reload();
    await talk.page.waitForSelector('.turn-note:has-text("does not keep the earlier conversation")');
    expect((await talk.say('a bald man')).session_id).not.toBe('page-of-another-time');
  });
});
