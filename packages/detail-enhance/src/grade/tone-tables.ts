import { clamp, smoothstep } from '@avatar/image';
import type { ColourShift, GradeParameters } from '@avatar/styles';

/** Entries per unit of L. */
export const TABLE_DENSITY = 8;
const ENTRIES = 100 * TABLE_DENSITY + 1;

/** Lightness from which a tone is no shadow any more, from full to none; and from which it is a highlight, none to full. */
const SHADOW = { full: 8, none: 48 };
const HIGHLIGHT = { none: 50, full: 90 };

/** What the grade makes of a lightness, each indexed by L times `TABLE_DENSITY`. */
export interface ToneTables {
  readonly L: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
  /** How much of the grain shows: most in the midtones, little in black and white. */
  readonly grain: Float32Array;
}

/**
 * A lifted black point lifts everything a little. The exponent on lightness that takes this back at the pivot, so
 * that a faded print does not lighten skin; 1 where nothing is lifted.
 */
function fadingExponent({ blackPoint, whitePoint }: GradeParameters, pivot: number): number {
  const faded = blackPoint + ((whitePoint - blackPoint) * pivot) / 100;
  if (faded <= pivot) return 1;
  return Math.log((pivot - blackPoint) / (whitePoint - blackPoint)) / Math.log(pivot / 100);
}

/**
 * Contrast, black and white point, tint and grain by lightness. The curve `x + 2k x (1-x) (x-pivot)` leaves its pivot
 * where it is, and so does the faded print.
 * @param pivot L of the skin: contrast neither lightens nor darkens it
 */
export function toneTables(grade: GradeParameters, pivot: number): ToneTables {
  const tables: ToneTables = {
    L: new Float32Array(ENTRIES),
    a: new Float32Array(ENTRIES),
    b: new Float32Array(ENTRIES),
    grain: new Float32Array(ENTRIES),
  };
  const { shadows, midtones, highlights } = grade.tint;
  const fading = fadingExponent(grade, pivot);
  for (let i = 0; i < ENTRIES; i++) {
    const x = i / (ENTRIES - 1);
    const curved = clamp(x + 2 * grade.contrast * x * (1 - x) * (x - pivot / 100)) ** fading;
    const shadow = 1 - smoothstep(SHADOW.full, SHADOW.none, x * 100);
    const highlight = smoothstep(HIGHLIGHT.none, HIGHLIGHT.full, x * 100);
    const tint = (axis: keyof ColourShift) =>
      shadows[axis] * shadow + midtones[axis] * (1 - shadow - highlight) + highlights[axis] * highlight;
    tables.L[i] = grade.blackPoint + (grade.whitePoint - grade.blackPoint) * curved;
    tables.a[i] = tint('a');
    tables.b[i] = tint('b');
    tables.grain[i] = grade.grain * (0.3 + 2.8 * x * (1 - x));
  }
  return tables;
}
