import type { Finish } from '../../parameters/finish.js';

/**
 * How the person is rendered: painted anew by a generative engine, which the caller gives to the generator under a name.
 * What it paints is framed, cut out and judged like every other avatar.
 */
export interface EngineRendering extends Pick<Finish, 'retouch' | 'grade'> {
  readonly kind: 'engine';
  /** Name of the engine in `createAvatarGenerator({ engines })`, lower-case words with `-` or `_`, up to 64 characters. */
  readonly engine: string;
  /** What to paint, 1 to 1000 characters. That it is the same person is added to it. */
  readonly prompt: string;
  /** What must not be seen, 1 to 1000 characters. Default: none. */
  readonly negativePrompt?: string;
  /** How far the picture may go from the photo at full intensity, 0.05 to 1. */
  readonly strength: number;
  /** Where the engine may paint: `all` of the square, or the `person` alone; engines without masks paint all. Default:
   * `all`. */
  readonly paints?: 'all' | 'person';
}
