// Load test on loopback: starts a server, sends requests, kills what it is told to, and checks the books. See --help.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Assassin } from './load-test/assassin.js';
import { audit } from './load-test/audit.js';
import { drive } from './load-test/drive.js';
import { processTree } from './load-test/process-tree.js';
import { checksOf, figuresOf } from './load-test/report.js';
import {
  buildServer,
  freePort,
  runCommand,
  ServerProcess,
  type Environment,
} from './load-test/server-process.js';
import { HELP, loadSettings, type LoadSettings } from './load-test/settings.js';
import { MemoryWatch, watchHealth } from './load-test/watch.js';

const settings = loadSettings(process.argv.slice(2));
if (settings === undefined) console.log(HELP);
else {
  const dataDir = await mkdtemp(join(tmpdir(), 'avatar-load-'));
  try {
    process.exitCode = (await run(settings, dataDir)) ? 0 : 1;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function run(load: LoadSettings, dataDir: string): Promise<boolean> {
  buildServer();
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const environment = environmentOf(load, dataDir, port);
  const apiKey = await newKey(environment, load.requests);
  const failing = new AbortController();
  const fail = (how: string): void => failing.abort(new Error(how));
  const server = new ServerProcess(environment, ['start'], `${baseUrl}/readyz`, fail);
  const workers = Array.from(
    { length: load.workerProcesses },
    () => new ServerProcess(environment, ['worker'], undefined, fail),
  );
  const processes = [server, ...workers];
  const memory = new MemoryWatch();
  const assassin = new Assassin(server, workers, load.requests);
  const watching = new AbortController();
  const limit = AbortSignal.any([failing.signal, AbortSignal.timeout(load.maxMinutes * 60_000)]);
  try {
    for (const one of processes) await one.start();
    const health = watchHealth(`${baseUrl}/healthz`, () => assassin.isDown, watching.signal);
    const startedMs = performance.now();
    const before = processorSeconds(processes);
    const result = await drive({
      settings: load,
      baseUrl,
      apiKey,
      signal: limit,
      onEnd: (ended) => {
        memory.sample(server.pid);
        if (load.kill) assassin.onEnd(ended);
        if (ended % 50 === 0) console.error(`${ended} of ${load.requests}`);
      },
    });
    const seconds = (performance.now() - startedMs) / 1000;
    const used = processorSeconds(processes) - before;
    await assassin.settled();
    watching.abort();
    const healthMeasures = await health;
    await Promise.all(processes.map((one) => one.stop()));
    const findings = {
      settings: load,
      result,
      health: healthMeasures,
      memory,
      audit: await audit(dataDir, load.databaseUrl, result.delivered),
      seconds,
      processorSeconds: used > 0 ? used : undefined,
      kills: assassin.log,
    };
    for (const [name, figure] of Object.entries(figuresOf(findings))) console.log(`${name}: ${figure}`);
    const checks = checksOf(findings);
    for (const { name, passed, found } of checks)
      console.log(`${passed ? 'passed' : 'FAILED'}  ${name}: ${found}`);
    return checks.every(({ passed }) => passed);
  } finally {
    watching.abort();
    await Promise.all(processes.map((one) => one.kill()));
  }
}

function environmentOf(load: LoadSettings, dataDir: string, port: number): Environment {
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'error',
    AVATAR_DATA_DIR: dataDir,
    AVATAR_SIGNING_KEYS: randomBytes(32).toString('base64'),
    AVATAR_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    AVATAR_DEADLINE_MS: '120000',
    ...(load.databaseUrl !== undefined && { DATABASE_URL: load.databaseUrl }),
    ...(load.workers !== undefined && { AVATAR_WORKERS: String(load.workers) }),
  };
}

/** An account that pays with credits, so that the books can be checked, and has enough of them. */
async function newKey(environment: Environment, requests: number): Promise<string> {
  const accountSettings = JSON.stringify({ billing: 'credits', requestsPerMinute: 1_000_000 });
  const made = await runCommand(environment, 'keys', 'create', '--settings', accountSettings);
  const account = /account: (\S+)/.exec(made)?.[1];
  const key = /key: (\S+)/.exec(made)?.[1];
  if (account === undefined || key === undefined) throw new Error('The command made no key');
  await runCommand(environment, 'keys', 'grant', account, String(requests * 3));
  return key;
}

function processorSeconds(processes: readonly ServerProcess[]): number {
  return processes
    .map(({ pid }) => processTree(pid ?? -1))
    .flatMap(({ root, children }) => (root ? [root, ...children] : children))
    .reduce((sum, measure) => sum + measure.processorSeconds, 0);
}
