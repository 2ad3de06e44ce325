/** Measures that a look may change, in head units (half the width of the face) or as factors. */
export interface Proportions {
  /** Share of the turn that is drawn: faces in drawings are flatter than life. */
  readonly yawShare: number;
  /** Added to the height of everything below the neck; negative shortens the neck. */
  readonly bodyLift: number;
  readonly chin: number;
  readonly jaw: number;
  readonly length: number;
  readonly cheek: number;
  /** Relief of brow, socket and cheekbone on the outline of a turned face. */
  readonly relief: number;
  readonly eyeSize: number;
  readonly eyeY: number;
  /** Height of the eye, factor. */
  readonly eyeAspect: number;
  readonly irisSize: number;
  readonly noseSize: number;
  readonly noseY: number;
  readonly mouthSize: number;
  readonly mouthY: number;
  readonly browY: number;
  /** How far the measures of a face move it, factor. */
  readonly variety: number;
}

/** The proportions of a look, and what is added to them for a fully masculine drawing. */
export interface LookProportions extends Proportions {
  readonly masculine: Partial<Proportions>;
}

/** @param masculine 0 to 1 */
export function proportionsFor(
  { masculine: added, ...base }: LookProportions,
  masculine: number,
): Proportions {
  const keys = Object.keys(added) as (keyof Proportions)[];
  return {
    ...base,
    ...Object.fromEntries(keys.map((key) => [key, base[key] + masculine * (added[key] ?? 0)])),
  };
}
