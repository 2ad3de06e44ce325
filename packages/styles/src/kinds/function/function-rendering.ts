import type { Artifacts, PlanarImage, StageContext } from '@avatar/stage';
import type { Finish } from '../../parameters/finish.js';

/**
 * Draws the person at full strength, as a picture of the size of `cutout.foreground` in sRGB-encoded [0, 1]. It is mixed
 * with the photo at a lower intensity, so features stay where `face.landmarks` has them. Nothing that it is given may
 * be changed; the same input and seed give the same picture.
 */
export type RenderFunction = (
  person: Pick<Artifacts, 'face' | 'cutout' | 'regions'>,
  run: Pick<StageContext, 'signal' | 'seed'>,
) => PlanarImage | Promise<PlanarImage>;

/** How the person is rendered: by a function. Only in code; a style file cannot hold one. */
export interface FunctionRendering extends Finish {
  readonly kind: 'function';
  readonly render: RenderFunction;
}
