import type { LightColour, PlanarImage } from '@avatar/stage';
import { fastLinear, fastSrgb, mix } from '@avatar/image';

/** A star: place and width of its image as fractions of the side, and the light of its middle. */
export interface Star {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly light: LightColour;
  /** Length of the spikes that the telescope's struts make, as a fraction of the side; 0 for none. */
  readonly spikes: number;
}

const COUNT = { faint: 620, bright: 16 };
/** Hot blue to cool orange, linear. */
const COOL: LightColour = [1, 0.72, 0.48];
const HOT: LightColour = [0.6, 0.76, 1];

/** Many faint stars and a few bright ones; never in a heap, and bright ones not where the head is. */
export function starField(random: () => number): Star[] {
  const stars: Star[] = [];
  for (let i = 0; i < COUNT.faint; i++) {
    const brightness = 0.06 + 0.8 * random() ** 6;
    stars.push({
      x: random(),
      y: random(),
      width: 0.0007 + 0.0007 * brightness,
      light: coloured(brightness, random()),
      spikes: 0,
    });
  }
  for (let i = 0; i < COUNT.bright; i++) {
    const brightness = 0.5 + 1.4 * random() ** 2;
    const out = 0.3 * random();
    stars.push({
      x: i % 2 === 0 ? out : 1 - out,
      y: ((i + random()) / COUNT.bright) * 0.85,
      width: 0.0012 + 0.0009 * brightness,
      light: coloured(brightness, random()),
      spikes: 0.012 + 0.014 * brightness,
    });
  }
  return stars;
}

const coloured = (brightness: number, heat: number): LightColour => [
  brightness * mix(COOL[0], HOT[0], heat),
  brightness * mix(COOL[1], HOT[1], heat),
  brightness * mix(COOL[2], HOT[2], heat),
];

/** Light of a star's image relative to its middle, `dx` and `dy` from it, all in pixels. */
function starAt(dx: number, dy: number, width: number, spikes: number): number {
  const square = dx * dx + dy * dy;
  const core = Math.exp(-square / (2 * width * width));
  if (spikes === 0) return core;
  const thin = 0.45 * width;
  const cross =
    Math.exp(-(dy * dy) / (2 * thin * thin) - (2.5 * Math.abs(dx)) / spikes) +
    Math.exp(-(dx * dx) / (2 * thin * thin) - (2.5 * Math.abs(dy)) / spikes);
  return core + 0.4 * cross + (0.1 * width * width) / (width * width + square * 0.35);
}

/** Adds the stars to an sRGB-encoded square, in place; `shade` is how much of the light something in front lets through. */
export function addStars(
  { width: sizePx, planes }: PlanarImage,
  stars: readonly Star[],
  shade: (x: number, y: number) => number,
): void {
  for (const star of stars) {
    const through = shade(star.x, star.y);
    if (through <= 0) continue;
    // Less than a pixel would flicker with the size of the picture.
    const width = Math.max(0.55, star.width * sizePx);
    const share = through * Math.min(1, (star.width * sizePx) / width) ** 2;
    const spikes = star.spikes * sizePx;
    const reach = Math.ceil(Math.max(3 * width, spikes));
    const cx = star.x * sizePx - 0.5;
    const cy = star.y * sizePx - 0.5;
    const bottom = Math.min(sizePx - 1, Math.floor(cy + reach));
    const right = Math.min(sizePx - 1, Math.floor(cx + reach));
    for (let row = Math.max(0, Math.ceil(cy - reach)); row <= bottom; row++)
      for (let column = Math.max(0, Math.ceil(cx - reach)); column <= right; column++) {
        // Runs out before the end of the square that is drawn.
        const end = Math.max(0, 1 - Math.hypot(column - cx, row - cy) / (reach + 1));
        const value = share * end * starAt(column - cx, row - cy, width, spikes);
        if (value < 1e-4) continue;
        const at = row * sizePx + column;
        for (let channel = 0; channel < 3; channel++)
          planes[channel][at] = fastSrgb(fastLinear(planes[channel][at]) + value * star.light[channel]);
      }
  }
}
