import type { CharacterSpec, FilledCharacter } from '@avatar/character';
import type { PictureSize, RasterImage } from '@avatar/stage';
import type { Moment } from '../rig/moment.js';

/** What a look is asked to draw. */
export interface LookRequest {
  readonly character: FilledCharacter;
  /** The look's own ground, a colour, or nothing: then the picture has alpha. */
  readonly background: 'own' | 'none' | `#${string}`;
  readonly size: PictureSize;
  /** A point of time of a motion. Left out, the person stands still. */
  readonly moment?: Moment;
}

/** One way to draw people. */
export interface Look {
  /** Wishes of the spec, as `path=value`, that this look draws nothing for. */
  readonly unsupported: (spec: CharacterSpec, character: FilledCharacter) => readonly string[];
  readonly raster: (request: LookRequest) => Promise<RasterImage>;
  /** The picture as an SVG document; left out where a look has no vectors. */
  readonly svg?: (request: LookRequest) => string;
}
