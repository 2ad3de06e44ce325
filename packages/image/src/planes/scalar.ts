export const clamp = (value: number, low = 0, high = 1): number =>
  value < low ? low : value > high ? high : value;

/** Linear interpolation: `from` at 0, `to` at 1. */
export const mix = (from: number, to: number, amount: number): number => from + (to - from) * amount;

/** Hermite step: 0 up to `low`, 1 from `high` on, smooth between. `low > high` gives the falling step. */
export const smoothstep = (low: number, high: number, value: number): number => {
  if (low === high) return value < low ? 0 : 1;
  const t = clamp((value - low) / (high - low));
  return t * t * (3 - 2 * t);
};

/** 0 up to `low`, 1 from `high` on, a straight line between. `low > high` gives the falling ramp. */
export const ramp = (low: number, high: number, value: number): number => clamp((value - low) / (high - low));
