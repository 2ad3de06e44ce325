import type { DetectedFace, Warning } from '@avatar/stage';

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
  /** The parts of the score, each in [0, 1]; empty without a face. */
  readonly components: Readonly<Record<string, number>>;
  readonly warnings: readonly Warning[];
}
