import { STAGE_CONTRACT_VERSION, type StageContext, type StageEvent } from '@avatar/stage';
import type { AnyStage, RunState } from './any-stage.js';
import type { Statement } from './statement.js';

/** What the runner hands down; a stage sees only the `StageContext` made from it. */
export interface RunContext {
  readonly signal: AbortSignal;
  /** Seed of the run, not yet of a stage. */
  readonly seed: number;
  readonly intensity: number;
  readonly attempt: number;
  /** Whether a retry runs the stage. */
  readonly retried: boolean;
  /** Models that the run has used, all stages together. */
  readonly usedModels: Set<string>;
  readonly emit: (event: StageEvent) => void;
}

/** A stage made of stages (a pipeline, a retry): the runner looks inside, so that each of them has its own events. */
export interface Composite {
  /** Names of all stages inside, at any depth. */
  readonly stageNames: readonly string[];
  /** What is known of artifacts behind its stages, from what is known before them. */
  readonly agreementsBehind: (known: readonly Statement[]) => readonly Statement[];
  /** Takes the artifacts that the composite reads and returns those that it writes. */
  readonly runInside: (input: RunState, run: RunContext) => Promise<RunState>;
}

const COMPOSITE = Symbol('composite');

export function compositeOf(stage: AnyStage): Composite | undefined {
  return (stage as { readonly [COMPOSITE]?: Composite })[COMPOSITE];
}

/** The stage face of a composite. A foreign runner may call its `run` like that of any stage. */
export function compositeStage(
  face: Pick<AnyStage, 'name' | 'reads' | 'writes' | 'models'>,
  composite: Composite,
): AnyStage {
  return {
    contractVersion: STAGE_CONTRACT_VERSION,
    ...face,
    run: (input: RunState, context: StageContext) => composite.runInside(input, insideOf(context)),
    [COMPOSITE]: composite,
  } as AnyStage;
}

function insideOf(context: StageContext): RunContext {
  const { signal, seed, intensity, attempt } = context;
  const emit = (event: StageEvent): void => {
    if (event.type === 'stage-warning') context.warn(event.warning);
  };
  return { signal, seed, intensity, attempt, retried: false, usedModels: usedThrough(context), emit };
}

/** The models of a foreign runner's run, told to it as they are used. */
function usedThrough(context: StageContext): Set<string> {
  const used = new Set(context.usedModels());
  const add = used.add.bind(used);
  used.add = (id) => {
    context.useModel(id);
    return add(id);
  };
  return used;
}
