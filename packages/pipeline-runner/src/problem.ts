import type { ArtifactName } from '@avatar/stage';

/**
 * `unknown` when a stage fits behind artifacts `Have`; else a sentence, which the compiler quotes
 * because no stage is assignable to it.
 */
export type OrderProblem<
  Reads extends ArtifactName,
  Writes extends ArtifactName,
  Have extends ArtifactName,
> = [Exclude<Reads, Have>] extends [never]
  ? [Exclude<Extract<Writes, Have>, Reads>] extends [never]
    ? unknown
    : `this stage overwrites "${Exclude<Extract<Writes, Have>, Reads>}" without reading it`
  : `this stage reads "${Exclude<Reads, Have>}", which no earlier stage writes`;

/** `unknown` when one of the artifacts is a verdict; else the sentence that says what is missing. */
export type GateProblem<Writes extends ArtifactName> = 'verdict' extends Writes
  ? unknown
  : 'the body of a retry needs a stage that writes "verdict"';
