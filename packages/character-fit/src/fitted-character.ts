import type { CharacterSpec } from '@avatar/character';

/** A person measured from a photo. */
export interface CharacterFit {
  /**
   * Every field that a drawing of the person shows: measured where the photo tells it, else typical. `presentation` is
   * always 0.5: nobody's gender is guessed.
   */
  readonly character: CharacterSpec;
  /** How sure each measured field is, in [0, 1], by its path such as `hair.style`. */
  readonly confidences: Readonly<Record<string, number>>;
  /** Paths of fields that the photo does not tell well enough: they are typical, and worth asking the person about. */
  readonly uncertain: readonly string[];
  /** Share of the fields that were measured, in [0, 1]. */
  readonly confidence: number;
}

declare module '@avatar/stage' {
  interface Artifacts {
    /** How sure the artifact `character` is, field by field, where it was measured from a photo. */
    characterFit: CharacterFit;
  }
}
