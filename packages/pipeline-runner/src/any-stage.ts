import type { Agreement, ArtifactName, Artifacts, StageContext } from '@avatar/stage';

/** Any stage at all: what a list of stages holds once their types no longer matter. */
export interface AnyStage {
  readonly contractVersion?: number;
  readonly name: string;
  readonly reads: readonly ArtifactName[];
  readonly writes: readonly ArtifactName[];
  readonly models?: readonly string[];
  readonly agreements?: readonly Agreement[];
  readonly run: (input: never, context: StageContext) => Promise<Partial<Artifacts>>;
}

/** The artifacts that a run has so far. */
export type RunState = Readonly<Partial<Artifacts>>;

/** A new object with the named artifacts and nothing else. */
export function pickArtifacts(state: RunState, names: readonly ArtifactName[]): RunState {
  return Object.fromEntries(names.filter((name) => name in state).map((name) => [name, state[name]]));
}
