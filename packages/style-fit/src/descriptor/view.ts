import { gaussianBlur, type LabImage } from '@avatar/image';
import type { FaceLandmarks, Plane } from '@avatar/stage';

/** Sigmas in pixels of the scale space; each step is twice as coarse. */
const SCALES = [0.7, 1.4, 2.8, 5.6, 11.2, 22.4] as const;

/** One example as it is measured: no wider or higher than 768 px, without its mount. */
export interface ExampleView {
  readonly lab: LabImage;
  /** Lightness blurred by each of `SCALES`. */
  readonly blurred: readonly Plane[];
  /** In pixels of `lab`; undefined where no face was found. */
  readonly face: FaceLandmarks | undefined;
  /** Confidence that it is one, in [0, 1]; 0 without a face. */
  readonly facePresence: number;
}

export const lightnessPlane = ({ L, width, height }: LabImage): Plane => ({ data: L, width, height });

export function exampleView(
  lab: LabImage,
  face?: { readonly landmarks: FaceLandmarks; readonly presence: number },
): ExampleView {
  const lightness = lightnessPlane(lab);
  return {
    lab,
    blurred: SCALES.map((sigma) => gaussianBlur(lightness, sigma)),
    face: face?.landmarks,
    facePresence: face?.presence ?? 0,
  };
}
