import type { Database } from '../database/index.js';

const CHANNEL = 'avatar_generations';

/** What happened to a generation; `changed`: look at it. */
export type Signal = 'changed' | 'cancelled';

type Listener = (signal: Signal) => void;

/** Tells all processes that something happened to a generation. */
export class GenerationSignals {
  readonly #listeners = new Map<string, Set<Listener>>();
  #stop: (() => Promise<void>) | undefined;

  private constructor(private readonly database: Database) {}

  static async start(database: Database): Promise<GenerationSignals> {
    const signals = new GenerationSignals(database);
    signals.#stop = await database.listen(CHANNEL, (payload) => {
      const [signal, id] = payload.split(' ');
      for (const listener of signals.#listeners.get(id) ?? []) listener(signal as Signal);
    });
    return signals;
  }

  async send(signal: Signal, id: string): Promise<void> {
    await this.database.notify(CHANNEL, `${signal} ${id}`);
  }

  /** @returns stops listening */
  on(id: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(id);
    };
  }

  async stop(): Promise<void> {
    await this.#stop?.();
  }
}
