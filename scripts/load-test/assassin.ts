import { setTimeout as pause } from 'node:timers/promises';
import type { StatementProxy, When } from '../fault-table/statement-proxy.js';
import { processTree } from './process-tree.js';
import type { RunDatabase } from './run-database.js';
import type { ServerProcess } from './server-process.js';
import type { LoadSettings } from './settings.js';

/** A process of the server, and what it says to its database, where that is listened to. */
export interface Victim {
  readonly process: ServerProcess;
  readonly proxy: StatementProxy | undefined;
}

/** A job that is taken from the queue is somebody's from here on. */
const CLAIM = 'commit: insert job_turns; update generations: status, deliveries, worker_id, heartbeat_at';
/** Kills of one run, at claims and between. */
const CLAIM_LIMIT_MS = 30_000;

type Strike = () => Promise<string>;

/** Kills one thing after another with SIGKILL, and interrupts the database, at even distances in the run. */
export class Assassin {
  readonly log: string[] = [];
  readonly #strikes: readonly Strike[];
  #isDown = false;
  #work: Promise<void> = Promise.resolve();

  constructor(
    private readonly server: Victim,
    private readonly workers: readonly Victim[],
    private readonly settings: LoadSettings,
    database: RunDatabase,
  ) {
    const kills = settings.kill ? this.#kills() : [];
    const interruptions = settings.interruptions.map((one) => () => database.interrupt(one));
    const middle = Math.floor(kills.length / 2);
    this.#strikes = [...kills.slice(0, middle), ...interruptions, ...kills.slice(middle)];
  }

  /** The server is dead or starting. */
  get isDown(): boolean {
    return this.#isDown;
  }

  /** @param ended requests so far */
  onEnd(ended: number): void {
    const step = Math.floor(this.settings.requests / (this.#strikes.length + 1));
    if (step === 0 || ended % step !== 0) return;
    const strike = this.#strikes.at(ended / step - 1);
    if (strike === undefined) return;
    this.#work = this.#work.then(async () => void this.log.push(await strike()));
    // Heard of in `settled`; until then it is nobody's.
    this.#work.catch(() => undefined);
  }

  /** Resolves when everything runs again. */
  settled(): Promise<void> {
    return this.#work;
  }

  #kills(): Strike[] {
    const claims = [this.server, ...this.workers].filter(({ proxy }) => proxy !== undefined);
    const atClaims = claims.flatMap((victim) =>
      (['before', 'after'] as const).map((when) => () => this.#killAtClaim(victim, when)),
    );
    const workers = this.workers.map((victim) => () => this.#kill(victim));
    return [
      () => Promise.resolve(this.#killModelProcess()),
      ...workers,
      () => this.#kill(this.server),
      ...atClaims,
      () => Promise.resolve(this.#killModelProcess()),
      () => this.#kill(this.server),
    ];
  }

  #killModelProcess(): string {
    const { children } = processTree(this.server.process.pid ?? -1);
    // The largest one has the models; small ones are helpers of the program that runs the sources.
    const [victim] = [...children].sort((a, b) => b.memoryBytes - a.memoryBytes);
    if (victim === undefined) return 'no model process';
    process.kill(victim.pid, 'SIGKILL');
    return 'model process';
  }

  async #kill(victim: Victim): Promise<string> {
    this.#isDown = victim === this.server;
    await victim.process.kill();
    await victim.process.start();
    this.#isDown = false;
    return this.#nameOf(victim);
  }

  async #killAtClaim(victim: Victim, when: When): Promise<string> {
    let killed: Promise<string> | undefined;
    const onFire = async (): Promise<void> => {
      this.#isDown = victim === this.server;
      await victim.process.kill();
    };
    victim.proxy?.setTrap({
      label: CLAIM,
      occurrence: 1,
      when,
      onlyChanges: false,
      onFire: () => (killed = onFire().then(() => 'killed')).then(() => undefined),
    });
    const endMs = Date.now() + CLAIM_LIMIT_MS;
    while (killed === undefined && Date.now() < endMs) await pause(20);
    victim.proxy?.setTrap(undefined);
    if (killed === undefined) return `no claim of the ${this.#nameOf(victim)} in time`;
    await killed;
    await victim.process.start();
    this.#isDown = false;
    return `${this.#nameOf(victim)} ${when} its claim`;
  }

  #nameOf(victim: Victim): string {
    return victim === this.server ? 'server' : 'worker';
  }
}
