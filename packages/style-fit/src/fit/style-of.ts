import type { FittedRendering, Style } from '@avatar/styles';
import type { Descriptor } from '../descriptor/descriptor.js';
import { confidenceOf } from './bootstrap.js';
import { cloudOf } from './cloud.js';
import { coherenceOf } from './coherence.js';
import { featureVector } from './feature-vector.js';
import { grainOf } from './grain.js';
import { HANDS } from './hand.js';
import { lightOf } from './light.js';
import { measuresOf } from './measures.js';
import { paletteOf } from './palette.js';
import { rounded, roundedLab } from './rounded.js';
import { bestTechnique, techniqueWeights } from './technique.js';

/** Raised when the same pictures would be measured differently. */
export const EXTRACTOR_VERSION = 2;

/** How a caller names the style. */
export interface StyleNames {
  readonly token: string;
  readonly label: string;
  readonly creator: string;
  readonly licence: string;
}

/** Drawings are told from other people's by less than photos are. */
const LEAST_LIKENESS: Style['minLikeness'] = { professional: 0.75, social: 0.6, gaming: 0.6 };
const COLOURS = 8;
const GROUNDS = 4;
/** Examples for each colour of the grounds. */
const PER_GROUND = 4;
const EVERY_THIRD = 3;

/** The style of examples that belong together. @param given how many there were before outliers were left out */
export function styleOf(
  examples: readonly Descriptor[],
  given: number,
  names: StyleNames,
): Style<FittedRendering> {
  const measures = measuresOf(examples);
  const technique = bestTechnique(techniqueWeights(measures));
  const anywhere = examples.flatMap(({ samples }) => samples.anywhere);
  const palette = paletteOf(
    anywhere.filter((_, i) => i % EVERY_THIRD === 0),
    COLOURS,
  );
  const grounds = paletteOf(
    examples.map(({ ground }) => ground.colour),
    Math.max(1, Math.min(GROUNDS, Math.floor(examples.length / PER_GROUND))),
  );
  const grain = grainOf(examples.flatMap(({ texture }) => texture));
  const { strength, ink, sheet, retouch, brushwork, background } = HANDS[technique]({
    measures,
    palette,
    grain,
    grounds,
  });
  const lightness = (values: readonly number[]) => values.map((value) => rounded(Math.max(0, value), 1));
  return {
    version: 1,
    ...names,
    description: `Drawn as ${examples.length} example pictures are.`,
    platforms: [],
    context: 'social',
    framing: { headHeight: 0.6, eyeLine: 0.43, minHeadroom: 0.045 },
    background,
    rendering: {
      kind: 'fitted',
      technique,
      ...lightOf(technique, measures),
      colours: {
        cloud: cloudOf(examples.flatMap(({ samples }) => samples.subject)),
        strength,
        palette,
        paper: roundedLab(measures.paper),
        ink,
        tone: lightness(measures.tone),
        ...(measures.skin && {
          skin: { colour: roundedLab(measures.skin.colour), tone: lightness(measures.skin.tone) },
        }),
      },
      line: {
        density: rounded(measures.line.density, 4),
        widthPx: rounded(Math.min(6, Math.max(1, measures.line.widthPx)), 2),
      },
      sheet,
      ...(retouch && { retouch }),
      ...(brushwork && { brushwork }),
      record: {
        examples: given,
        used: examples.length,
        coherence: rounded(coherenceOf(examples.map(featureVector)), 3),
        confidence: rounded(confidenceOf(examples, technique), 3),
        extractor: EXTRACTOR_VERSION,
      },
    },
    minLikeness: LEAST_LIKENESS,
  };
}
