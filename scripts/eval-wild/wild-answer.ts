import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { AvatarGenerator, PhotoAnalysis, PhotoAvatarResult } from '@avatar/generator';
import { decodeImage } from '@avatar/image';
import { AvatarError, type RasterImage } from '@avatar/stage';
import { alphaOf, pixelsOf } from './cutout-pixels.js';
import type { Expectation, StoredAnswer } from './expectation.js';
import { coloursOf } from './face-colours.js';
import { circleBorder, type PhotoFacts } from './photo-facts.js';
import { RECIPES } from './recipes.js';
import { measure } from './wild-measures.js';

const SIZE_PX = 512;
const ALPHA_PX = 320;
const STYLE = 'corporate_headshot';

/** What the generator made of one input, and what it said. */
export interface WildAnswer extends StoredAnswer {
  /** Refusal, or codes and messages of the warnings: what `says` is matched with. */
  readonly said: readonly string[];
  readonly photo: RasterImage | undefined;
  readonly picture: RasterImage | undefined;
}

/** Answers are shared between kinds of trouble that look at the same file and style. */
export const answerKey = ({ file, style = STYLE }: Expectation): string =>
  style === STYLE ? file : `${file} ${style}`;

export const bytesOf = (root: string, file: string): Promise<Uint8Array> =>
  file in RECIPES ? RECIPES[file]() : readFile(join(root, 'wild', file));

/** Runs the real generator on one input and measures what comes out. */
export async function answerOn(
  generator: AvatarGenerator,
  bytes: Uint8Array,
  { style = STYLE, facts = {} }: Expectation,
): Promise<WildAnswer> {
  const photo = await shown(bytes);
  try {
    const analysis = await generator.validate(bytes);
    const asked = { platform: 'portfolio', sizePx: SIZE_PX };
    const result = await generator.generate(bytes, { ...asked, style });
    const headshot = style === STYLE ? result : await generator.generate(bytes, { ...asked, style: STYLE });
    const cut = { ...asked, style: STYLE, background: 'transparent', sizePx: ALPHA_PX } as const;
    const { bytes: cutout } = await generator.generate(bytes, { ...cut, minLikeness: 0 });
    const picture = await pixelsOf(result.bytes);
    const measures = measure({
      photo: analysis,
      // Drawn faces are not always found: styles share their frame, so that the headshot tells where things are.
      result: await generator.validate(headshot.bytes),
      resultColour: coloursOf(picture),
      alpha: await alphaOf(cutout),
      facts: bordered(facts, analysis),
      photoColour: coloursOf(photo),
    });
    return answerOf(result, measures, { photo, picture });
  } catch (error) {
    if (!AvatarError.is(error) || error.code !== 'input-rejected') throw error;
    return {
      outcome: 'refused',
      reason: error.reason,
      warnings: [],
      measures: {},
      said: [`${error.reason} ${error.publicMessage ?? error.message}`],
      photo,
      picture: undefined,
    };
  }
}

function answerOf(
  result: PhotoAvatarResult,
  measures: Readonly<Record<string, number>>,
  pictures: Pick<WildAnswer, 'photo' | 'picture'>,
): WildAnswer {
  const { decision, validationWarnings: warnings, likenessScore, inputQualityScore } = result;
  return {
    outcome: 'avatar',
    decision,
    warnings: warnings.map(({ code }) => code),
    measures: { likeness: likenessScore ?? NaN, quality: inputQualityScore, ...measures },
    said: warnings.map(({ code, message }) => `${code} ${message}`),
    ...pictures,
  };
}

function bordered(facts: NonNullable<Expectation['facts']>, photo: PhotoAnalysis): PhotoFacts {
  if (!facts.circle) return facts;
  const [x, y, radius] = facts.circle;
  return { ...facts, border: circleBorder(x, y, radius, photo.width / photo.height) };
}

/** The photo for the sheet, as far as it can be decoded at all. */
async function shown(bytes: Uint8Array): Promise<RasterImage | undefined> {
  const grey = { r: 200, g: 200, b: 200 };
  return decodeImage(bytes, { maxPixels: 268e6, maxSidePx: 1024, matteColour: grey }).catch(() => undefined);
}
