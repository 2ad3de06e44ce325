/** One point to be shaded: what is there, which light arrives, and what comes out. Reused for every sample. */
export class SurfaceSample {
  /** Unit normal towards the viewer. */
  nx = 0;
  ny = 0;
  nz = 1;
  /** Linear colour of the surface. */
  r = 0;
  g = 0;
  b = 0;
  /** Rest position or texture coordinates. */
  u = 0;
  v = 0;
  w = 0;
  /** Unit tangent. */
  tx = 0;
  ty = 0;
  tz = 0;
  /** Share of the key light that arrives. */
  lit = 1;
  /** Share of the light from all around. */
  open = 1;
  /** Key light below the skin, by colour. */
  ir = 0;
  ig = 0;
  ib = 0;
  /** How wet skin is: lips 1. */
  wet = 0;
  /** Linear colour that leaves to the viewer. */
  outR = 0;
  outG = 0;
  outB = 0;
}

/** Rules of light that depend on who is drawn and where. */
export interface Atmosphere {
  /** 0 fair to 1 very dark: dark skin gets warmer ambient light and tinted highlights, or it turns grey. */
  readonly skinDepth: number;
  /** Share of the highlights that skin keeps: on the darkest they would drown its colour. */
  readonly skinSheen: number;
  /** Linear colour that the surroundings give back. */
  readonly ambient: readonly [number, number, number];
}
