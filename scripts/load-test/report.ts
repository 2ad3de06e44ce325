import type { Audit } from './audit.js';
import type { DriveResult } from './drive.js';
import type { LoadSettings } from './settings.js';
import { percentile, type HealthMeasures, type MemoryWatch } from './watch.js';

export interface LoadFindings {
  readonly settings: LoadSettings;
  readonly result: DriveResult;
  readonly health: HealthMeasures;
  readonly memory: MemoryWatch;
  /** Bytes on the server's heap after a collection: of the program without models only. */
  readonly heap: { readonly warm: number; readonly last: number } | undefined;
  readonly audit: Audit;
  readonly seconds: number;
  readonly processorSeconds: number | undefined;
  /** What was killed and interrupted. */
  readonly strikes: readonly string[];
}

interface Check {
  readonly name: string;
  readonly passed: boolean;
  readonly found: string;
}

const MAX_GROWTH = 0.05;
const MAX_HEALTH_MS = 50;
/** Memory is compared between parts of the run: the first one warms up. */
const PARTS = 5;
const LEAST_SAMPLES = 200;
const MEGABYTE = 1_000_000;

/** What has to hold, and what was found. */
export function checksOf({ settings, result, health, heap, memory, audit }: LoadFindings): Check[] {
  const failed = Object.entries(result.statuses).filter(([status]) => /^5/.test(status) && status !== '503');
  const failures = Object.values(result.failures).reduce((sum, count) => sum + count, 0);
  const waits = waitsOf(result);
  const check = (name: string, passed: boolean, found: string): Check => ({ name, passed, found });
  const growth = growthOf({ heap, memory });
  const healthMs = percentile(health.milliseconds, 0.95);
  return [
    check(
      'every request has its avatar',
      result.delivered.size === settings.requests,
      `${result.delivered.size} of ${settings.requests}, failures ${JSON.stringify(result.failures)}`,
    ),
    check(
      'no error but a full queue',
      failed.length === 0 && failures === 0,
      JSON.stringify(result.statuses),
    ),
    check(
      'whoever is sent away hears when to come again',
      result.withoutRetryAfter === 0,
      String(result.withoutRetryAfter),
    ),
    check(
      'every answer is in the books, with its picture',
      audit.wrongAnswers === 0,
      String(audit.wrongAnswers),
    ),
    check('every balance is what the answers say', audit.wrongBalances === 0, String(audit.wrongBalances)),
    check('no avatar is doubled', audit.doubled === 0, String(audit.doubled)),
    check('no job is left', audit.unfinished === 0, String(audit.unfinished)),
    check(
      'the ledger is what was delivered',
      audit.charged === audit.chargeable && audit.creditsSpent === audit.chargeable && audit.held === 0,
      `${audit.charged} charges, ${audit.creditsSpent} credits, ${audit.chargeable} avatars, ${audit.held} held`,
    ),
    check('every object has its row, and every row its object', audit.strays === 0, String(audit.strays)),
    check('no photo of a job that has ended is left', audit.queuedPhotos === 0, String(audit.queuedPhotos)),
    check('/healthz answers within 50 ms (p95)', healthMs < MAX_HEALTH_MS, `${healthMs.toFixed(1)} ms`),
    check('/healthz always answers', health.failures === 0, `${health.failures} failures`),
    // With one worker everybody waits: those that send little for what runs, not for all that the first has sent.
    ...(waits.length < 2 || settings.workers !== 1 || settings.kill
      ? []
      : [
          check(
            'accounts come in turns',
            waits.slice(1).every((one) => one < waits[0]),
            `${told(waits)} (p50)`,
          ),
        ]),
    // A process that was killed starts small again, so there is nothing to compare.
    ...(growth === undefined || settings.kill
      ? []
      : [check('memory is flat', growth < MAX_GROWTH, `${(growth * 100).toFixed(1)} %`)]),
  ];
}

/** The figures that docs/deployment.md asks for, under its names. */
export function figuresOf(findings: LoadFindings): Readonly<Record<string, string>> {
  const { result, health, memory, heap, audit, seconds, processorSeconds, strikes, settings } = findings;
  const avatars = result.delivered.size;
  const megabytes = (bytes: number): string =>
    bytes > 0 ? `${(bytes / MEGABYTE).toFixed(0)} MB` : 'not measured';
  const parts = memory.parts(10);
  const isCpuKnown = processorSeconds !== undefined && !settings.kill && avatars > 0;
  return {
    'mode and styles': `${settings.mode}, ${settings.styles.join(', ')}`,
    'requests, concurrency': `${settings.requests}, ${settings.concurrency}`,
    duration: `${seconds.toFixed(0)} s`,
    'avatars per second': (avatars / seconds).toFixed(2),
    'processor seconds per avatar (c)': isCpuKnown ? (processorSeconds / avatars).toFixed(2) : 'not measured',
    'memory of a model process (m)': megabytes(memory.peaks.child),
    'memory of the server (s)': megabytes(memory.peaks.server),
    'bytes stored per avatar (b)': audit.bytesPerAvatar.toFixed(0),
    'heap of the server, warm and at the end': heap
      ? `${(heap.warm / MEGABYTE).toFixed(1)}, ${(heap.last / MEGABYTE).toFixed(1)} MB`
      : 'not measured',
    'memory of the server by tenths of the run': parts.server.map(megabytes).join(', '),
    'memory of the model processes by tenths': parts.children.map(megabytes).join(', '),
    'answers by status': JSON.stringify(result.statuses),
    'answers while the database was away': JSON.stringify(result.statusesAway),
    'time to the avatar by account, p50': told(waitsOf(result)),
    'time to the avatar by account, p95': told(waitsOf(result, 0.95)),
    'left for the sweep': String(audit.leftForSweep),
    '/healthz, p50 and p95 and most': `${[0.5, 0.95, 1].map((part) => percentile(health.milliseconds, part).toFixed(1)).join(', ')} ms`,
    'killed and interrupted': strikes.length > 0 ? strikes.join(', ') : 'nothing',
  };
}

/**
 * How much more memory the run needs at its end than when it was warm. Resident memory swings by more than a leak would
 * add in so few requests: a server that can be asked is judged by its heap after a collection. Model processes without
 * models are no part of the product.
 */
function growthOf({ heap, memory }: Pick<LoadFindings, 'heap' | 'memory'>): number | undefined {
  if (heap !== undefined) return heap.last / heap.warm - 1;
  if (memory.samples < LEAST_SAMPLES) return undefined;
  const { server, children } = memory.parts(PARTS);
  const resident = (part: number): number => server[part] + children[part];
  return resident(PARTS - 1) / resident(1) - 1;
}

const waitsOf = ({ latencies }: DriveResult, part = 0.5): number[] =>
  [...latencies.values()].map((one) => percentile(one, part));

const told = (milliseconds: readonly number[]): string =>
  milliseconds.map((one) => `${one.toFixed(0)} ms`).join(', ');
