import type { Motion } from '@avatar/character-draw';
import type { KnownOrOwn } from '@avatar/styles';
import type { CharacterAvatarResult } from '../avatar-result.js';
import type { DrawOptions } from './draw-options.js';

export const ANIMATION_FORMATS = ['webp', 'apng'] as const;

/** Files of pictures that move. */
export type AnimationFormat = (typeof ANIMATION_FORMATS)[number];

/** A character in motion, as a sticker: a square that loops after 2 s, under 500 KB. */
export interface AnimationOptions extends Pick<
  DrawOptions,
  'look' | 'edits' | 'pose' | 'expression' | 'framing' | 'seed' | 'signal'
> {
  /** What the person does. A wave replaces the gesture, a laugh the expression. */
  readonly animate: Motion;
  /** `webp`: animated WebP. `apng`: animated PNG of few colours, for those who take no WebP. Default `webp`. */
  readonly format?: AnimationFormat | undefined;
  /** `own`: the look's own ground; `transparent`; or a flat colour as `#rrggbb`. Default `own`. */
  readonly background?: KnownOrOwn<'own' | 'transparent' | `#${string}`> | undefined;
  /**
   * Side of the square in pixels, 64 to 512. Where a file would be over 500 KB it has a lower quality or
   * fewer colours, and then fewer pictures. Default 320.
   */
  readonly sizePx?: number | undefined;
}

/** A person in motion, drawn from data. */
export interface CharacterAnimationResult extends Pick<
  CharacterAvatarResult,
  'origin' | 'delivered' | 'bytes' | 'width' | 'height' | 'look' | 'character' | 'understood' | 'unsupported'
> {
  readonly format: AnimationFormat;
  readonly animate: Motion;
  /** Pictures in the file: equal ones that follow each other are one, and a large file has fewer. */
  readonly frames: number;
  /** Of one loop. */
  readonly durationMs: number;
  readonly seed: number;
  /** Wall-clock milliseconds from the call to the result. */
  readonly latencyMs: number;
}
