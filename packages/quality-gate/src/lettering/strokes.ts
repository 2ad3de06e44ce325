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
  const opened = negative(leastAround(negative(leastAround(levels))));
  return { ...levels, data: levels.data.map((value, i) => value - opened.data[i]) };
}

/** 1 on strokes: where the contrast is at least `least`, and not much less than the strongest one nearby. */
export function strokesIn(contrast: Plane, least: number): Uint8Array {
  const strongest = negative(leastAround(negative(contrast))).data;
  return Uint8Array.from(contrast.data, (value, i) =>
    value >= least && value >= TOP * strongest[i] ? 1 : 0,
  );
}

export const negative = ({ data, width, height }: Plane): Plane => ({
  data: data.map((value) => -value),
  width,
  height,
});

/** The least value of each window. */
function leastAround({ data, width, height }: Plane): Plane {
  const rows = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      let least = data[row + x];
      const to = row + Math.min(width - 1, x + RADIUS);
      for (let i = row + Math.max(0, x - RADIUS); i <= to; i++) if (data[i] < least) least = data[i];
      rows[row + x] = least;
    }
  }
  const all = rows.slice();
  for (let y = 0; y < height; y++) {
    const to = Math.min(height - 1, y + RADIUS);
    for (let v = Math.max(0, y - RADIUS); v <= to; v++)
      for (let x = 0, i = y * width, j = v * width; x < width; x++, i++, j++)
        if (rows[j] < all[i]) all[i] = rows[j];
  }
  return { data: all, width, height };
}
