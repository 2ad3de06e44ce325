import type { Agreement } from './agreement.js';
import type { ArtifactName, Artifacts } from './artifacts.js';
import type { Warning } from './warning.js';

/** What a stage may know about the run it is part of. */
export interface StageContext {
  /** Always there. A stage checks it before each model run and each long loop. */
  readonly signal: AbortSignal;
  /** 32-bit unsigned; derived for each stage from the run's seed, the same on every attempt. */
  readonly seed: number;
  /** In (0, 1]. 1 is the full effect; towards 0 the result approaches the aligned photo. */
  readonly intensity: number;
  /** 0 on the first attempt. */
  readonly attempt: number;
  /** Tell the user something without stopping. */
  warn(warning: Warning): void;
  /** Says that a model is run: it goes into the provenance of what the run makes. */
  useModel(id: string): void;
  /** Ids of the models that the run has used so far, in the order of their first use. */
  usedModels(): readonly string[];
}

/** Raised when a stage that was made for the contract before can no longer be run. */
export const STAGE_CONTRACT_VERSION = 1;

/**
 * One step of a pipeline. `reads` and `writes` are the whole of what it may touch: the compiler and the runner
 * both check the order of a pipeline from them. A stage never mutates what it reads, and it overwrites
 * an artifact only if it also reads it.
 */
export interface Stage<
  Reads extends ArtifactName = ArtifactName,
  Writes extends ArtifactName = ArtifactName,
> {
  /**
   * Version of this contract that the stage was made for; `defineStage` fills it in. A runner refuses those that it
   * does not know.
   */
  readonly contractVersion?: typeof STAGE_CONTRACT_VERSION;
  /** Kebab-case, unique in its pipeline. */
  readonly name: string;
  readonly reads: readonly Reads[];
  readonly writes: readonly Writes[];
  /** Ids of the models that it may run, in their order. Default: none. */
  readonly models?: readonly string[];
  /** What has to be the same for artifacts that it reads and writes. Default: nothing. */
  readonly agreements?: readonly Agreement[];
  // A property, not a method: methods compare their parameters bivariantly, and a misplaced stage would compile.
  readonly run: (input: Pick<Artifacts, Reads>, context: StageContext) => Promise<Pick<Artifacts, Writes>>;
}

/** Names a stage without repeating its types: they follow from `reads` and `writes`. */
export function defineStage<const Reads extends ArtifactName, const Writes extends ArtifactName>(
  stage: Stage<Reads, Writes>,
): Stage<Reads, Writes> {
  return { contractVersion: STAGE_CONTRACT_VERSION, ...stage };
}
