import type { LightColour } from '@avatar/stage';
import { lightOf, mix, parseHexColour } from '@avatar/image';
import type { Rgb } from '../colour/backdrop-colours.js';
import type { BokehDisc } from '../photo/bokeh-discs.js';

const colour = (hex: string): LightColour => lightOf(parseHexColour(hex) as unknown as Rgb);

export const MAGENTA = colour('#ff2a9d');
export const CYAN = colour('#20d8ff');
const AMBER = colour('#ffb054');
const LAMPS = [
  AMBER,
  AMBER,
  AMBER,
  colour('#ffd9a8'),
  colour('#ff5a4a'),
  colour('#8a5cff'),
  colour('#3fe0b0'),
];

/** Share of lamps on either side that have the colour of its signs. */
const SIGN_COLOURED = 0.34;
/**
 * Lamps at one distance are alike in size: radius as a share of the side, light that a disc adds, and the rows they
 * keep to.
 */
const LAYERS = [
  { count: 66, radius: [0.02, 0.024], light: [0.04, 0.6], top: 0.2, bottom: 0.74 },
  { count: 36, radius: [0.034, 0.041], light: [0.03, 0.5], top: 0.08, bottom: 0.78 },
  { count: 10, radius: [0.054, 0.066], light: [0.03, 0.2], top: 0.02, bottom: 0.85 },
] as const;
/** Places tried for each lamp: the one farthest from its like is taken. */
const TRIES = 3;
/** Most lamps are faint. */
const FAINTNESS = 2.2;

/** The colours of the signs on both sides of the street. */
export interface SignColours {
  readonly left: LightColour;
  readonly right: LightColour;
}

/** Lamps, windows and headlights of a street at night, as discs; few in the middle, where the person stands. */
export function cityLamps({ left, right }: SignColours, random: () => number): BokehDisc[] {
  const discs: BokehDisc[] = [];
  for (const { count, radius, light, top, bottom } of LAYERS) {
    const layer: BokehDisc[] = [];
    for (let i = 0; i < count; i++) {
      const place = freePlace(layer, i % 2, top, bottom, random);
      const sign = random() < SIGN_COLOURED;
      const tint = sign
        ? place.x < 0.5 !== random() < 0.15
          ? left
          : right
        : LAMPS[Math.floor(random() * LAMPS.length)];
      const strength = mix(light[0], light[1], random() ** FAINTNESS);
      layer.push({
        ...place,
        radius: mix(radius[0], radius[1], random()),
        light: [tint[0] * strength, tint[1] * strength, tint[2] * strength],
      });
    }
    discs.push(...layer);
  }
  return discs;
}

function freePlace(
  layer: readonly BokehDisc[],
  half: number,
  top: number,
  bottom: number,
  random: () => number,
): { x: number; y: number } {
  let best = { x: 0, y: 0 };
  let farthest = -1;
  for (let i = 0; i < TRIES; i++) {
    // Lamps line the street: dense towards its end, which is behind the person, and lower there.
    const out = random() ** 0.8;
    const x = half === 0 ? 0.46 * (1 - out) : 1 - 0.46 * (1 - out);
    const y = mix(top, bottom, 0.5 + (random() - 0.5) * (1 - 0.35 * out));
    let distance = 1;
    for (const other of layer) distance = Math.min(distance, Math.hypot(x - other.x, y - other.y));
    if (distance <= farthest) continue;
    farthest = distance;
    best = { x, y };
  }
  return best;
}
