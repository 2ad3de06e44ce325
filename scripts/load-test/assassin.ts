import { processTree } from './process-tree.js';
import type { ServerProcess } from './server-process.js';

/** Kills one thing after another with SIGKILL, at even distances in the run. */
export class Assassin {
  readonly log: string[] = [];
  #isDown = false;
  #work: Promise<void> = Promise.resolve();

  constructor(
    private readonly server: ServerProcess,
    private readonly workers: readonly ServerProcess[],
    private readonly requests: number,
  ) {}

  /** The server is dead or starting. */
  get isDown(): boolean {
    return this.#isDown;
  }

  /** @param ended requests so far */
  onEnd(ended: number): void {
    const step = Math.floor(this.requests / 6);
    if (step === 0 || ended % step !== 0) return;
    this.#work = this.#work.then(() => this.#strike(ended / step));
  }

  /** Resolves when everything runs again. */
  settled(): Promise<void> {
    return this.#work;
  }

  async #strike(round: number): Promise<void> {
    if (round % 3 === 1) this.#killModelProcess();
    else if (round % 3 === 2 && this.workers.length > 0) await this.#killWorker(round);
    else if (round < 6) await this.#killServer();
  }

  #killModelProcess(): void {
    const { children } = processTree(this.server.pid ?? -1);
    // The largest one has the models; small ones are helpers of the program that runs the sources.
    const [victim] = [...children].sort((a, b) => b.memoryBytes - a.memoryBytes);
    if (victim === undefined) return;
    process.kill(victim.pid, 'SIGKILL');
    this.log.push('model process');
  }

  async #killWorker(round: number): Promise<void> {
    const worker = this.workers[round % this.workers.length];
    await worker.kill();
    await worker.start();
    this.log.push('worker');
  }

  async #killServer(): Promise<void> {
    this.#isDown = true;
    await this.server.kill();
    await this.server.start();
    this.#isDown = false;
    this.log.push('server');
  }
}
