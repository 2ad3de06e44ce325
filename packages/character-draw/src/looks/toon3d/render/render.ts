import type { RasterImage } from '@avatar/stage';
import { addBloom } from './bloom.js';
import { LightBuffer } from './light-buffer.js';
import type { Vec3 } from './maths.js';
import type { MeshBuilder } from './mesh-builder.js';
import type { PaintMap } from './paint-map.js';
import { PixelShader } from './pixel-shader.js';
import { ShadowMap } from './shadow-map.js';
import type { EyePaint } from './shade-eye.js';
import { skinIrradiance } from './subsurface.js';
import type { Atmosphere } from './surface-sample.js';
import { encodeByte } from './tone-curve.js';
import { Visibility, type Camera, type SkinCut } from './visibility.js';

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
  /** Left out: the ground is transparent. */
  readonly backdrop?: Backdrop;
  /** Drawn over everything but the ground's opacity: glass. */
  readonly overlay?: (picture: Float32Array, coverage: Float32Array, sizePx: number) => void;
}

/** Texels of the shadow map's side, and the units that they span, for a bust and for a whole figure. */
const SHADOW_SIZE = 704;
const BUST = { extent: 9, middle: 0.9 };

/** Draws the scene. The same scene gives the same bytes. */
export function renderScene(scene: Scene): RasterImage {
  const { mesh, camera } = scene;
  const visibility = new Visibility(mesh, camera, scene.skinCut);
  const seen = 800 / (camera.scale * (800 / camera.sizePx));
  const shadows =
    seen > 10
      ? new ShadowMap(mesh, SHADOW_SIZE * 2, seen + 4, seen / 2 - 1.5)
      : new ShadowMap(mesh, SHADOW_SIZE, BUST.extent, BUST.middle);
  const light = new LightBuffer(visibility, shadows, camera.scale);
  const irradiance = skinIrradiance(light);
  const shader = new PixelShader(scene, visibility, light, irradiance);
  const { picture, coverage, glow } = shader.shadeAll();
  if (glow) addBloom(picture, glow, camera.sizePx);
  scene.overlay?.(picture, coverage, camera.sizePx);
  return encode(picture, coverage, camera.sizePx, scene.backdrop !== undefined);
}

function encode(picture: Float32Array, coverage: Float32Array, size: number, opaque: boolean): RasterImage {
  const data = new Uint8Array(size * size * 4);
  for (let i = 0; i < size * size; i++) {
    const alpha = opaque ? 1 : coverage[i];
    const divide = alpha > 0 ? 1 / alpha : 0;
    for (let c = 0; c < 3; c++) {
      const noise = (((i * 3 + c) * 7919) % 997) / 997;
      data[i * 4 + c] = encodeByte(picture[i * 3 + c] * (opaque ? 1 : divide), noise);
    }
    data[i * 4 + 3] = Math.round(alpha * 255);
  }
  return { data, width: size, height: size, channels: 4 };
}
