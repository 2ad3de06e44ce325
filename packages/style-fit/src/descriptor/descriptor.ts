import { seededRandom } from '@avatar/image';
import { flatShare, localSpread } from './flatness.js';
import { framingOf, type ExampleFraming } from './framing.js';
import { groundOf, type Ground } from './ground.js';
import { linesOf, type Lines } from './line.js';
import { colourSpread, type ColourSpread } from './palette.js';
import { colourSamples, type ColourSamples } from './samples.js';
import { skinOf, type Skin } from './skin.js';
import { strokeBands } from './stroke.js';
import { texturePatches, type TexturePatch } from './texture.js';
import { toneOf } from './tone.js';
import type { ExampleView } from './view.js';

/** What one example tells. Lengths are pixels of a picture of 768 px on its longer side, colours CIELAB. */
export interface Descriptor {
  /** L at 0, 5, 10 ... 100 %. */
  readonly tone: readonly number[];
  readonly colours: ColourSpread;
  /** Mean change of L from scale to scale: sigmas of 0.7, 1.4, 2.8, 5.6, 11.2 and 22.4 px. */
  readonly bands: readonly number[];
  /** Share of flat tones. */
  readonly flat: number;
  readonly lines: Lines;
  readonly ground: Ground;
  /** Undefined where no face was found. */
  readonly skin: Skin | undefined;
  /** Undefined where no face was found. */
  readonly framing: ExampleFraming | undefined;
  /** Confidence that there is a photographed face, in [0, 1]. */
  readonly facePresence: number;
  readonly samples: ColourSamples;
  readonly texture: readonly TexturePatch[];
}

/** Which places are sampled; the same for every example, so that the order of a set does not matter. */
const SEED = 1;

export function describeExample(view: ExampleView): Descriptor {
  const spread = localSpread(view);
  const random = seededRandom(SEED);
  return {
    tone: toneOf(view),
    colours: colourSpread(view),
    bands: strokeBands(view),
    flat: flatShare(spread),
    lines: linesOf(view),
    ground: groundOf(view, spread),
    skin: skinOf(view),
    framing: framingOf(view),
    facePresence: view.facePresence,
    samples: colourSamples(view, random),
    texture: texturePatches(view, random),
  };
}
