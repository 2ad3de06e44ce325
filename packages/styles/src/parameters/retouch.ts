/** Retouching. Every number is a strength in [0, 1] unless it says otherwise; 0 switches the step off. */
export interface RetouchParameters {
  /** Evens blotches of the size of a spot; pores and lines finer than that stay. */
  readonly skinSmoothing: number;
  /** Evens the colour of blotches. */
  readonly skinColour: number;
  /** Evens lamps of different colours on one face. */
  readonly mixedLight: number;
  readonly shine: number;
  readonly underEyes: number;
  readonly eyes: number;
  readonly teeth: number;
  /** Restores the detail that a sharp portrait has and that this photo lost. */
  readonly sharpening: number;
  /** Local contrast of hair and clothes. */
  readonly clarity: number;
  readonly denoise: number;
  /** How much of the sharpening is left out away from the face, as a lens focused on the eyes would. */
  readonly focusFalloff: number;
}
