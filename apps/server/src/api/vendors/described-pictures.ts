import { randomInt } from 'node:crypto';
import { readWords, type DrawnRequest } from '../../generations/index.js';
import { wishedBackdrop } from './backdrop-words.js';
import { sizeOf } from './orientation.js';
import { briefOf, type Orientation, type PersonAttributes, type StyleName } from './person-attributes.js';
import { pictureStyle } from './picture-style.js';

/** Whoever asked, in what they said besides the person. */
export type Asker = Pick<DrawnRequest, 'api' | 'callbackUrl' | 'callbackId'>;

const MAX_SEED = 0xffffffff;

/** Another one for every request: who asks again wants to see others. */
const newSeed = (): number => randomInt(MAX_SEED + 1);
const seedBeside = (seed: number, index: number): number => (seed + index) % (MAX_SEED + 1);

/**
 * Pictures of a person in words: each is another person whom the words fit.
 * @throws AvatarError `input-rejected` with reason `content-policy`, `invalid-options`
 */
export function describedPictures(
  attributes: PersonAttributes,
  count: number,
  { api, callbackUrl, callbackId }: Asker,
): DrawnRequest[] {
  const who = briefOf(attributes);
  const said = readWords(who.text, who.attributes);
  const style = pictureStyle((attributes.style ?? 'Unspecified') as StyleName);
  const size = sizeOf((attributes.orientation ?? 'square') as Orientation);
  const backdrop = wishedBackdrop(said);
  const seed = newSeed();
  return Array.from({ length: count }, (_, index) => ({
    source: { kind: 'person', who },
    drawing: {
      ...style.drawing,
      ...(backdrop && { palette: undefined, ...backdrop }),
      ...size,
      seed: seedBeside(seed, index),
    },
    warnings: style.warnings,
    callbackUrl,
    callbackId,
    reference: attributes.name,
    api,
  }));
}
