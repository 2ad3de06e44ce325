import { createPlane, enlarge, gaussianBlur, guidedFilter, shrink, type LabImage } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { flowField, smoothAlong } from './flow.js';
import type { DrawnSubject } from './subject.js';

/** The photo without what a drawing leaves out. Lightness from 0 to 1, all planes at full size. */
export interface Abstraction {
  /** Without texture, with all features. */
  readonly fine: Float32Array;
  /** Without features: light and form. */
  readonly broad: Float32Array;
  /** Smoothed along strands and folds, crisp across them. */
  readonly along: Float32Array;
  /** How much lighter a strand is than its surroundings. */
  readonly strands: Float32Array;
  /** The surroundings. */
  readonly surroundings: Float32Array;
  /** How much darker a line is than what is beside it, 0 and less where there is none. */
  readonly lines: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/** Filters for a head of 480 px; lengths at half size where they are used there. */
const FINE = { radiusPx: 6, epsilon: 0.003 };
const BROAD = { radiusPx: 16, epsilon: 0.012 };
const COLOUR = { radiusPx: 8, epsilon: 0.002 };
const FLOW_SIGMA = 2.5;
const STRAND_REACH = 8;
const SURROUNDINGS_SIGMA = 9;
const LINE_REACH = 4;
/** The wider of the two Gaussians whose difference finds lines (D. Marr and E. Hildreth, 1980: 1.6 times the narrower). */
const LINE_RATIO = 1.9;
const HALF = 2;

const scaled = (filter: { radiusPx: number; epsilon: number }, unit: number) => ({
  radiusPx: filter.radiusPx * unit,
  epsilon: filter.epsilon,
});

function unitLightness({ L, width, height }: LabImage): Plane {
  const plane = createPlane(width, height);
  for (let i = 0; i < L.length; i++) plane.data[i] = L[i] / 100;
  return plane;
}

function difference(one: Plane, other: Plane): Plane {
  const result = createPlane(one.width, one.height);
  for (let i = 0; i < result.data.length; i++) result.data[i] = one.data[i] - other.data[i];
  return result;
}

/** @param lineWidthPx width of the ink lines for a head of 480 px */
export function abstractionOf({ lab, alpha, headUnit }: DrawnSubject, lineWidthPx: number): Abstraction {
  const { width, height } = lab;
  const lightness = unitLightness(lab);
  const fine = guidedFilter(lightness, lightness, scaled(FINE, headUnit));
  const broad = guidedFilter(fine, fine, scaled(BROAD, headUnit));
  const colour = (data: Float32Array) =>
    guidedFilter(lightness, { data, width, height }, scaled(COLOUR, headUnit)).data;

  const half = shrink(lightness, HALF);
  const person = shrink(alpha, HALF);
  const calm = gaussianBlur(half, 1);
  const flow = flowField(calm, FLOW_SIGMA * headUnit);
  const along = smoothAlong(calm, flow, STRAND_REACH * headUnit, person);
  const around = gaussianBlur(half, SURROUNDINGS_SIGMA * headUnit);
  const narrow = (lineWidthPx / HALF) * headUnit;
  const lines = difference(gaussianBlur(half, narrow * LINE_RATIO), gaussianBlur(half, narrow));
  const full = (plane: Plane) => enlarge(plane, width, height, HALF).data;
  return {
    fine: fine.data,
    broad: broad.data,
    along: full(along),
    strands: full(difference(along, around)),
    surroundings: full(around),
    lines: full(smoothAlong(lines, flow, LINE_REACH * headUnit, person)),
    a: colour(lab.a),
    b: colour(lab.b),
  };
}
