import { greatestAround, leastAround } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** Half the side of the window, in pixels: strokes are thinner than it. */
const RADIUS = 4;
/** Share of the strongest contrast nearby that a place needs: what lies between two letters has less. */
const TOP = 0.6;

/**
 * How much lighter each place is than what is around a stroke through it, 0 in areas as wide as the window: a white
 * top-hat with a square (J. Serra, 1982). Dark strokes are found in the negative.
 */
export function strokeContrast(levels: Plane): Plane {
  const { data, width, height } = levels;
  const raised = greatestAround(leastAround(levels, RADIUS), RADIUS).data;
  const contrast = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) contrast[i] = data[i] - raised[i];
  return { data: contrast, width, height };
}

/** 1 on strokes: where the contrast is at least `least`, and not much less than the strongest one nearby. */
export function strokesIn(contrast: Plane, least: number): Uint8Array {
  const strongest = greatestAround(contrast, RADIUS).data;
  const strokes = new Uint8Array(strongest.length);
  for (let i = 0; i < strokes.length; i++)
    if (contrast.data[i] >= least && contrast.data[i] >= TOP * strongest[i]) strokes[i] = 1;
  return strokes;
}

export function negative({ data, width, height }: Plane): Plane {
  const negated = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) negated[i] = -data[i];
  return { data: negated, width, height };
}
