import { clamp } from '@avatar/image';
import type { Canvas } from './canvas.js';
import type { Layer, Motif } from './motif.js';
import { FIELD_SHRINK } from './orientation-field.js';
import { pixelAt } from './pixel-at.js';
import { followEdges } from './follow-edges.js';

/** A stroke: a piece of parabola that goes `back` and `ahead` from its middle. Lengths in pixels. */
export interface Stroke {
  readonly x: number;
  readonly y: number;
  /** Unit vector along the stroke in its middle. */
  readonly directionX: number;
  readonly directionY: number;
  readonly back: number;
  readonly ahead: number;
  /** Offset to the side for each squared pixel along the stroke. */
  readonly bend: number;
  readonly halfWidth: number;
  /** sRGB-encoded. */
  readonly colour: readonly [red: number, green: number, blue: number];
  /** Thickness of the paint, about 0 to 1. */
  readonly load: number;
}

/** Length of the shortest stroke in widths. */
const SHORTEST = 1.5;
/** A stroke that an edge cuts short is narrower, down to this share. */
const NARROWEST = 0.55;
/** Sharpest bend: the side offset at the end of a stroke, in lengths. */
const MAX_BEND = 0.35;
/** Turn by chance where no direction stands out, in radians. */
const WAVERING = 0.4;
/** Thick paint on a face looks like wrinkles: it gets this share less. */
const CALM_FACE = 0.5;
/** Bright paint is laid on thicker: load of black, and what white has more. */
const LOAD = { dark: 0.55, bright: 0.4 };
/** Differences from stroke to stroke at full variation: share of the lightness, and warmth as red against blue. */
const VARIATION = { lightness: 0.16, warmth: 0.05 };

/** The direction of the field, wavering a little, to either end by chance. */
function directionAt(f: number, { field }: Motif, random: () => number): readonly [number, number] {
  const turn = (1 - field.anisotropy.data[f]) * WAVERING * (random() - 0.5);
  const end = random() < 0.5 ? -1 : 1;
  const [x, y] = [field.x.data[f], field.y.data[f]];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [end * (x * cos - y * sin), end * (y * cos + x * sin)];
}

/** No two strokes have the same mix of paint. */
function mixed(colour: Stroke['colour'], variation: number, random: () => number): Stroke['colour'] {
  const lightness = 1 + variation * VARIATION.lightness * (random() - 0.5);
  const warmth = variation * VARIATION.warmth * (random() - 0.5);
  return [colour[0] * lightness + warmth, colour[1] * lightness, colour[2] * lightness - warmth];
}

/** A stroke through a point along the edges there; none where this brush has nothing to do. */
export function strokeAt(
  x: number,
  y: number,
  canvas: Canvas,
  layer: Layer,
  motif: Motif,
  random: () => number,
): Stroke | undefined {
  const { field, brushwork } = motif;
  const f = pixelAt(field.x, x, y, FIELD_SHRINK);
  if (motif.fineness.data[f] < layer.fineness) return undefined;
  const [red, green, blue] = layer.view.planes;
  const v = pixelAt(layer.view, x, y, layer.viewShrink);
  const seen = [red[v], green[v], blue[v]] as const;
  const c = pixelAt(canvas.relief, x, y, 1);
  let off = 0;
  for (let channel = 0; channel < 3; channel++) off += Math.abs(canvas.planes[channel][c] - seen[channel]);
  if (off < layer.tolerance) return undefined;

  const [directionX, directionY] = directionAt(f, motif, random);
  const elongation = (0.5 + 0.5 * field.anisotropy.data[f]) * (0.75 + 0.5 * random());
  const wanted = layer.halfWidth * brushwork.length * elongation;
  const start = { x, y, colour: seen };
  const ahead = followEdges(start, directionX, directionY, wanted, layer, field);
  const back = followEdges(start, -directionX, -directionY, wanted, layer, field);
  const reached = (ahead.along + back.along) / (1.4 * wanted);
  const halfWidth = layer.halfWidth * (0.8 + 0.4 * random()) * clamp(reached, NARROWEST, 1);
  const lengthAhead = Math.max(SHORTEST * halfWidth, ahead.along);
  const lengthBack = Math.max(SHORTEST * halfWidth, back.along);
  const sharpest = MAX_BEND / Math.max(lengthAhead, lengthBack);
  const bend = (ahead.aside - back.aside) / (lengthAhead ** 2 + lengthBack ** 2);
  const samples = 1 + ahead.count + back.count;
  const mean = (channel: 0 | 1 | 2) =>
    (seen[channel] + ahead.colours[channel] + back.colours[channel]) / samples;
  const brightness = 0.3 * seen[0] + 0.59 * seen[1] + 0.11 * seen[2];
  return {
    x,
    y,
    directionX,
    directionY,
    back: lengthBack,
    ahead: lengthAhead,
    bend: clamp(bend, -sharpest, sharpest),
    halfWidth,
    colour: mixed([mean(0), mean(1), mean(2)], brushwork.colourVariation, random),
    load: layer.load * (1 - CALM_FACE * motif.face.data[f]) * (LOAD.dark + LOAD.bright * brightness),
  };
}
