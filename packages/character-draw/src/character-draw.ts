import { createPlane, mapPlane, toPlanar } from '@avatar/image';
import {
  choiceOption,
  defineStage,
  sameSize,
  knownOptions,
  sizeOption,
  type Avatar,
  type PictureSize,
  type Plane,
  type RasterImage,
  type Stage,
} from '@avatar/stage';
import { drawCharacter } from './draw-character.js';
import { LOOK_NAMES, type LookName } from './looks/looks.js';

export interface CharacterDrawOptions {
  /** How the person is drawn. */
  readonly look: LookName;
  /**
   * `none`: the person alone, for a background of another stage. `own`: on the look's own ground, which is then part
   * of the drawing, so that `Avatar.person` is 1 everywhere. Default `none`.
   */
  readonly ground?: 'none' | 'own';
  /** Side of the square picture in pixels, 32 to 2048; the same as the background's. Default 800. */
  readonly sizePx?: number;
  /** Width and height of a picture that is no square, 32 to 2048 each, instead of `sizePx`. */
  readonly size?: PictureSize;
}

/**
 * Draws the character. What its spec leaves open comes from the seed of the spec, or else from that of the run. What
 * the spec asks for and the look has nothing for is told as the warning `not-drawn`.
 *
 * Reads `character`, writes `avatar`. No model.
 *
 * @throws AvatarError `invalid-options`, while running also for a spec that is none
 */
export function characterDraw(options: CharacterDrawOptions): Stage<'character', 'avatar'> {
  knownOptions('characterDraw', options, ['look', 'ground', 'sizePx', 'size']);
  const look = choiceOption('look', options.look, LOOK_NAMES);
  const background = choiceOption('ground', options.ground ?? 'none', ['none', 'own']);
  const size = sizeOption(options, { min: 32, max: 2048, defaultPx: 800 });
  return defineStage({
    name: 'character-draw',
    reads: ['character'],
    writes: ['avatar'],
    agreements: [sameSize(['avatar'], size)],
    run: async ({ character }, context) => {
      const { signal, seed } = context;
      signal.throwIfAborted();
      const drawn = await drawCharacter(character, { look, background, size, seed, format: 'raster' });
      for (const field of drawn.unsupported)
        context.warn({
          code: 'not-drawn',
          message: `This look cannot draw “${wordsOf(field)}”, and left it out.`,
        });
      return { avatar: avatarOf(drawn.picture) };
    },
  });
}

const avatarOf = (picture: RasterImage): Avatar => ({ image: toPlanar(picture), person: opacityOf(picture) });

/** Where the picture is opaque, 0 to 1. */
function opacityOf({ data, width, height, channels }: RasterImage): Plane {
  const opaque = createPlane(width, height, 1);
  return channels === 4 ? mapPlane(opaque, (_, i) => data[i * 4 + 3] / 255) : opaque;
}

/** `hair.fringe=straight` as people read it: `hair fringe: straight`. */
const wordsOf = (field: string): string => field.replace(/[._]/g, ' ').replace('=', ': ');
