import { lineNoise, mix, smoothstep, type Vec3 } from './maths.js';
import { shadeShortHair } from './shade-hair.js';
import { shadeSkin } from './shade-skin.js';
import type { Atmosphere, SurfaceSample } from './surface-sample.js';

/**
 * Hair at its roots, over skin. Colour of the vertices: hair. `u` counts strands along the hairline, `v` is the distance
 * from it in strand lengths (below 0 there is none), `w` how much skin shimmers through everywhere, 0 to 1.
 */
export function shadeRoots(s: SurfaceSample, atmosphere: Atmosphere, skin: Vec3): void {
  const strand = lineNoise(s.u, 3) * 0.55 + lineNoise(s.u * 2.7 + s.v * 0.8, 5) * 0.45;
  const cover = smoothstep(-0.1, 1.15, s.v + strand * 0.55 - 0.3) * (1 - s.w * (0.75 - 0.5 * strand));
  shadeShortHair(s, atmosphere);
  if (cover > 0.995) return;
  const { outR, outG, outB } = s;
  s.r = skin[0];
  s.g = skin[1];
  s.b = skin[2];
  s.wet = 0;
  shadeSkin(s, atmosphere);
  s.outR = mix(s.outR, outR, cover);
  s.outG = mix(s.outG, outG, cover);
  s.outB = mix(s.outB, outB, cover);
}
