import type { PictureSize, RasterImage } from '@avatar/stage';
import { addBloom } from './bloom.js';
import { LightBuffer } from './light-buffer.js';
import { PixelShader } from './pixel-shader.js';
import { ShadowMap } from './shadow-map.js';
import type { Scene } from './scene.js';
import { skinIrradiance } from './subsurface.js';
import { encodeByte } from './tone-curve.js';
import { Visibility } from './visibility.js';

/** Texels of the shadow map's side, and the units that they span, for a bust and for a whole figure. */
const SHADOW_SIZE = 704;
const BUST = { extent: 9, middle: 0.9 };

/** Draws the scene. The same scene gives the same bytes. */
export function renderScene(scene: Scene): RasterImage {
  const { mesh, camera } = scene;
  const visibility = new Visibility(mesh, camera, scene.skinCut);
  const seen = camera.heightPx / camera.scale;
  const shadows =
    seen > 10
      ? new ShadowMap(mesh, SHADOW_SIZE * 2, seen + 4, seen / 2 - 1.5)
      : new ShadowMap(mesh, SHADOW_SIZE, BUST.extent, BUST.middle);
  const light = new LightBuffer(visibility, shadows, camera.scale);
  const irradiance = skinIrradiance(light);
  const shader = new PixelShader(scene, visibility, light, irradiance);
  const { picture, coverage, glow } = shader.shadeAll();
  if (glow) addBloom(picture, glow, camera);
  scene.overlay?.(picture, coverage);
  return encode(picture, coverage, camera, scene.backdrop !== undefined);
}

function encode(
  picture: Float32Array,
  coverage: Float32Array,
  { widthPx, heightPx }: PictureSize,
  opaque: boolean,
): RasterImage {
  const data = new Uint8Array(widthPx * heightPx * 4);
  let noise = 0;
  for (let i = 0; i < coverage.length; i++) {
    const alpha = opaque ? 1 : coverage[i];
    const divide = alpha > 0 ? 1 / alpha : 0;
    for (let c = 0; c < 3; c++) {
      // 7919 modulo 997 is 940: the noise runs through all of its 997 steps.
      noise = noise >= 57 ? noise - 57 : noise + 940;
      data[i * 4 + c] = encodeByte(picture[i * 3 + c] * (opaque ? 1 : divide), noise / 997);
    }
    data[i * 4 + 3] = Math.round(alpha * 255);
  }
  return { data, width: widthPx, height: heightPx, channels: 4 };
}
