import {
  measureStyle,
  type AvatarGenerator,
  type CharacterInput,
  type DrawOptions,
  type MeasureStyleOptions,
} from '@avatar/generator';
import { AvatarError } from '@avatar/stage';
import { withMeasuredChecks } from '@avatar/style-fit';
import type { MeasuredInWorker, PoolCall, RunUsage, WorkerPool } from '@avatar/worker-pool';
import { eventually, TRIED_FOR } from '../database/index.js';
import { ApiError } from '../errors/index.js';
import { subjectOfJob, type ClaimedJob, type GenerationStore, type JobEnd } from '../generations/index.js';
import { patientFetch, type GuardedFetch } from '../net/index.js';
import type { ObjectArchive } from '../storage/index.js';
import type { FittedStyle, OwnStyleStore, StyleJob } from '../styles/index.js';
import { portraits, type Portrait } from './portraits.js';
import { savedPreviews, undefinedIfRefused } from './previews.js';

export interface StyleRunnerSettings {
  readonly pool: Pick<WorkerPool, 'measureExample' | 'fitStyle' | 'generate' | 'draw'>;
  readonly store: GenerationStore;
  readonly ownStyles: OwnStyleStore;
  readonly archive: ObjectArchive;
  readonly guardedFetch: GuardedFetch;
  /** Milliseconds that a style may take, all in all, and that a single step of it may. */
  readonly deadlineMs: number;
  readonly stepDeadlineMs: number;
  /** US dollars. */
  readonly pricePerCoreHour: number;
  /** Aborted when the process is to end. */
  readonly closing: AbortSignal;
}

const MS_PER_HOUR = 3_600_000;
/** Of one style, all in all: other accounts' styles wait behind it meanwhile, and nothing is worked on. */
const FETCHING_MS = 300_000;
const PROGRESS_EVERY_MS = 1_000;
/** A child that died takes one step with it, and what the step is made from is still here. */
const MAX_TRIES = 3;

/** Makes the style of one job: its pictures are looked at one by one, so that avatars have their turn in between. */
export class StyleRunner {
  constructor(private readonly settings: StyleRunnerSettings) {}

