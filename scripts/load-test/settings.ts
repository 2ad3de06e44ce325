import { parseArgs } from 'node:util';

export interface LoadSettings {
  readonly requests: number;
  readonly concurrency: number;
  /** Share of requests that are queued and come back for their result. */
  readonly asyncShare: number;
  readonly mode: 'max' | 'eco';
  readonly styles: readonly string[];
  /** Model processes of the server; undefined: its own default. */
  readonly workers: number | undefined;
  /** Processes of `npm run worker` beside it; only with a PostgreSQL. */
  readonly workerProcesses: number;
  readonly kill: boolean;
  /** The first has all lanes but one in eight for each other, so that turns can be seen. */
  readonly accounts: number;
  /** Workers draw nothing and need no models: what is measured is everything around them. */
  readonly isWithoutModels: boolean;
  readonly isOnS3: boolean;
  readonly databaseUrl: string | undefined;
  /** A PostgreSQL of the run's own, which can be stopped. */
  readonly hasOwnDatabase: boolean;
  /** What happens to that database, evenly spread over the run. */
  readonly interruptions: readonly Interruption[];
  /** The run ends by then, finished or not. */
  readonly maxMinutes: number;
  readonly photos: readonly string[];
}

export type Interruption =
  | { readonly kind: 'restart' }
  | { readonly kind: 'away'; readonly seconds: number }
  | { readonly kind: 'failover' };

export const HELP = `npm run load -- [options]
Starts a server on loopback, sends requests to it, and checks that nothing was lost, doubled or charged wrongly.

  --requests <n>      default 500
  --concurrency <n>   default 16
  --async <share>     share of queued requests, default 0.5
  --mode <mode>       max or eco, default max
  --styles <tokens>   with commas, default corporate_headshot
  --workers <n>       model processes of the server, default its own
  --without-models    workers that draw nothing, and take 150 ms for it
  --accounts <n>      accounts that send, default 1; each but the first has one lane in eight, and with --workers 1 must
                      not wait as long as the first
  --s3                objects in a bucket (of s3rver, on loopback) instead of a folder
  --worker-processes <n>  on a PostgreSQL: processes of npm run worker, default 0
  --database-url <url>    an empty PostgreSQL database; default the embedded one
  --own-database      a PostgreSQL cluster in a temporary folder, from the programs of this machine
  --database-restart  with one of its own: it is restarted on the way
  --database-away <s> with one of its own: it is stopped for so many seconds
  --failover          with one of its own: a standby, which is promoted after the first was stopped at once
  --kill              kill model processes, workers and the server with SIGKILL on the way; on a PostgreSQL also
                      while a job is being claimed, before and after it is written down
  --minutes <n>       give up after so long, default 30
  --photo <path>      may be repeated, default the two of examples/photos
  --help
`;

/** @throws Error that says what is wrong; undefined when help was asked for */
export function loadSettings(argv: readonly string[]): LoadSettings | undefined {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      requests: { type: 'string', default: '500' },
      concurrency: { type: 'string', default: '16' },
      async: { type: 'string', default: '0.5' },
      mode: { type: 'string', default: 'max' },
      styles: { type: 'string', default: 'corporate_headshot' },
      workers: { type: 'string' },
      'worker-processes': { type: 'string', default: '0' },
      'database-url': { type: 'string' },
      kill: { type: 'boolean', default: false },
      accounts: { type: 'string', default: '1' },
      'without-models': { type: 'boolean', default: false },
      s3: { type: 'boolean', default: false },
      'own-database': { type: 'boolean', default: false },
      'database-restart': { type: 'boolean', default: false },
      'database-away': { type: 'string' },
      failover: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '30' },
      photo: { type: 'string', multiple: true },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  if (values.mode !== 'max' && values.mode !== 'eco') throw new Error('Expected --mode max or eco');
  const workerProcesses = number('worker-processes', values['worker-processes'], 0, 64);
  const interruptions: Interruption[] = [];
  if (values['database-restart']) interruptions.push({ kind: 'restart' });
  const away = values['database-away'];
  if (away !== undefined)
    interruptions.push({ kind: 'away', seconds: number('database-away', away, 1, 3_600) });
  if (values.failover) interruptions.push({ kind: 'failover' });
  const hasOwnDatabase = values['own-database'] || interruptions.length > 0;
  if (hasOwnDatabase && values['database-url'] !== undefined)
    throw new Error('--database-url is a database that others may use: only one of its own is stopped');
  if (workerProcesses > 0 && values['database-url'] === undefined && !hasOwnDatabase)
    throw new Error('--worker-processes needs a PostgreSQL: the embedded database belongs to one process');
  return {
    requests: number('requests', values.requests, 1, 1_000_000),
    concurrency: number('concurrency', values.concurrency, 1, 1_000),
    asyncShare: number('async', values.async, 0, 1),
    mode: values.mode,
    styles: values.styles.split(','),
    workers: values.workers === undefined ? undefined : number('workers', values.workers, 1, 256),
    workerProcesses,
    kill: values.kill,
    accounts: number('accounts', values.accounts, 1, 8),
    isWithoutModels: values['without-models'],
    isOnS3: values.s3,
    hasOwnDatabase,
    interruptions,
    databaseUrl: values['database-url'],
    maxMinutes: number('minutes', values.minutes, 0.1, 600),
    photos: values.photo ?? ['examples/photos/astronaut.png', 'examples/photos/grace-hopper.jpg'],
  };
}

function number(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!(value >= least && value <= most)) throw new Error(`Expected --${name} from ${least} to ${most}`);
  return value;
}
