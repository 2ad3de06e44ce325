// Abuse on loopback: a server gets what nobody sends who wants an avatar, and then it has to be as it was. See --help.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '@avatar/image';
import { abuse, type Answers } from './abuse/abuse.js';
import { honestWork, type HonestResult } from './abuse/honest.js';
import { startIdleServer } from './abuse/idle-server.js';
import { measured, type Measure } from './load-test/quiet-measure.js';
import { newAccount } from './load-test/accounts.js';
import { RunDatabase } from './load-test/run-database.js';
import { buildServer, freePort, ServerProcess } from './load-test/server-process.js';
import { loadSettings } from './load-test/settings.js';
import { percentile, watchHealth, type HealthMeasures } from './load-test/watch.js';
import { commonEnvironment, serverProgram } from './load-test/world.js';

const HELP = `npm run abuse -- [options]
Starts a server on loopback whose workers have no models, sends malformed, slow, huge, cut and senseless requests beside
those of an honest client, and compares its memory before and after.

  --minutes <n>       of abuse, default 10; a tenth of it, a minute at most, comes before memory is first looked at
  --connections <n>   abusers at once, default 32
  --own-database      a PostgreSQL cluster in a temporary folder instead of the embedded one
  --seed <n>          default 1
  --help
`;
const WARM_PART = 0.1;
const MAX_WARM_MS = 60_000;
const MAX_GROWTH = 0.1;
const MAX_HEALTH_MS = 50;
const MINUTE_MS = 60_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    connections: { type: 'string', default: '32' },
    'own-database': { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(HELP);
else {
  const dataDir = await mkdtemp(join(tmpdir(), 'avatar-abuse-'));
  try {
    process.exitCode = (await run(dataDir)) ? 0 : 1;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function run(dataDir: string): Promise<boolean> {
  buildServer();
  const load = loadSettings(values['own-database'] ? ['--own-database'] : []);
  if (load === undefined) return false;
  await using database = await RunDatabase.open(load);
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const environment = {
    ...commonEnvironment(dataDir),
    PORT: String(port),
    // So that a run sees the end of many bodies that never come.
    AVATAR_RECEIVE_MS: '5000',
    ...(database.url !== undefined && { DATABASE_URL: database.url }),
  };
  const honest = await newAccount(environment, 1_000_000);
  const abuser = await newAccount(environment, 1_000_000);
  using idle = await startIdleServer();
  const ended = new AbortController();
  const command = ['--expose-gc', await serverProgram(true), 'start'];
  const server = new ServerProcess(environment, command, `${baseUrl}/readyz`, (how) =>
    ended.abort(new Error(how)),
  );
  try {
    await server.start();
    const random = seededRandom(Number(values.seed));
    const work = { port, apiKey: abuser.apiKey, random, connections: Number(values.connections) };
    const totalMs = Number(values.minutes) * MINUTE_MS;
    const answers: Answers = new Map();
    const watching = new AbortController();
    const health = watchHealth(`${baseUrl}/healthz`, () => false, watching.signal);
    const idleHealth = watchHealth(idle.url, () => false, watching.signal);
    const client = honestWork(baseUrl, honest, watching.signal);
    const warmMs = Math.min(MAX_WARM_MS, totalMs * WARM_PART);
    await abuse(work, warmMs, answers, ended.signal);
    const before = await measured(server);
    let peak = 0;
    const looking = setInterval(() => (peak = Math.max(peak, server.residentBytes())), 1_000);
    await abuse(work, totalMs, answers, ended.signal);
    clearInterval(looking);
    watching.abort();
    const found = {
      before,
      peak,
      health: await health,
      idleHealth: await idleHealth,
      honest: await client,
      answers,
    };
    const after = await measured(server);
    await server.stop();
    return report({ ...found, after });
  } finally {
    await server.kill();
  }
}

interface Findings {
  readonly before: Measure;
  readonly after: Measure;
  readonly peak: number;
  readonly health: HealthMeasures;
  /** Of a server that does nothing, at the same time. */
  readonly idleHealth: HealthMeasures;
  readonly honest: HonestResult;
  readonly answers: Answers;
}

function report({ before, after, peak, health, idleHealth, honest, answers }: Findings): boolean {
  const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
  for (const [kind, { times, statuses }] of answers)
    console.log(`${kind}: ${times} times, ${JSON.stringify(statuses)}`);
  console.log(`resident at most: ${megabytes(peak)}`);
  const times = ({ milliseconds }: HealthMeasures): string =>
    [0.5, 0.95, 1].map((part) => percentile(milliseconds, part).toFixed(1)).join(', ');
  console.log(`/healthz, p50 and p95 and most: ${times(health)} ms`);
  console.log(`the same of a server that does nothing: ${times(idleHealth)} ms`);
  const p95 = percentile(health.milliseconds, 0.95);
  const faults = [...answers.values()].flatMap(({ statuses }) =>
    Object.keys(statuses).filter((status) => status.startsWith('5') && status !== '503'),
  );
  const flat = (name: string, from: number, to: number, told: (n: number) => string) =>
    check(`${name} is within 10 %`, to <= from * (1 + MAX_GROWTH), `${told(from)}, then ${told(to)}`);
  return [
    flat('the heap', before.heapUsed, after.heapUsed, megabytes),
    flat('resident memory', before.rss, after.rss, megabytes),
    flat('the number of open files and connections', before.handles, after.handles, String),
    check('no error of the server', faults.length === 0, faults.join(', ') || 'none'),
    check(
      'an honest client is served',
      honest.failures === 0 && honest.served > 0,
      `${honest.served} avatars, ${honest.failures} failures, p50 ${percentile(honest.milliseconds, 0.5).toFixed(0)} ms`,
    ),
    check('/healthz answers within 50 ms (p95)', p95 < MAX_HEALTH_MS, `${p95.toFixed(1)} ms`),
    check('/healthz always answers', health.failures === 0, `${health.failures} failures`),
  ].every((passed) => passed);
}

function check(name: string, passed: boolean, found: string): boolean {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name}: ${found}`);
  return passed;
}