  /** Never rejects. */
  async run({ record, lease }: ClaimedJob, cancelled: AbortSignal): Promise<JobEnd> {
    const { deadlineMs, pricePerCoreHour, store, ownStyles, archive, closing } = this.settings;
    const { id: token, accountId } = record;
    let cpuMs = 0;
    const measures = () => ({ computeMs: cpuMs, cost: (cpuMs / MS_PER_HOUR) * pricePerCoreHour });
    const stopped = new AbortController();
    const timer = setTimeout(() => stopped.abort(tooLate(deadlineMs)), deadlineMs);
    const onClosing = () => stopped.abort(closingDown());
    if (closing.aborted) onClosing();
    closing.addEventListener('abort', onClosing);
    const run: Run = {
      token,
      accountId,
      signal: AbortSignal.any([cancelled, stopped.signal]),
      guardedFetch: patientFetch(this.settings.guardedFetch, FETCHING_MS),
      onUsage: (usage) => (cpuMs += usage.cpuMs),
    };
    try {
      const job = await eventually(() => ownStyles.jobOf(token), TRIED_FOR.resultMs);
      if (job === undefined) throw new ApiError('cancelled', 'The style was deleted');
      const made = await this.#made(run, job);
      const previews = await savedPreviews(this.#drawing(run), archive, made, this.#subjects(run, job));
      const keep: Parameters<typeof store.finish>[1] = {
        status: 'succeeded',
        keep: (transaction, credits) => ownStyles.keep(transaction, token, made, previews, credits),
      };
      const ended = await eventually(() => store.finish(lease, keep, measures()), TRIED_FOR.resultMs);
      if (ended !== undefined) return { kind: 'finished' };
      for (const { key } of previews) await archive.remove(accountId, key);
      return { kind: 'lost' };
    } catch (error) {
      return { kind: 'failed', error, measures: measures() };
    } finally {
      clearTimeout(timer);
      closing.removeEventListener('abort', onClosing);
    }
  }

  async #made(run: Run, { name, leastExamples, pictures }: StyleJob): Promise<FittedStyle> {
    const { pool, ownStyles } = this.settings;
    const measured: MeasuredInWorker[] = [];
    let toldMs = performance.now();
    for (const key of pictures) {
      measured.push(await this.#measured(run, key));
      const nowMs = performance.now();
      if (nowMs - toldMs < PROGRESS_EVERY_MS && measured.length < pictures.length) continue;
      toldMs = nowMs;
      await eventually(() => ownStyles.looked(run.token, measured.length), TRIED_FOR.resultMs);
    }
    const options = { token: run.token, label: name, minExamples: leastExamples };
    const made = await this.#step(run, (call) => pool.fitStyle(measured, options, call));
    return withMeasuredChecks(made, (style) =>
      measureStyle(style, { generator: this.#stepwise(run), signal: run.signal }),
    );
  }

  async #measured(run: Run, key: string): Promise<MeasuredInWorker> {
    try {
      const bytes = await this.#bytesOf(run, key);
      return await this.#step(run, (call) => this.settings.pool.measureExample(bytes, call));
    } catch (error) {
      // What an address leads to, or does not.
      if (!AvatarError.is(error) || error.code !== 'input-rejected') throw error;
      return { unusable: error.reason ?? error.code };
    }
  }

  async #bytesOf({ accountId, signal, guardedFetch }: Run, key: string): Promise<Uint8Array> {
    const subject = await eventually(
      () => subjectOfJob({ archive: this.settings.archive, guardedFetch }, accountId, key, signal),
      TRIED_FOR.resultMs,
    );
    if (subject.kind !== 'photo') throw new TypeError('A style is made of pictures');
    return subject.bytes;
  }

  /** A generator whose avatars are steps. */
  #stepwise(run: Run): MeasureStyleOptions['generator'] {
    const { pool } = this.settings;
    return {
      generate: (photo, { signal: _signal, onEvent: _onEvent, ...options } = {}) =>
        this.#step(run, (call) => pool.generate(photo, options, call)),
      draw: ((who: CharacterInput, { signal: _signal, ...options }: DrawOptions = {}) =>
        this.#step(run, (call) => pool.draw(who, options, call))) as AvatarGenerator['draw'],
    };
  }

  #drawing(run: Run) {
    return {
      accountId: run.accountId,
      token: run.token,
      generate: (photo: Uint8Array, options: Parameters<WorkerPool['generate']>[1]) =>
        this.#step(run, (call) => this.settings.pool.generate(photo, options, call)),
    };
  }

  async *#subjects(run: Run, { previewPhoto }: StyleJob): AsyncGenerator<Portrait, void, undefined> {
    if (previewPhoto === undefined) {
      yield* portraits();
      return;
    }
    // A style is not lost because its preview is.
    const photo = await this.#bytesOf(run, previewPhoto).catch(undefinedIfRefused);
    if (photo !== undefined) yield { subject: 'yours', photo };
  }

  async #step<T>({ signal, onUsage }: Run, step: (call: PoolCall) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++)
      try {
        return await step({ signal, onUsage, deadlineMs: this.settings.stepDeadlineMs, unbounded: true });
      } catch (error) {
        const workerDied = AvatarError.is(error) && error.reason === 'worker-died';
        if (!workerDied || tries === MAX_TRIES) throw error;
      }
  }
}

interface Run {
  readonly token: string;
  readonly accountId: string;
  readonly signal: AbortSignal;
  readonly guardedFetch: GuardedFetch;
  readonly onUsage: (usage: RunUsage) => void;
}

const tooLate = (deadlineMs: number): AvatarError =>
  new AvatarError('timeout', `The style was not made after ${deadlineMs} ms`, {
    publicMessage: 'Making the style took too long. Please try again, with fewer or smaller pictures.',
  });

/** Another process, or the next start, does it again. */
const closingDown = (): AvatarError =>
  new AvatarError('overloaded', 'The server is being stopped', { reason: 'closing' });
