import type { AvatarResult } from '@avatar/generator';
import { AvatarError, type StageEvent } from '@avatar/stage';
import type { Style } from '@avatar/styles';
import type { RunUsage, WorkerPool } from '@avatar/worker-pool';
import { eventually, TRIED_FOR } from '../database/index.js';
import { ApiError, notFound, problemOf } from '../errors/index.js';
import type { ObjectArchive } from '../storage/index.js';
import { isOwnStyleToken } from '../styles/index.js';
import { avatarRecord, type KeptPictures } from './avatar-record.js';
import type { GenerationRequest } from './request.js';
import type { GenerationStore } from './store.js';
import type { Lease, Outcome, RunMeasures } from './lease.js';
import { makePicture, type PictureRequest } from './make-picture.js';
import { keepPhoto } from './photo-source.js';
import type { JobSubject } from './queued-subject.js';
import type { GenerationRecord } from './record.js';
import type { StoredResult } from './stored-versions.js';

export interface RunnerSettings {
  readonly pool: Pick<WorkerPool, 'draw' | 'generate' | 'measure'>;
  readonly store: GenerationStore;
  readonly archive: ObjectArchive;
  /** A style of the account's own, which no worker knows. */
  readonly ownStyle: (accountId: string, token: string) => Promise<Style | undefined>;
  readonly outputTtlMs: number;
  readonly inputTtlMs: number;
  /** For metrics and traces: called for every run, and what it gives with every event of it. */
  readonly observe?: () => (event: StageEvent) => void;
  /** US dollars. */
  readonly pricePerCoreHour: number;
}

export interface Run {
  readonly lease: Lease;
  readonly accountId: string;
  readonly request: GenerationRequest;
  readonly subject: JobSubject;
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  /** Waits for a worker however many wait already: for jobs, which are taken one at a time. */
  readonly unbounded: boolean;
  readonly onEvent: (event: StageEvent) => void;
}

/** What the run of a job came to. `lost`: somebody else ended or took over the generation meanwhile. */
export type JobEnd =
  | { readonly kind: 'finished' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly measures: RunMeasures }
  | { readonly kind: 'lost' };

/** The same of a run that made an avatar. */
export type RunEnd =
  | { readonly kind: 'finished'; readonly record: GenerationRecord; readonly pictures: AvatarResult }
  | Exclude<JobEnd, { readonly kind: 'finished' }>;

const MS_PER_HOUR = 3_600_000;
/** A child that died takes one run with it, and the photo is still here. */
const MAX_TRIES = 3;

/** Makes the avatar of one generation, and keeps what it gives. */
export class GenerationRunner {
  constructor(private readonly settings: RunnerSettings) {}

  /** Never rejects. With `failed`, the generation still runs: the caller says what becomes of it. */
  async run(run: Run): Promise<RunEnd> {
    let cpuMs = 0;
    let engineUsd = 0;
    const measures = () => ({
      computeMs: cpuMs,
      cost: (cpuMs / MS_PER_HOUR) * this.settings.pricePerCoreHour + engineUsd,
    });
    try {
      const pictures = await this.#generate(run, (usage) => (cpuMs += usage.cpuMs));
      engineUsd = engineCostUsd(pictures);
      const kept = run.request.delivery === 'url' ? await this.#keep(run, pictures) : undefined;
      const inputId = await this.#inputId(run);
      const result: StoredResult = {
        avatar: {
          ...avatarRecord(pictures, run.request.warnings),
          ...(inputId !== undefined && { inputId }),
        },
        pictures: kept,
      };
      const record = await this.#finish(run.lease, { status: 'succeeded', result }, measures());
      // The answer says more of the person than what is kept without their pictures.
      if (record !== undefined)
        return { kind: 'finished', record: { ...record, avatar: result.avatar }, pictures };
      if (kept) await this.#discard(run, kept);
      return { kind: 'lost' };
    } catch (error) {
      return { kind: 'failed', error, measures: measures() };
    }
  }

