import {
  integerOption,
  invalidOption,
  knownOptions,
  type ArtifactName,
  type Artifacts,
  type Stage,
  type StageEvent,
} from '@avatar/stage';
import { agreementsBehind } from './agreements.js';
import { pickArtifacts, type AnyStage, type RunState } from './any-stage.js';
import { compositeStage, type RunContext } from './stage-of-stages.js';
import { shieldedListener } from './event-listener.js';
import { checkInput, checkOrder, checkPromise } from './order.js';
import type { OrderProblem } from './problem.js';
import { runStage } from './run-stage.js';

/** What one run may be told. */
export interface RunOptions {
  /** Stops the run: it rejects with the signal's reason before the next stage, or sooner where a stage looks. */
  readonly signal?: AbortSignal | undefined;
  /** 32-bit unsigned integer; default 0. The same photo, options and seed give the same bytes. */
  readonly seed?: number | undefined;
  /** In (0, 1]; default 1, the full effect. A retry multiplies its own steps by it. */
  readonly intensity?: number | undefined;
  /** Called with every event as it happens. It cannot disturb the run: what it throws is dropped. */
  readonly onEvent?: ((event: StageEvent) => void) | undefined;
}

/**
 * Stages in their order. A pipeline is itself a stage: it can be part of another one.
 * It never changes: `use` returns a longer one.
 */
export interface Pipeline<
  Start extends ArtifactName,
  Have extends ArtifactName = Start,
  Written extends ArtifactName = never,
> extends Stage<Start, Written> {
  /**
   * Adds a stage. Compiles only if every artifact that the stage reads is there by then, and every one that it
   * overwrites is also read; the compiler's message says which is not.
   * @throws AvatarError `pipeline-invalid` for the same faults when types were not checked
   */
  readonly use: <Reads extends ArtifactName, Writes extends ArtifactName>(
    stage: Stage<Reads, Writes> & OrderProblem<Reads, Writes, Have>,
  ) => Pipeline<Start, Have | Writes, Written | Writes>;
  /**
   * Runs all stages, and resolves with every artifact of the run.
   * @throws the signal's reason; AvatarError `invalid-options`, `pipeline-invalid` (an input is missing), those of
   * the stages, or `stage-failed` with the `cause` for anything else that a stage throws
   */
  readonly execute: (input: Pick<Artifacts, Start>, options?: RunOptions) => Promise<Pick<Artifacts, Have>>;
}

/**
 * Begins a pipeline with the artifacts that it is given: `pipeline('source').use(load()).use(...)`.
 * @param start names of the artifacts that `execute` takes
 */
export function pipeline<const Start extends ArtifactName = never>(
  ...start: readonly Start[]
): Pipeline<Start> {
  return assemble(start, []) as unknown as Pipeline<Start>;
}

/**
 * A pipeline from a list that the compiler cannot follow, such as one read from a configuration. The order is checked
 * here instead, and so is the promise `writes`, which gives the pipeline its type.
 * @throws AvatarError `pipeline-invalid`, naming the stage and the artifact
 */
export function pipelineFromStages<
  const Start extends ArtifactName,
  const Written extends ArtifactName,
>(options: {
  /** Artifacts that `execute` takes. */
  readonly reads: readonly Start[];
  /** Artifacts that the stages must have written at the end; the others are dropped. */
  readonly writes: readonly Written[];
  readonly stages: readonly AnyStage[];
}): Pipeline<Start, Start | Written, Written> {
  knownOptions('pipelineFromStages', options, ['reads', 'writes', 'stages']);
  const { reads, writes, stages } = options;
  return assemble(reads, stages, writes) as unknown as Pipeline<Start, Start | Written, Written>;
}

function assemble(
  start: readonly ArtifactName[],
  stages: readonly AnyStage[],
  promised?: readonly ArtifactName[],
) {
  const order = checkOrder(start, stages);
  const writes = promised ?? order.written;
  checkPromise(writes, order.written);
  const results = [...new Set([...start, ...writes])];
  const runAll = async (input: RunState, run: RunContext): Promise<RunState> => {
    let state = input;
    for (const stage of stages) state = { ...state, ...(await runStage(stage, state, run)) };
    return state;
  };
  const face = compositeStage(
    { name: 'pipeline', reads: start, writes, models: order.models },
    {
      stageNames: order.stageNames,
      agreementsBehind: (known) => agreementsBehind(stages, known),
      runInside: async (input, run) => pickArtifacts(await runAll(input, run), writes),
    },
  );
  const execute = async (input: RunState, options: RunOptions = {}): Promise<RunState> => {
    const run = beginRun(options);
    checkInput(start, input);
    const startedMs = performance.now();
    run.signal.throwIfAborted();
    const state = await runAll(pickArtifacts(input, start), run);
    run.emit({
      type: 'run-end',
      durationMs: performance.now() - startedMs,
      models: [...run.usedModels],
    });
    return pickArtifacts(state, results);
  };
  const use = (stage: AnyStage): unknown => {
    // A promise covers the list it was made for; what is added behind only sees what that list promised.
    const list = promised ? [face] : stages;
    return assemble(start, [...list, stage]);
  };
  return { ...face, use, execute };
}

function beginRun(options: RunOptions): RunContext {
  knownOptions('execute', options, ['signal', 'seed', 'intensity', 'onEvent']);
  const { signal = new AbortController().signal, seed = 0, intensity = 1, onEvent } = options;
  if (typeof intensity !== 'number' || !(intensity > 0 && intensity <= 1))
    throw invalidOption('a number above 0 and at most 1', 'intensity', intensity);
  return {
    signal,
    seed: integerOption('seed', seed, 0, 0xffffffff),
    intensity,
    attempt: 0,
    retried: false,
    usedModels: new Set(),
    emit: shieldedListener(onEvent),
  };
}
