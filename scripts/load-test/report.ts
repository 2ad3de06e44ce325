import type { Audit } from './audit.js';
import type { DriveResult } from './drive.js';
import type { LoadSettings } from './settings.js';
import { percentile, type HealthMeasures, type MemoryWatch } from './watch.js';

export interface LoadFindings {
  readonly settings: LoadSettings;
  readonly result: DriveResult;
  readonly health: HealthMeasures;
  readonly memory: MemoryWatch;
  readonly audit: Audit;
  readonly seconds: number;
  readonly processorSeconds: number | undefined;
  readonly kills: readonly string[];
}

interface Check {
  readonly name: string;
  readonly passed: boolean;
  readonly found: string;
}

const MAX_GROWTH = 0.05;
const MAX_HEALTH_MS = 50;
const COMPARED = 100;
const MEGABYTE = 1_000_000;

/** What has to hold, and what was found. */
export function checksOf({ settings, result, health, memory, audit, kills }: LoadFindings): Check[] {
  const failed = Object.entries(result.statuses).filter(([status]) => /^5/.test(status) && status !== '503');
  const failures = Object.values(result.failures).reduce((sum, count) => sum + count, 0);
  const check = (name: string, passed: boolean, found: string): Check => ({ name, passed, found });
  const ends = memory.ends(COMPARED);
  const growth = ends === undefined ? undefined : ends.last / ends.first - 1;
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
    check('no avatar is lost', audit.lost === 0, String(audit.lost)),
    check('no avatar is doubled', audit.doubled === 0, String(audit.doubled)),
    check('no job is left', audit.unfinished === 0, String(audit.unfinished)),
    check(
      'the ledger is what was delivered',
      audit.charged === audit.chargeable &&
        audit.creditsSpent === audit.chargeable &&
        audit.reservations === 0,
      `${audit.charged} charges, ${audit.creditsSpent} credits, ${audit.chargeable} avatars, ${audit.reservations} reservations`,
    ),
    check(
      'the answers say what the ledger says',
      result.creditsCharged === audit.creditsSpent,
      `${result.creditsCharged} credits by the answers, ${audit.creditsSpent} by the ledger`,
    ),
    check('every object has its row, and every row its object', audit.strays === 0, String(audit.strays)),
    check('no photo of a job is left', audit.queuedPhotos === 0, String(audit.queuedPhotos)),
    check('/healthz answers within 50 ms (p95)', healthMs < MAX_HEALTH_MS, `${healthMs.toFixed(1)} ms`),
    check('/healthz always answers', health.failures === 0, `${health.failures} failures`),
    // A process that was killed starts small again, so there is nothing to compare.
    ...(growth === undefined || kills.length > 0
      ? []
      : [check('memory is flat', growth < MAX_GROWTH, `${(growth * 100).toFixed(1)} %`)]),
  ];
}

/** The figures that docs/deployment.md asks for, under its names. */
export function figuresOf(findings: LoadFindings): Readonly<Record<string, string>> {
  const { result, health, memory, audit, seconds, processorSeconds, kills, settings } = findings;
  const avatars = result.delivered.size;
  const megabytes = (bytes: number): string =>
    bytes > 0 ? `${(bytes / MEGABYTE).toFixed(0)} MB` : 'not measured';
  const ends = memory.ends(COMPARED);
  const isCpuKnown = processorSeconds !== undefined && kills.length === 0 && avatars > 0;
  return {
    'mode and styles': `${settings.mode}, ${settings.styles.join(', ')}`,
    'requests, concurrency': `${settings.requests}, ${settings.concurrency}`,
    duration: `${seconds.toFixed(0)} s`,
    'avatars per second': (avatars / seconds).toFixed(2),
    'processor seconds per avatar (c)': isCpuKnown ? (processorSeconds / avatars).toFixed(2) : 'not measured',
    'memory of a model process (m)': megabytes(memory.peaks.child),
    'memory of the server (s)': megabytes(memory.peaks.server),
    'bytes stored per avatar (b)': audit.bytesPerAvatar.toFixed(0),
    'memory, first and last 100': ends
      ? `${megabytes(ends.first)}, ${megabytes(ends.last)}`
      : 'too few requests',
    'answers by status': JSON.stringify(result.statuses),
    'time to the avatar, p50 and p95': `${percentile(result.latencies, 0.5).toFixed(0)} ms, ${percentile(result.latencies, 0.95).toFixed(0)} ms`,
    '/healthz, p50 and p95 and most': `${[0.5, 0.95, 1].map((part) => percentile(health.milliseconds, part).toFixed(1)).join(', ')} ms`,
    killed: kills.length > 0 ? kills.join(', ') : 'nothing',
  };
}
