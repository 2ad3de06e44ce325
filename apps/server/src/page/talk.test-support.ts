import type { Page, Request } from 'playwright-core';
import { DESKTOP, type PageWorld } from './page.test-support.js';

export interface SentMessage {
  readonly message: string;
  readonly session_id: string;
  readonly image_urls?: readonly string[];
  readonly picture?: number;
  readonly character?: Readonly<Record<string, unknown>>;
}

const isMessage = (request: Request) => request.method() === 'POST' && request.url().endsWith('/chat');

/** The conversation of the page, as somebody uses it. */
export class TalkPage {
  constructor(readonly page: Page) {}

  static async open(
    world: PageWorld,
    options: Parameters<PageWorld['open']>[1] = DESKTOP,
  ): Promise<TalkPage> {
    const page = await world.open('/', options);
    await page.locator('#talk-form').scrollIntoViewIfNeeded();
    return new TalkPage(page);
  }

  /** What the fake worker reads in a photo decides what becomes of it. */
  attach(words = 'a photo'): Promise<void> {
    const file = { name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(words) };
    return this.page.setInputFiles('#talk-file', file);
  }

  /** Sends without waiting for the answer. @returns what was sent */
  async send(message: string): Promise<SentMessage> {
    await this.page.fill('#talk-text', message);
    return this.sentBy(() => this.page.press('#talk-text', 'Enter'));
  }

  async say(message: string): Promise<SentMessage> {
    const sent = await this.send(message);
    await this.answered();
    return sent;
  }

  /** The message that an action sends, once it is answered. */
  async sentBy(action: () => Promise<unknown>): Promise<SentMessage> {
    const sent = this.page.waitForRequest(isMessage);
    await action();
    return (await sent).postDataJSON() as SentMessage;
  }

  async answered(): Promise<void> {
    await this.page.waitForSelector('#talk-stop', { state: 'hidden' });
    await this.page.waitForSelector('#turns > :last-child:not(.said-by-you)');
  }

  lastTurn(): Promise<string> {
    return this.page.innerText('#turns > :last-child');
  }

  /** Rows of the recipe, and of those the names that stand out. */
  async recipe(): Promise<{ readonly rows: Readonly<Record<string, string>>; readonly changed: string[] }> {
    const rows = await this.page.locator('#recipe tr').evaluateAll((all) =>
      all.map((row) => ({
        name: row.querySelector('th')?.textContent ?? '',
        value: row.querySelector('td span')?.textContent ?? '',
        isChanged: row.classList.contains('changed'),
      })),
    );
    return {
      rows: Object.fromEntries(rows.map(({ name, value }) => [name, value])),
      changed: rows.filter(({ isChanged }) => isChanged).map(({ name }) => name),
    };
  }

  /** Address of the large picture without its signature. */
  async shown(): Promise<string | undefined> {
    return /out_\w+/.exec((await this.page.getAttribute('#shown-image', 'src')) ?? '')?.[0];
  }
}