  /** Writes down that a generation failed. @returns its record; undefined when it is not ours any more */
  async fail(lease: Lease, error: unknown, measures: RunMeasures): Promise<GenerationRecord | undefined> {
    const record = await this.#finish(lease, failureOf(error), measures);
    // It may have got as far as its pictures.
    if (record !== undefined)
      await this.settings.archive.removeOf(record.id, ['output', 'thumbnail', 'preview']);
    return record;
  }

  /** What is done is written down when the database is back, and not lost because it was away. */
  #finish(lease: Lease, outcome: Outcome, measures: RunMeasures): Promise<GenerationRecord | undefined> {
    return eventually(() => this.settings.store.finish(lease, outcome, measures), TRIED_FOR.resultMs);
  }

  async #generate(run: Run, onUsage: (usage: RunUsage) => void): Promise<AvatarResult> {
    const { subject, signal, unbounded } = run;
    const request = await this.#withOwnStyle(run);
    const observe = this.settings.observe?.();
    const onEvent = (event: StageEvent) => {
      observe?.(event);
      run.onEvent(event);
    };
    const endMs = performance.now() + run.deadlineMs;
    for (let tries = 1; ; tries++)
      try {
        const deadlineMs = Math.max(1, Math.round(endMs - performance.now()));
        // Without a run id: the same photo, options and seed give the same bytes, and no picture names its session.
        return await makePicture(this.settings.pool, subject, request, {
          signal,
          deadlineMs,
          unbounded: unbounded || tries > 1,
          onEvent,
          onUsage,
        });
      } catch (error) {
        const workerDied = AvatarError.is(error) && error.reason === 'worker-died';
        if (!workerDied || tries === MAX_TRIES) throw error;
      }
  }

  /** It goes to the worker with the run. @throws ApiError `not-found` when it was deleted meanwhile */
  async #withOwnStyle({ accountId, request }: Run): Promise<PictureRequest> {
    const { style: token } = request.options;
    if (!isOwnStyleToken(token)) return request;
    const style = await this.settings.ownStyle(accountId, token);
    if (style === undefined) throw notFound('style');
    return { ...request, options: { ...request.options, style } };
  }

  async #keep({ lease, accountId }: Run, { bytes, thumbnail }: AvatarResult): Promise<KeptPictures> {
    const { archive, outputTtlMs } = this.settings;
    const expiresAt = new Date(Date.now() + outputTtlMs);
    const object = { accountId, contentType: 'image/png', expiresAt, generationId: lease.id };
    const save = (kind: 'output' | 'thumbnail', picture: Uint8Array) =>
      archive.save({ ...object, kind, bytes: picture }, TRIED_FOR.resultMs);
    return {
      avatarKey: await save('output', bytes),
      thumbnailKey: await save('thumbnail', thumbnail),
      expiresAt: expiresAt.toISOString(),
    };
  }

  /** Kept only now: a photo that no avatar could be made from would be of no use. */
  async #inputId({ accountId, request, subject }: Run): Promise<string | undefined> {
    const { archive, inputTtlMs } = this.settings;
    if (!request.cacheInput || subject.kind !== 'photo') return request.inputId;
    const input = { accountId, series: request.series, ttlMs: inputTtlMs };
    return keepPhoto(archive, subject.bytes, input, TRIED_FOR.resultMs);
  }

  async #discard({ accountId }: Run, { avatarKey, thumbnailKey }: KeptPictures): Promise<void> {
    await this.settings.archive.remove(accountId, avatarKey);
    await this.settings.archive.remove(accountId, thumbnailKey);
  }
}

/** What a provider was paid for the attempts, as far as it says. */
const engineCostUsd = (pictures: AvatarResult): number =>
  pictures.origin === 'photo'
    ? (pictures.engineCalls ?? []).reduce((sum, { costUsd = 0 }) => sum + costUsd, 0)
    : 0;

function failureOf(error: unknown): Outcome {
  const { problem } = problemOf(error);
  return {
    status: error instanceof ApiError && error.code === 'cancelled' ? 'cancelled' : 'failed',
    problem,
  };
}
