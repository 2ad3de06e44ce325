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
  readonly databaseUrl: string | undefined;
  /** The run ends by then, finished or not. */
  readonly maxMinutes: number;
  readonly photos: readonly string[];
}

export const HELP = `npm run load -- [options]
Starts a server on loopback, sends requests to it, and checks that nothing was lost, doubled or charged wrongly.

  --requests <n>      default 500
  --concurrency <n>   default 16
  --async <share>     share of queued requests, default 0.5
  --mode <mode>       max or eco, default max
  --styles <tokens>   with commas, default corporate_headshot
  --workers <n>       model processes of the server, default its own
  --worker-processes <n>  with --database-url: processes of npm run worker, default 0
  --database-url <url>    an empty PostgreSQL database; default the embedded one
  --kill              kill model processes, workers and the server with SIGKILL on the way
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
      minutes: { type: 'string', default: '30' },
      photo: { type: 'string', multiple: true },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  if (values.mode !== 'max' && values.mode !== 'eco') throw new Error('Expected --mode max or eco');
  const workerProcesses = number('worker-processes', values['worker-processes'], 0, 64);
  if (workerProcesses > 0 && values['database-url'] === undefined)
    throw new Error('--worker-processes needs --database-url: the embedded database belongs to one process');
  return {
    requests: number('requests', values.requests, 1, 1_000_000),
    concurrency: number('concurrency', values.concurrency, 1, 1_000),
    asyncShare: number('async', values.async, 0, 1),
    mode: values.mode,
    styles: values.styles.split(','),
    workers: values.workers === undefined ? undefined : number('workers', values.workers, 1, 256),
    workerProcesses,
    kill: values.kill,
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
