import type { Plane, RasterImage } from '@avatar/stage';
import {
  createPlane,
  fastLinear,
  fastSrgb,
  gaussianBlur,
  type Planes3,
  shortSide,
  srgbToLinear,
} from '@avatar/image';

/** Light of a tube, linear, and what the air around it scatters: widths are fractions of the side. */
const TUBE_LIGHT = 1.7;
const SCATTER = [
  { width: 0.005, share: 0.8 },
  { width: 0.015, share: 0.8 },
  { width: 0.05, share: 0.9 },
] as const;
/** Lights run out softly: tubes turn white, not flat. */
export const exposed = (light: number): number => 1 - Math.exp(-light);

const SRGB_LEVELS = Float32Array.from({ length: 256 }, (_, level) => srgbToLinear(level / 255));

/** Light of the drawn tubes, linear, at full size. */
export function tubeLight({ data, width, height }: RasterImage): Planes3 {
  const planes: Planes3 = [
    createPlane(width, height),
    createPlane(width, height),
    createPlane(width, height),
  ];
  const [red, green, blue] = planes;
  for (let i = 0, o = 0; o < data.length; i++, o += 4) {
    const light = (TUBE_LIGHT * data[o + 3]) / 255;
    if (light === 0) continue;
    red.data[i] = light * SRGB_LEVELS[data[o]];
    green.data[i] = light * SRGB_LEVELS[data[o + 1]];
    blue.data[i] = light * SRGB_LEVELS[data[o + 2]];
  }
  return planes;
}

/** What the air scatters around tubes. */
export function scattered(tubes: Plane): Plane {
  const total = createPlane(tubes.width, tubes.height);
  for (const { width, share } of SCATTER) {
    const spread = gaussianBlur(tubes, width * shortSide(tubes)).data;
    for (let i = 0; i < spread.length; i++) total.data[i] += share * spread[i];
  }
  return total;
}

/** Screens the tubes over the picture, in place. */
export function paintTubes(picture: Planes3, tubes: Planes3): void {
  for (let channel = 0; channel < 3; channel++) {
    const target = picture[channel].data;
    const light = tubes[channel].data;
    for (let i = 0; i < light.length; i++)
      if (light[i] > 0) target[i] = fastSrgb(1 - (1 - fastLinear(target[i])) * (1 - exposed(light[i])));
  }
}
