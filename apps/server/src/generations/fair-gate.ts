import { AvatarError } from '@avatar/stage';

export interface FairGateSettings {
  /** Runs at once. */
  readonly atOnce: number;
  /** Runs that may wait, of all accounts together. */
  readonly maxWaiting: number;
}

/** A place in the line of synchronous runs. */
export interface Ticket {
  /**
   * Resolves when it is the run's turn.
   * @param endMs of `performance.now()`, when nobody waits for it any more
   * @throws AvatarError `overloaded` when another account needed the place more, `timeout`; an abort rejects with the
   * signal's reason
   */
  readonly turn: (signal: AbortSignal, endMs: number) => Promise<void>;
  /** Gives the place to the next one. Call it however the run ends. */
  readonly leave: () => void;
}

interface Waiting {
  readonly accountId: string;
  state: 'waiting' | 'running' | 'gone';
  isDecided: (error?: Error) => void;
  readonly decided: Promise<void>;
}

/**
 * Who runs next of those that wait for their answer: accounts come in turns. When the line is full, a place is taken
 * from the account that has the most, so nobody can fill it for the others; what is sent away had not begun anything.
 */
export class FairGate {
  /** By account, in the order of their turns. */
  readonly #lines = new Map<string, Waiting[]>();
  #running = 0;

  constructor(private readonly settings: FairGateSettings) {}

  get waiting(): number {
    let count = 0;
    for (const line of this.#lines.values()) count += line.length;
    return count;
  }

  /** @throws AvatarError `overloaded` when there is no place */
  enter(accountId: string): Ticket {
    const place = this.#place(accountId);
    if (this.#running < this.settings.atOnce) this.#start(place);
    else this.#enqueue(place);
    return {
      turn: (signal, endMs) => this.#turn(place, signal, endMs),
      leave: () => this.#leave(place),
    };
  }

  #place(accountId: string): Waiting {
    let isDecided: Waiting['isDecided'] = () => undefined;
    const decided = new Promise<void>((resolve, reject) => {
      isDecided = (error) => (error ? reject(error) : resolve());
    });
    // Whoever is sent away while its photo is still on the way hears of it later.
    decided.catch(() => undefined);
    return { accountId, state: 'waiting', isDecided, decided };
  }

  #enqueue(place: Waiting): void {
    const own = this.#lines.get(place.accountId) ?? [];
    if (this.waiting >= this.settings.maxWaiting) {
      const longest = [...this.#lines.values()].reduce<Waiting[]>(
        (a, b) => (b.length > a.length ? b : a),
        own,
      );
      // One more would make it the longest itself.
      if (longest.length <= own.length + 1) throw overloaded();
      const last = longest[longest.length - 1];
      this.#remove(last);
      last.isDecided(overloaded());
    }
    this.#lines.set(place.accountId, [...own, place]);
  }

  #start(place: Waiting): void {
    place.state = 'running';
    this.#running++;
    place.isDecided();
  }

  #remove(place: Waiting): void {
    place.state = 'gone';
    const left = (this.#lines.get(place.accountId) ?? []).filter((other) => other !== place);
    if (left.length > 0) this.#lines.set(place.accountId, left);
    else this.#lines.delete(place.accountId);
  }

  async #turn(place: Waiting, signal: AbortSignal, endMs: number): Promise<void> {
    signal.throwIfAborted();
    let stop: () => void = () => undefined;
    const givenUp = new Promise<never>((_resolve, reject) => {
      const timer = setTimeout(() => reject(tooLate()), Math.max(0, endMs - performance.now()));
      const onAbort = () => reject(signal.reason as Error);
      signal.addEventListener('abort', onAbort, { once: true });
      stop = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      };
    });
    try {
      await Promise.race([place.decided, givenUp]);
    } finally {
      stop();
    }
  }

  #leave(place: Waiting): void {
    const wasRunning = place.state === 'running';
    if (place.state === 'waiting') this.#remove(place);
    place.state = 'gone';
    if (!wasRunning) return;
    this.#running--;
    const [first] = this.#lines;
    if (first === undefined) return;
    const [accountId, [next, ...left]] = first;
    // To the end of the round.
    this.#lines.delete(accountId);
    if (left.length > 0) this.#lines.set(accountId, left);
    this.#start(next);
  }
}

const overloaded = (): AvatarError =>
  new AvatarError('overloaded', 'All workers are busy and the queue is full; try again later', {
    reason: 'queue-full',
    publicMessage: 'Too many pictures are being made at the moment. Please try again in a few seconds.',
  });

const tooLate = (): AvatarError =>
  new AvatarError('timeout', 'No worker was free in time', {
    publicMessage: 'This took too long. Please try again.',
  });
