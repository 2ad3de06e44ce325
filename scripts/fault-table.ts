// Hits requests at every statement that they say to the database, and looks what became of them. See --help.
import { parseArgs } from 'node:util';
import { HOWS, runCase, type How } from './fault-table/case.js';
import { Lane } from './fault-table/lane.js';
import { conversation, pointsOf, type Conversation } from './fault-table/points.js';
import { startReceiver, type Receiver } from './fault-table/receiver.js';
import { KINDS, type Kind } from './fault-table/requests.js';
import { sweepAtTheEnd } from './fault-table/sweep.js';
import { addResult, earlierResults, type Done } from './fault-table/results.js';
import { tableOf } from './fault-table/table.js';
import { testPrograms } from './load-test/test-programs.js';

const PROGRAM = new URL('../apps/server/src/testing/fault-server.test-support.ts', import.meta.url);
const HELP = `npm run faults -- [options] > table.md
For one synchronous, one queued, one batch request of three, one drawing and two messages of a conversation, in turn at every statement that they say to
PostgreSQL: the connection is lost before or after it, and where it commits something, the database goes away for 2.5 s,
or the server is killed with SIGKILL and started again. A client repeats with its Idempotency-Key; then everything that
is kept is audited. A proxy between server and database does it: the server is the product's, with workers that have no
models, and looks for dead processes six times as often. AVATAR_TEST_DATABASE_URL names a PostgreSQL for databases of
its own.

  --kinds <names>   with commas: ${KINDS.join(', ')}; default all
  --hows <names>    with commas: ${HOWS.join(', ')}; default all
  --only <words>    statements whose label has these words
  --results <file>  results are added to it, and points that are in it already are not hit again
  --lanes <n>       servers side by side, default 2
  --help
`;

const { values } = parseArgs({
  options: {
    kinds: { type: 'string', default: KINDS.join(',') },
    hows: { type: 'string', default: HOWS.join(',') },
    only: { type: 'string', default: '' },
    results: { type: 'string' },
    lanes: { type: 'string', default: '2' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else process.exitCode = (await main()) ? 0 : 1;

async function main(): Promise<boolean> {
  const kinds = values.kinds.split(',') as Kind[];
  const hows = values.hows.split(',') as How[];
  // In one file, because it is started some hundred times.
  const { server: program } = await testPrograms('faults', { server: PROGRAM });
  await using receiver = await startReceiver();
  const lanes = await Promise.all(
    Array.from({ length: Number(values.lanes) }, () => Lane.open(program, receiver)),
  );
  try {
    const conversations: Conversation[] = [];
    for (const kind of kinds) conversations.push(await conversation(lanes[0], kind));
    const done = await hitAll(lanes, conversations, hows);
    const late = (await Promise.all(lanes.map(sweepAtTheEnd))).flat();
    console.log(tableOf(done));
    const wrong = done.filter(({ result }) => result.faults.length > 0);
    for (const line of [...wrong.map(told), ...late]) console.log(`- ${line}`);
    console.log(messages(receiver));
    return wrong.length + late.length === 0;
  } finally {
    await Promise.all(lanes.map((lane) => lane[Symbol.asyncDispose]()));
  }
}

/** One after the other in each lane. */
async function hitAll(
  lanes: readonly Lane[],
  conversations: readonly Conversation[],
  hows: readonly How[],
): Promise<Done[]> {
  const points = hows
    .flatMap((how) => conversations.flatMap((one) => pointsOf(one, how)))
    .filter(({ label }) => label.includes(values.only));
  const done = earlierResults(values.results);
  const seen = new Set(done.map(({ point }) => JSON.stringify(point)));
  const open = points.filter((point) => !seen.has(JSON.stringify(point)));
  const work = async (lane: Lane): Promise<void> => {
    for (let point = open.shift(); point !== undefined; point = open.shift()) {
      const one = { point, result: await runCase(lane, point.kind, point) };
      done.push(one);
      if (values.results !== undefined) addResult(values.results, one);
      if (one.result.faults.length > 0 || done.length % 20 === 0)
        console.error(`${done.length} of ${points.length}: ${told(one)}`);
    }
  };
  await Promise.all(lanes.map(work));
  return done;
}

function told({ point, result }: Done): string {
  const { kind, how, when, label, occurrence } = point;
  const tries = result.tries.join(' ');
  const found = result.faults.length === 0 ? 'right' : result.faults.join('; ');
  return `${kind}, ${how} ${when} "${label}" ${occurrence}${result.hasFired ? '' : ' (not reached)'}: ${tries}: ${found}`;
}

function messages({ received }: Receiver): string {
  const more = [...received.values()].filter((times) => times > 1).length;
  return `${received.size} messages to callers, of which ${more} came more than once.`;
}
