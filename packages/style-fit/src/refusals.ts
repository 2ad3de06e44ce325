import { AvatarError } from '@avatar/stage';
import { EXAMPLES } from './options.js';

export function tooFew(usable: number, given: number, least: number): AvatarError {
  const lost = given > usable ? ` of ${given}` : '';
  const message = `A style needs at least ${least} example pictures, and ${usable}${lost} can be used. Add more pictures in the same style.`;
  return AvatarError.rejected('too-few-examples', message, { facts: { usable, given, least } });
}

export const tooMany = (given: number): AvatarError =>
  AvatarError.rejected(
    'too-many-examples',
    `A style is made of at most ${EXAMPLES.most} example pictures, and there are ${given}. Choose those that show it best.`,
    { facts: { given, most: EXAMPLES.most } },
  );

export const unsafe = (count: number): AvatarError =>
  AvatarError.rejected(
    'content-policy',
    `${count} of the example pictures may show explicit content. Take them out and try again.`,
    { facts: { count } },
  );

export const incoherent = (coherence: number): AvatarError =>
  AvatarError.rejected(
    'incoherent-examples',
    'The example pictures are too different from one another to make one style. Choose pictures of one artist, one technique or one series.',
    { facts: { coherence } },
  );
