import { colour, number, object, share } from './fields.js';

const colourShift = object({ a: number(-20, 20), b: number(-20, 20) });

export const grade = object({
  monochrome: share(),
  redFilter: number(0, 0.5),
  saturation: number(0, 1.5),
  tint: object({ shadows: colourShift, midtones: colourShift, highlights: colourShift }),
  contrast: share(),
  blackPoint: number(0, 20),
  whitePoint: number(80, 100),
  vignette: share(),
  glow: object({
    strength: share(),
    threshold: number(0, 99),
    reach: number(0.002, 0.05),
    colour: share().exactOptional(),
  }),
  lightLeak: object({ colour: colour(), strength: share() }).exactOptional(),
  grain: number(0, 6),
});
