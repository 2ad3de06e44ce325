import { setTimeout as pause } from 'node:timers/promises';
import { startStatementProxy, type StatementProxy } from '../fault-table/statement-proxy.js';
import { PostgresCluster } from './postgres-cluster.js';
import type { Interruption, LoadSettings } from './settings.js';

/** The database of a run: embedded, somebody's, or one of its own with what is done to it. */
export class RunDatabase implements AsyncDisposable {
  readonly #proxies: StatementProxy[] = [];
  #isAway = false;

  private constructor(
    private readonly givenUrl: string | undefined,
    private cluster: PostgresCluster | undefined,
    private readonly standby: PostgresCluster | undefined,
    private readonly isWatched: boolean,
  ) {}

  static async open({
    databaseUrl,
    hasOwnDatabase,
    interruptions,
    kill,
  }: LoadSettings): Promise<RunDatabase> {
    const cluster = hasOwnDatabase ? await PostgresCluster.start() : undefined;
    const isToFail = interruptions.some(({ kind }) => kind === 'failover');
    try {
      const standby = isToFail ? await cluster?.addStandby() : undefined;
      return new RunDatabase(databaseUrl, cluster, standby, kill || isToFail);
    } catch (error) {
      await cluster?.[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Undefined for the embedded one. */
  get url(): string | undefined {
    return this.cluster?.url ?? this.givenUrl;
  }

  /** It is stopped or starting. */
  get isAway(): boolean {
    return this.#isAway;
  }

  /** A way of its own to the database for one process, where something has to know what that process says. */
  async wayIn(): Promise<{ readonly url: string | undefined; readonly proxy: StatementProxy | undefined }> {
    if (this.url === undefined || !this.isWatched) return { url: this.url, proxy: undefined };
    const proxy = await startStatementProxy(this.url);
    this.#proxies.push(proxy);
    return { url: proxy.url, proxy };
  }

  /** @returns what was done, in words */
  async interrupt(interruption: Interruption): Promise<string> {
    const { cluster, standby } = this;
    if (cluster === undefined) throw new Error('Only a database of its own is interrupted');
    this.#isAway = true;
    const startedMs = performance.now();
    if (interruption.kind === 'failover') await this.#failOver(cluster, standby);
    else {
      await cluster.stop('fast');
      if (interruption.kind === 'away') await pause(interruption.seconds * 1_000);
      await cluster.resume();
    }
    this.#isAway = false;
    const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
    return `database ${interruption.kind} (${seconds} s)`;
  }

  async #failOver(primary: PostgresCluster, standby: PostgresCluster | undefined): Promise<void> {
    if (standby === undefined) throw new Error('There is no standby');
    await primary.stop('immediate');
    await standby.promote();
    for (const proxy of this.#proxies) proxy.leadTo(standby.url);
    this.cluster = standby;
    await primary[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const proxy of this.#proxies) await proxy[Symbol.asyncDispose]();
    await this.cluster?.[Symbol.asyncDispose]();
    if (this.standby !== this.cluster) await this.standby?.[Symbol.asyncDispose]();
  }
}
