import type { ArtifactName } from '@avatar/stage';

/** What the options of a stage say of an artifact: the `size` of `face` is `512 x 512 px`, says `face-align`. */
export interface Statement {
  readonly about: string;
  readonly artifact: ArtifactName;
  readonly is: string;
  readonly stage: string;
}
