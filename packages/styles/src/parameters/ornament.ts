import type { Colour } from '../palettes.js';

/** Small things in the air, out of focus: never over the face. Lengths are fractions of the picture's side. */
export interface ParticleLayer {
  /** `mote`: a speck of light. `ember`: a glowing spark on its way up. `leaf`: a falling leaf. */
  readonly shape: 'mote' | 'ember' | 'leaf';
  /** The colours that they have, one each by chance. */
  readonly colours: readonly Colour[];
  /** How many, 0 to 200. */
  readonly count: number;
  /** Smallest and largest radius, 0.001 to 0.1; most are small. */
  readonly radius: readonly [min: number, max: number];
  /** Of the smallest, 0 to 1; larger ones are farther out of focus and fainter. */
  readonly opacity: number;
  /** Behind the person or before them. */
  readonly depth: 'behind' | 'before';
}

/** A ring of light with signs, behind the head. */
export interface ArcaneRing {
  readonly colour: Colour;
  /** Radius in head heights, 0.4 to 1. */
  readonly radius: number;
  /** 0 to 1. */
  readonly opacity: number;
}

/** What is drawn around the person. Nothing of it touches the face, and no clothes are invented. */
export interface Ornament {
  readonly particles: readonly ParticleLayer[];
  readonly ring?: ArcaneRing;
}
