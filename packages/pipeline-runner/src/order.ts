import { AvatarError, STAGE_CONTRACT_VERSION, type ArtifactName } from '@avatar/stage';
import { agreementsBehind } from './agreements.js';
import type { AnyStage } from './any-stage.js';
import { compositeOf } from './stage-of-stages.js';

/** What a checked list of stages has at its end. */
export interface Order {
  /** Artifacts of the start and of every stage. */
  readonly have: readonly ArtifactName[];
  /** Artifacts that at least one stage writes. */
  readonly written: readonly ArtifactName[];
  /** Names of all stages, those inside composites included. */
  readonly stageNames: readonly string[];
  /** Models that the stages may run, each once, in the order of the stages. */
  readonly models: readonly string[];
}

/**
 * Checks while a pipeline is built what the compiler checks for typed ones.
 * @throws AvatarError `pipeline-invalid`: an artifact is read before it is written, or overwritten unread; a name
 * comes twice; pictures that belong together differ in size; something in the list is not a stage
 */
export function checkOrder(start: readonly ArtifactName[], stages: readonly AnyStage[]): Order {
  const have = new Set<ArtifactName>(start);
  const written = new Set<ArtifactName>();
  const stageNames: string[] = [];
  for (const [index, stage] of stages.entries()) {
    checkShape(stage, index);
    for (const name of compositeOf(stage)?.stageNames ?? [stage.name]) {
      if (stageNames.includes(name)) throw twice(name);
      stageNames.push(name);
    }
    for (const artifact of stage.reads) if (!have.has(artifact)) throw unwritten(stage.name, artifact);
    for (const artifact of stage.writes) {
      if (have.has(artifact) && !stage.reads.includes(artifact)) throw unread(stage.name, artifact);
    }
    for (const artifact of stage.writes) {
      have.add(artifact);
      written.add(artifact);
    }
  }
  agreementsBehind(stages, []);
  const models = [...new Set(stages.flatMap((stage) => stage.models ?? []))];
  return { have: [...have], written: [...written], stageNames, models };
}

/** @throws AvatarError `pipeline-invalid` unless every artifact of `promised` is among `have` */
export function checkPromise(promised: readonly ArtifactName[], have: readonly ArtifactName[]): void {
  const artifact = promised.find((name) => !have.includes(name));
  if (artifact === undefined) return;
  throw invalid(`The pipeline promises "${artifact}", which none of its stages writes`, { artifact });
}

/** @throws AvatarError `pipeline-invalid` unless every artifact that a run starts from is there */
export function checkInput(start: readonly ArtifactName[], input: object): void {
  const artifact = start.find((name) => (input as Record<string, unknown>)[name] === undefined);
  if (artifact === undefined) return;
  throw invalid(`The pipeline starts from "${artifact}", which its input lacks`, { artifact });
}

function checkShape(stage: AnyStage, index: number): void {
  const shape = stage as Partial<AnyStage> | null | undefined;
  const usable =
    typeof shape?.name === 'string' &&
    Array.isArray(shape.reads) &&
    Array.isArray(shape.writes) &&
    typeof shape.run === 'function';
  if (usable) {
    checkVersion(shape as AnyStage);
    return;
  }
  throw invalid(`Item ${index} of the pipeline is not a stage: it needs name, reads, writes and run`, {
    index,
  });
}

function checkVersion({ name, contractVersion = STAGE_CONTRACT_VERSION }: AnyStage): void {
  if (contractVersion === STAGE_CONTRACT_VERSION) return;
  throw invalid(
    `Stage "${name}" was made for version ${contractVersion} of the contract, this runner knows ${STAGE_CONTRACT_VERSION}; install packages of one release`,
    { stage: name, contractVersion },
  );
}

const invalid = (message: string, facts: Record<string, string | number>) =>
  new AvatarError('pipeline-invalid', message, { facts });

const unwritten = (stage: string, artifact: string) =>
  invalid(
    `Stage "${stage}" reads "${artifact}", which no earlier stage writes; put a stage that writes it in front`,
    { stage, artifact },
  );

const unread = (stage: string, artifact: string) =>
  invalid(`Stage "${stage}" overwrites "${artifact}" without reading it`, { stage, artifact });

const twice = (stage: string) =>
  invalid(`Two stages are called "${stage}"; names tell events and seeds apart`, { stage });
