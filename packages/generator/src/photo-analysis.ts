import type { DetectedFace, InputComponent, Warning } from '@avatar/stage';

/** What a photo is worth before anything is made of it. All coordinates are pixels of the upright original. */
export interface PhotoAnalysis {
  /** Upright size of the original in pixels. */
  readonly width: number;
  readonly height: number;
  readonly faceCount: number;
  /** Dominant face first. */
  readonly faces: readonly DetectedFace[];
  /** In [0, 1]; 0 without a face. */
  readonly inputQualityScore: number;
  /** What was checked, each with its score, what was measured, and advice where it would help. */
  readonly components: readonly InputComponent[];
  /** Why `generate` would refuse the photo, in plain words for its owner. Undefined when it would not. */
  readonly refusal: { readonly reason: string; readonly message: string } | undefined;
  readonly warnings: readonly Warning[];
}
