import type { Style } from '@avatar/styles';
import type { WorkerPool } from '@avatar/worker-pool';
import type { schema } from '../database/index.js';
import type { Problem } from '../errors/index.js';

/** A style with what was understood of its examples, as it came from a worker. */
export type FittedStyle = Awaited<ReturnType<WorkerPool['fitStyle']>>;

/** Somebody in the style. */
export interface StylePreview {
  /** Token of the style or of one of its variants. */
  readonly style: string;
  /** A portrait that comes with the server, or `yours`: the photo that was sent with the examples. */
  readonly subject: 'grace-hopper' | 'astronaut' | 'yours';
  /** Stored object. */
  readonly key: string;
  /** In [0, 1]; null where it cannot be judged. */
  readonly likenessScore: number | null;
}

/** A style that an account had made of example pictures. */
export interface OwnStyle {
  /** `sty_…` */
  readonly token: string;
  readonly accountId: string;
  readonly name: string;
  readonly status: 'queued' | 'running' | 'ready' | 'failed';
  /** Pictures that were given, and those of them that were looked at. */
  readonly examples: number;
  readonly looked: number;
  /** With `ready`. */
  readonly made: FittedStyle | undefined;
  readonly previews: readonly StylePreview[];
  /** With `failed`. */
  readonly problem: Problem | undefined;
  readonly creditsCharged: number;
  readonly callbackUrl: string | undefined;
  readonly createdAt: Date;
}

export type OwnStyleRow = typeof schema.ownStyles.$inferSelect;

/** What the job of the style says; null when its record has had its time. */
interface JobState {
  readonly status: schema.GenerationStatus | null;
  readonly error: Readonly<Record<string, unknown>> | null;
}

export function ownStyleOf(row: OwnStyleRow, { status, error }: JobState): OwnStyle {
  const { id: token, accountId, name, examples, looked, creditsCharged, callbackUrl, createdAt } = row;
  return {
    token,
    accountId,
    name,
    status: row.made === null ? statusOfJob(status) : 'ready',
    examples,
    looked,
    made: row.made === null ? undefined : namedAs(row.made as unknown as FittedStyle, name),
    previews: row.previews as unknown as readonly StylePreview[],
    problem: error === null ? undefined : (error as unknown as Problem),
    creditsCharged,
    callbackUrl: callbackUrl ?? undefined,
    createdAt,
  };
}

const statusOfJob = (status: schema.GenerationStatus | null): OwnStyle['status'] =>
  status === 'queued' || status === 'running' ? status : 'failed';

/** The name may have been changed since. */
function namedAs({ style, variants, report }: FittedStyle, label: string): FittedStyle {
  return {
    report,
    style: { ...style, label } as Style as FittedStyle['style'],
    variants: variants.map((variant, index) => ({
      ...variant,
      style: { ...variant.style, label: `${label} ${index + 1}` },
    })),
  };
}
