import { median, type LabImage } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** A middle value and how far values usually are from it (median absolute deviation, scaled to a standard deviation). */
interface Spread {
  readonly median: number;
  readonly deviation: number;
}

export interface SkinColour {
  readonly L: Spread;
  readonly a: Spread;
  readonly b: Spread;
}

/** About so many pixels are enough for a median. */
const SAMPLES = 3000;
const MAD_TO_DEVIATION = 1.48;
const LEAST_DEVIATION = 1;

function spreadOf(values: Float32Array): Spread {
  if (values.length === 0) return { median: 0, deviation: LEAST_DEVIATION };
  const middle = median(values);
  for (let i = 0; i < values.length; i++) values[i] = Math.abs(values[i] - middle);
  return { median: middle, deviation: median(values) * MAD_TO_DEVIATION + LEAST_DEVIATION };
}

/** The colour of the face where `bare` is 1: inside the oval, without eyes, brows and lips. */
export function sampleSkin(lab: LabImage, bare: Plane): SkinColour {
  const places = sampledPlaces(bare.data);
  const channel = (source: Float32Array): Spread => {
    const values = new Float32Array(places.length);
    for (let i = 0; i < values.length; i++) values[i] = source[places[i]];
    return spreadOf(values);
  };
  return { L: channel(lab.L), a: channel(lab.a), b: channel(lab.b) };
}

/** Where the mask is set, evenly thinned out. */
function sampledPlaces(mask: Float32Array): Int32Array {
  let count = 0;
  for (let i = 0; i < mask.length; i++) if (mask[i] > 0) count++;
  const stride = Math.max(1, Math.floor(count / SAMPLES));
  const places = new Int32Array(Math.ceil(count / stride));
  for (let i = 0, seen = 0; i < mask.length; i++)
    if (mask[i] > 0) {
      if (seen % stride === 0) places[seen / stride] = i;
      seen++;
    }
  return places;
}
