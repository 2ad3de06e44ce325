import { smoothstep } from '@avatar/image';
import type { Technique } from '@avatar/styles';
import type { Measures } from './measures.js';

/** Spread of the hues at 90 % in Lab from where on a set is coloured. */
const COLOURED = { from: 7, to: 14 };
/** Density of dark lines from where on they make the picture. */
const INKED = { from: 0.03, to: 0.08 };
/** L at 60 % of the pixels from where on a picture is drawn on light paper. */
const ON_PAPER = { from: 35, to: 65 };

/** How well each hand fits, adding up to 1. */
export type TechniqueWeights = Readonly<Record<Technique, number>>;

export function techniqueWeights({ hues, line, tone }: Measures): TechniqueWeights {
  const mono = (1 - smoothstep(COLOURED.from, COLOURED.to, hues[2])) ** 2;
  const ink = smoothstep(INKED.from, INKED.to, line.density);
  const paper = smoothstep(ON_PAPER.from, ON_PAPER.to, tone[12]);
  const weights: Record<Technique, number> = {
    hatch: mono * Math.max(ink, paper),
    flat: ink * (1 - mono),
    paint: (1 - ink) * (1 - mono * paper),
  };
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0) || 1;
  for (const name of Object.keys(weights) as Technique[]) weights[name] /= sum;
  return weights;
}

/** The hand that fits best; of equals the first. */
export const bestTechnique = (weights: TechniqueWeights): Technique =>
  (Object.keys(weights) as Technique[]).reduce((best, name) => (weights[name] > weights[best] ? name : best));
