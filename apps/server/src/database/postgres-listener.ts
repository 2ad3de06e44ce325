import pg from 'pg';

type OnMessage = (payload: string) => void;

const RECONNECT_MS = 1_000;

/** One connection that listens for all channels, and is restored when it is lost. */
export class PostgresListener {
  readonly #connectionString: string;
  readonly #channels = new Map<string, Set<OnMessage>>();
  #client: Promise<pg.Client> | undefined;
  #isClosed = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(connectionString: string) {
    this.#connectionString = connectionString;
  }

  async listen(channel: string, onMessage: OnMessage): Promise<() => Promise<void>> {
    const listeners = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, listeners.add(onMessage));
    const client = await this.#connected();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    return async () => {
      listeners.delete(onMessage);
      if (listeners.size > 0 || this.#isClosed) return;
      this.#channels.delete(channel);
      await client.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  #connected(): Promise<pg.Client> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#connectionString,
      application_name: 'avatar-listener',
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload = '' }) => {
      for (const onMessage of this.#channels.get(channel) ?? []) onMessage(payload);
    });
    client.on('error', () => this.#lost());
    client.on('end', () => this.#lost());
    await client.connect();
    for (const channel of this.#channels.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    return client;
  }

  #lost(): void {
    if (this.#isClosed || this.#retry !== undefined) return;
    this.#client = undefined;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#connected().catch(() => this.#lost());
    }, RECONNECT_MS);
  }
}
