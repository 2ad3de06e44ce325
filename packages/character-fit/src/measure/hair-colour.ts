import { quantile, type Lab, ramp } from '@avatar/image';
import { CROP_PX, isInPhoto, likelihood, type HeadCrop } from '../crop/head-crop.js';
import { hueOf, mixed, sampleColour } from '../crop/colour-sample.js';
import { untinted } from './skin.js';

export interface HairColour {
  /** As people name it: they look at what is lit. */
  readonly lab: Lab;
  readonly chroma: number;
  /** How many pixels were sure to be hair. */
  readonly count: number;
}

/** People name a colour lighter than its median; but black hair that shines is black. */
const LIT_SHARE = 0.4;
const BLACK = { from: 12, to: 30 };

/** Pixels that are surely hair, every second one of every second row. */
export function hairPixels(wide: HeadCrop): number[] {
  const pixels: number[] = [];
  for (let y = 0; y < CROP_PX; y += 2)
    for (let x = 0; x < CROP_PX; x += 2)
      if (likelihood(wide, 'hair', x, y) > 0.8 && isInPhoto(wide, x, y)) pixels.push(y * CROP_PX + x);
  return pixels;
}

/** Hue of brown and blond hair in even light; beyond it lies the green of the surroundings. */
const GREENEST_HUE = 74;

/**
 * @param white of the eyes, if it could be measured: the light's own colour
 * @returns undefined where there is hardly any hair
 */
export function measureHairColour(
  wide: HeadCrop,
  pixels: readonly number[],
  white: Lab | undefined,
): HairColour | undefined {
  const L = pixels.map((pixel) => wide.lab.L[pixel]);
  const within = (from: number, to: number) => {
    const [low, high] = [quantile(L, from), quantile(L, to)];
    return pixels.filter((_, i) => L[i] >= low && L[i] <= high);
  };
  const middle = sampleColour(wide, within(0.2, 0.8), 60);
  if (middle === undefined) return undefined;
  const lit = sampleColour(wide, within(0.85, 0.95), 5) ?? middle;
  const seen = mixed(middle.lab, lit.lab, LIT_SHARE * ramp(BLACK.from, BLACK.to, middle.lab[0]));
  const lab = withoutGreen(white ? untinted(seen, white) : seen);
  return { lab, chroma: Math.hypot(lab[1], lab[2]), count: pixels.length };
}

/** Only what is dyed is green: a cast of grass or glass that is left turns to golden brown. */
function withoutGreen(lab: Lab): Lab {
  const hue = hueOf(lab);
  const chroma = Math.hypot(lab[1], lab[2]);
  if (hue < GREENEST_HUE || hue > 110 || chroma > 45) return lab;
  const turned = (GREENEST_HUE * Math.PI) / 180;
  return [lab[0], chroma * Math.cos(turned), chroma * Math.sin(turned)];
}
