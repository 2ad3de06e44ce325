import type { BackgroundLight, PlanarImage } from '@avatar/stage';

/** A drawn background, and the light that it throws on whoever stands in front of it. */
export interface Backdrop {
  readonly image: PlanarImage;
  readonly light?: BackgroundLight;
}
