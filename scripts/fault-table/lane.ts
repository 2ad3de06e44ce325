import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccountDirectory, type AccountDirectory } from '../../apps/server/src/accounts/index.js';
import { createBilling, type Billing } from '../../apps/server/src/billing/index.js';
import { loadConfig } from '../../apps/server/src/config/config.js';
import { createServerDatabase } from '../../apps/server/src/database/database.test-support.js';
import { giveBackOld } from '../../apps/server/src/conversations/index.js';
import { openDatabase, type Database } from '../../apps/server/src/database/index.js';
import { GenerationStore } from '../../apps/server/src/generations/index.js';
import {
  createKeyRing,
  createObjectArchive,
  openStore,
  type ObjectArchive,
} from '../../apps/server/src/storage/index.js';
import type { Receiver } from './receiver.js';
import { startStatementProxy, type StatementProxy } from './statement-proxy.js';

export const CREDITS = 100;

export interface LaneAccount {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface LaneParts {
  readonly program: string;
  readonly receiver: Receiver;
  readonly proxy: StatementProxy;
  readonly environment: Readonly<Record<string, string>>;
  readonly dataDir: string;
  /** Not by way of the proxy. */
  readonly database: Database;
  readonly directory: AccountDirectory;
  readonly billing: Billing;
  readonly archive: ObjectArchive;
  readonly dropDatabase: () => Promise<void>;
}

/** One database with one server on it, which is killed and started again. Several lanes work side by side. */
export class Lane implements AsyncDisposable {
  /** Where the server listens; while it is being started again, a promise of that. */
  address: Promise<string>;
  #running: ChildProcess;
  /** Loaded and waiting, so that a start costs little. */
  #spare: ChildProcess;

  private constructor(readonly parts: LaneParts) {
    this.#running = this.#load();
    this.address = this.#start(this.#running);
    this.#spare = this.#load();
  }

  static async open(program: string, receiver: Receiver): Promise<Lane> {
    const { url, drop } = await createServerDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'avatar-faults-'));
    const proxy = await startStatementProxy(url);
    const environment = {
      AVATAR_DATA_DIR: dataDir,
      DATABASE_URL: proxy.url,
      AVATAR_WORKERS: '1',
      AVATAR_REQUESTS_PER_MINUTE: '100000',
      AVATAR_READS_PER_MINUTE: '100000',
    };
    const config = loadConfig(environment);
    const database = await openDatabase({ dataDir, database: { url, poolSize: 3 } });
    const keyRing = createKeyRing(config.keys.encryption);
    return new Lane({
      program,
      receiver,
      proxy,
      environment,
      dataDir,
      database,
      directory: createAccountDirectory(database, keyRing, 'server'),
      billing: createBilling(database),
      archive: createObjectArchive(database, await openStore(config.storage), keyRing),
      dropDatabase: drop,
    });
  }

  async account(): Promise<LaneAccount> {
    const { directory, billing } = this.parts;
    const { account } = await directory.create('faults', { billing: 'credits' });
    await billing.grant(account.id, CREDITS);
    return { id: account.id, headers: { 'x-api-key': await directory.createKey(account.id) } };
  }

  /** Turns the clock of pictures that no message was answered with. Only while no message is on its way. */
  async giveBackUnanswered(): Promise<void> {
    const { database, billing, archive } = this.parts;
    const store = new GenerationStore(database, billing, () => Promise.resolve());
    await giveBackOld({ database, billing, store, archive }, 0);
  }

  async rows(text: string, values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> {
    return (await this.parts.database.query(text, values)).rows;
  }

  /** SIGKILL. Resolves when the process is gone; another one starts at once. */
  async kill(): Promise<void> {
    const victim = this.#running;
    const gone = once(victim, 'exit');
    victim.kill('SIGKILL');
    await gone;
    this.#running = this.#spare;
    this.address = this.#start(this.#running);
    this.#spare = this.#load();
  }

  #load(): ChildProcess {
    return fork(this.parts.program, [String(this.parts.receiver.port)], {
      env: { ...process.env, ...this.parts.environment },
      // Not what runs this program from its sources: the server is one file.
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  }

  async #start(child: ChildProcess): Promise<string> {
    const answer = new Promise<string>((resolve, reject) => {
      child.on('message', (message) => {
        // It is loaded: the word to start comes behind that.
        if (typeof message === 'object') resolve((message as { address: string }).address);
      });
      child.once('exit', (code) => reject(new Error(`The server ended at its start with ${code}`)));
    });
    answer.catch(() => undefined);
    child.send('start');
    return answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const child of [this.#running, this.#spare]) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    const { database, proxy, dropDatabase, dataDir } = this.parts;
    await database[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
    await dropDatabase();
    await rm(dataDir, { recursive: true, force: true });
  }
}
