import { smoothstep } from '@avatar/image';
import type { Technique } from '@avatar/styles';
import type { Measures } from './measures.js';

/** Spread of the hues at 90 % in Lab from where on a set is coloured. */
const COLOURED = { from: 7, to: 14 };
/** Density of dark lines from where on they make the picture. */
const INKED = { from: 0.03, to: 0.08 };
/** Density below which a drawing of one hue is chalk or a scraped plate rather than lines. */
const LINED = { from: 0.012, to: 0.035 };
/** L at 60 % of the pixels from where on a picture is drawn on light paper, and coloured paper shows through paint. */
const ON_PAPER = { from: 35, to: 65 };
const SEE_THROUGH = { from: 58, to: 74 };

/** How well each hand fits, adding up to 1. */
export type TechniqueWeights = Readonly<Record<Technique, number>>;

export function techniqueWeights({ hues, line, tone }: Measures): TechniqueWeights {
  const mono = (1 - smoothstep(COLOURED.from, COLOURED.to, hues[2])) ** 2;
  const ink = smoothstep(INKED.from, INKED.to, line.density);
  const lined = smoothstep(LINED.from, LINED.to, line.density);
  const paper = smoothstep(ON_PAPER.from, ON_PAPER.to, tone[12]);
  const thin = smoothstep(SEE_THROUGH.from, SEE_THROUGH.to, tone[12]);
  const weights: Record<Technique, number> = {
    hatch: mono * Math.max(ink, paper * lined),
    flat: ink * (1 - mono),
    paint: (1 - ink) * (1 - mono) * (1 - thin),
    wash: (1 - ink) * (1 - mono) * thin,
    stipple: mono * (1 - Math.max(ink, paper * lined)),
  };
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0) || 1;
  for (const name of Object.keys(weights) as Technique[]) weights[name] /= sum;
  return weights;
}

/** The hand that fits best; of equals the first. */
export const bestTechnique = (weights: TechniqueWeights): Technique =>
  (Object.keys(weights) as Technique[]).reduce((best, name) => (weights[name] > weights[best] ? name : best));
