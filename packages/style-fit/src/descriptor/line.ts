import { boxBlur, createPlane, gaussianBlur, median } from '@avatar/image';
import type { Lab } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { lightnessPlane, type ExampleView } from './view.js';

/** Scales at which lines are looked for, and the width of a line that each finds, in pixels. */
const FINDERS = [
  { sigma: 0.8, widthPx: 1.6 },
  { sigma: 1.3, widthPx: 2.6 },
  { sigma: 2.1, widthPx: 4.2 },
] as const;
/** Normalises the response over the scales, and from where on it is a line. */
const GAIN = 1.2;
const LINE = 4;
/** Half the side of the window in which lines may be parallel, and the share of it that they fill at least. */
const NEIGHBOURHOOD = 6;
const CROWDED = 0.12;
const STRIDE = 3;

/** Dark lines of the picture. */
export interface Lines {
  /** Share of the pixels. */
  readonly density: number;
  readonly widthPx: number;
  /** How much darker than their surroundings, in L; 0 where there are none. */
  readonly depth: number;
  readonly colour: Lab;
  /** How parallel neighbouring lines are, in [0, 1]. */
  readonly hatching: number;
}

interface Ridges {
  readonly strength: Float32Array;
  /** Index of the finder that answers best. */
  readonly finder: Uint8Array;
  /** Across the line, in radians. */
  readonly angle: Float32Array;
}

/** Eigenvalues of the Hessian (C. Steger, "An Unbiased Detector of Curvilinear Structures", 1998). */
function ridgesOf(lightness: Plane): Ridges {
  const { width, height } = lightness;
  const count = width * height;
  const strength = new Float32Array(count);
  const finder = new Uint8Array(count);
  const angle = new Float32Array(count);
  FINDERS.forEach(({ sigma }, index) => {
    const { data } = gaussianBlur(lightness, sigma);
    const gain = GAIN * sigma * sigma;
    for (let y = 1; y < height - 1; y++)
      for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
        const xx = data[i + 1] + data[i - 1] - 2 * data[i];
        const yy = data[i + width] + data[i - width] - 2 * data[i];
        const half = (xx + yy) / 2;
        // No ridge is stronger than this: most pixels need no root.
        if (xx + yy <= 0) continue;
        const xy =
          (data[i + width + 1] + data[i - width - 1] - data[i + width - 1] - data[i - width + 1]) / 4;
        const apart = Math.sqrt(((xx - yy) / 2) ** 2 + xy * xy);
        const response = (half + apart - Math.abs(half - apart)) * gain;
        if (response <= strength[i]) continue;
        strength[i] = response;
        finder[i] = index;
        angle[i] = 0.5 * Math.atan2(2 * xy, xx - yy);
      }
  });
  return { strength, finder, angle };
}

/** Mean agreement of the directions of crowded lines. */
function hatchingOf({ strength, angle }: Ridges, { width, height }: Plane): number {
  const cosine = createPlane(width, height);
  const sine = createPlane(width, height);
  const line = createPlane(width, height);
  for (let i = 0; i < strength.length; i++) {
    if (strength[i] <= LINE) continue;
    cosine.data[i] = Math.cos(2 * angle[i]);
    sine.data[i] = Math.sin(2 * angle[i]);
    line.data[i] = 1;
  }
  const [c, s, share] = [cosine, sine, line].map((plane) => boxBlur(plane, NEIGHBOURHOOD).data);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < strength.length; i += STRIDE) {
    if (line.data[i] === 0) continue;
    count++;
    if (share[i] > CROWDED) sum += Math.hypot(c[i], s[i]) / share[i];
  }
  return count > 0 ? sum / count : 0;
}

/** Blur of the surroundings against which lines are dark: 5.6 px. */
const SURROUNDINGS = 3;

export function linesOf({ lab, blurred }: ExampleView): Lines {
  const lightness = lightnessPlane(lab);
  const ridges = ridgesOf(lightness);
  const around = blurred[SURROUNDINGS].data;
  const depths: number[] = [];
  const colours: [number[], number[], number[]] = [[], [], []];
  let count = 0;
  let widths = 0;
  for (let i = 0; i < ridges.strength.length; i++) {
    if (ridges.strength[i] <= LINE) continue;
    count++;
    widths += FINDERS[ridges.finder[i]].widthPx;
    if (count % STRIDE !== 0) continue;
    depths.push(around[i] - lab.L[i]);
    colours[0].push(lab.L[i]);
    colours[1].push(lab.a[i]);
    colours[2].push(lab.b[i]);
  }
  const isDrawn = depths.length > 0;
  return {
    density: count / lab.L.length,
    widthPx: count > 0 ? widths / count : 0,
    depth: isDrawn ? median(depths) : 0,
    colour: isDrawn ? [median(colours[0]), median(colours[1]), median(colours[2])] : [0, 0, 0],
    hatching: hatchingOf(ridges, lightness),
  };
}
