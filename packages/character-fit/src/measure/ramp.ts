/** 0 up to `from`, 1 from `to` on, straight between; `from > to` falls. */
export const ramp = (from: number, to: number, value: number): number =>
  Math.max(0, Math.min(1, (value - from) / (to - from)));
