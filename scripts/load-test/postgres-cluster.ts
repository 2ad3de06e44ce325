import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './server-process.js';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';
const USER = 'avatar';

/** PostgreSQL refuses to run as root; then it runs as this user. */
const UNPRIVILEGED = 'nobody';

interface Place {
  readonly programs: string;
  readonly folder: string;
  readonly port: number;
  readonly identity: Identity;
}

interface Identity {
  readonly uid?: number;
  readonly gid?: number;
}

/** A PostgreSQL server in a temporary folder, on a port of loopback, that can be stopped as often as one likes. */
export class PostgresCluster implements AsyncDisposable {
  private constructor(private readonly place: Place) {}

  get url(): string {
    return `postgres://${USER}@127.0.0.1:${this.place.port}/postgres`;
  }

  /** @throws Error where there are no programs of PostgreSQL */
  static async start(): Promise<PostgresCluster> {
    const programs = await programsFolder();
    if (programs === undefined)
      throw new Error(
        `No PostgreSQL to start: no initdb in the PATH or in ${DEBIAN}/*/bin. Install the package postgresql.`,
      );
    const cluster = new PostgresCluster(await newPlace(programs));
    await cluster.#program('initdb', '--auth=trust', '--encoding=UTF8', `--username=${USER}`, cluster.#data);
    await cluster.resume();
    return cluster;
  }

  /** `fast` ends connections and writes everything; `immediate` is as if the power had gone. */
  async stop(how: 'fast' | 'immediate'): Promise<void> {
    await this.#program('pg_ctl', 'stop', '-w', '-D', this.#data, '-m', how);
  }

  async resume(): Promise<void> {
    const { port, folder } = this.place;
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
    await this.#program('pg_ctl', 'start', '-w', '-D', this.#data, '-o', options, '-l', join(folder, 'log'));
  }

  /** Another server that follows this one. From then on nothing is committed here that is not there. */
  async addStandby(): Promise<PostgresCluster> {
    const standby = new PostgresCluster(await newPlace(this.place.programs));
    await standby.#program(
      'pg_basebackup',
      '-R',
      '-X',
      'stream',
      '-c',
      'fast',
      '-d',
      this.url,
      '-D',
      standby.#data,
    );
    await standby.resume();
    await this.#say(`alter system set synchronous_standby_names = '*'`);
    await this.#say('select pg_reload_conf()');
    return standby;
  }

  async promote(): Promise<void> {
    await this.#program('pg_ctl', 'promote', '-w', '-D', this.#data);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // It may be stopped already.
    await this.stop('immediate').catch(() => undefined);
    await rm(this.place.folder, { recursive: true, force: true });
  }

  get #data(): string {
    return join(this.place.folder, 'data');
  }

  async #say(statement: string): Promise<void> {
    await this.#program('psql', '--quiet', '--dbname', this.url, '--command', statement);
  }

  /** Not with a pipe: the server that it starts would keep it open. */
  #program(name: string, ...words: string[]): Promise<void> {
    const { programs, folder, identity } = this.place;
    const child = spawn(join(programs, name), words, { cwd: folder, stdio: 'ignore', ...identity });
    return new Promise((done, failed) => {
      child.once('error', failed);
      child.once('exit', (code) => (code === 0 ? done() : failed(new Error(`${name} ended with ${code}`))));
    });
  }
}

async function newPlace(programs: string): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'avatar-postgres-'));
  const identity: Identity = process.getuid?.() === 0 ? await unprivileged() : {};
  const { uid, gid } = identity;
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
  return { programs, folder, port: await freePort(), identity };
}

async function unprivileged(): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => run('id', [what, UNPRIVILEGED])));
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function programsFolder(): Promise<string | undefined> {
  const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
  const versions = await namesIn(DEBIAN);
  const newest = versions.sort((a, b) => Number(b) - Number(a)).map((version) => `${DEBIAN}/${version}/bin`);
  for (const folder of [...(process.env.PATH ?? '').split(':'), ...newest])
    if ((await namesIn(folder)).includes('initdb'))
      // Where a link leads: the other programs lie there.
      return dirname(await realpath(join(folder, 'initdb')));
  return undefined;
}
