// Load test on loopback: starts a server, sends requests, kills what it is told to, and checks the books. See --help.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../apps/server/src/database/index.js';
import { newAccount, type LoadAccount } from './load-test/accounts.js';
import { Assassin } from './load-test/assassin.js';
import { audit } from './load-test/audit.js';
import { drive } from './load-test/drive.js';
import { processTree } from './load-test/process-tree.js';
import { checksOf, figuresOf } from './load-test/report.js';
import { measured } from './load-test/quiet-measure.js';
import { RunDatabase } from './load-test/run-database.js';
import { buildServer, type ServerProcess } from './load-test/server-process.js';
import { HELP, loadSettings, type LoadSettings } from './load-test/settings.js';
import { MemoryWatch, watchHealth } from './load-test/watch.js';
import { commonEnvironment, openRunStore, processesOf } from './load-test/world.js';

/** Share of the requests after which the server is warm. */
const WARM = 0.2;

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
  await using database = await RunDatabase.open(load);
  await using store = await openRunStore(dataDir, load.isOnS3);
  const common = { ...commonEnvironment(dataDir), ...store.environment };
  const accounts = await newAccounts(load, {
    ...common,
    ...(database.url !== undefined && { DATABASE_URL: database.url }),
  });
  const failing = new AbortController();
  const { baseUrl, server, workers } = await processesOf(load, common, database, (how) =>
    failing.abort(new Error(how)),
  );
  const processes = [server, ...workers].map((victim) => victim.process);
  const memory = new MemoryWatch();
  const isHeapKnown = load.isWithoutModels && !load.kill;
  const heapBytes = async () => (await server.process.memory()).heapUsed;
  let warmHeap: Promise<number> | undefined;
  const assassin = new Assassin(server, workers, load, database);
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
      accounts,
      isDatabaseAway: () => database.isAway,
      signal: limit,
      onEnd: (ended) => {
        memory.sample(server.process.pid);
        if (isHeapKnown && ended === Math.ceil(load.requests * WARM)) warmHeap = heapBytes();
        assassin.onEnd(ended);
        if (ended % 50 === 0) console.error(`${ended} of ${load.requests}`);
      },
    });
    const seconds = (performance.now() - startedMs) / 1000;
    const used = processorSeconds(processes) - before;
    await assassin.settled();
    watching.abort();
    const healthMeasures = await health;
    const heap = warmHeap && { warm: await warmHeap, last: (await measured(server.process)).heapUsed };
    await Promise.all(processes.map((one) => one.stop()));
    await using books = await openDatabase({ dataDir, database: { url: database.url, poolSize: 2 } });
    const findings = {
      settings: load,
      result,
      health: healthMeasures,
      memory,
      heap,
      audit: await audit({
        database: books,
        store: await store.open(),
        accounts,
        delivered: result.delivered,
      }),
      seconds,
      processorSeconds: used > 0 ? used : undefined,
      strikes: assassin.log,
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

async function newAccounts(
  { accounts, requests }: LoadSettings,
  environment: Readonly<Record<string, string>>,
): Promise<LoadAccount[]> {
  const made: LoadAccount[] = [];
  // One after the other: the embedded database belongs to one process.
  while (made.length < accounts) made.push(await newAccount(environment, requests * 3));
  return made;
}

function processorSeconds(processes: readonly ServerProcess[]): number {
  return processes
    .map(({ pid }) => processTree(pid ?? -1))
    .flatMap(({ root, children }) => (root ? [root, ...children] : children))
    .reduce((sum, measure) => sum + measure.processorSeconds, 0);
}
