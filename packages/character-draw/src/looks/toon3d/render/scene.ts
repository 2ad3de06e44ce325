import type { Vec3 } from './maths.js';
import type { MeshBuilder } from './mesh-builder.js';
import type { PaintMap } from './paint-map.js';
import type { EyePaint } from './shade-eye.js';
import type { Atmosphere } from './surface-sample.js';
import type { Camera, SkinCut } from './visibility.js';

/** Linear colour of the ground at a pixel's middle, both 0 to 1, into `out`. */
export type Backdrop = (x: number, y: number, out: Float64Array) => void;

/** Everything that a picture is made of. */
export interface Scene {
  readonly mesh: MeshBuilder;
  readonly camera: Camera;
  readonly atmosphere: Atmosphere;
  readonly facePaint: PaintMap;
  readonly eyePaint: EyePaint;
  /** Linear colour of the skin below shaved hair. */
  readonly skinColour: Vec3;
  /** Where garments show skin. */
  readonly skinCut: SkinCut;
  /** Linear colour of the cloth of garments at a rest position, into `out`. */
  readonly clothColour: (x: number, y: number, z: number, out: Float64Array) => void;
  /** The same for printed cloth: jackets and sleeves. */
  readonly printColour: (x: number, y: number, z: number, out: Float64Array) => void;
  /** Left out: the ground is transparent. */
  readonly backdrop?: Backdrop;
  /** Drawn over everything but the ground's opacity: glass. */
  readonly overlay?: (picture: Float32Array, coverage: Float32Array) => void;
}
