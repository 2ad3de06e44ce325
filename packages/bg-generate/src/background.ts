import { defineStage, type Background, type Stage } from '@avatar/stage';
import { type BackgroundOptions, backgroundSettings } from './options.js';
import { studioLight } from './studio-light.js';

/**
 * Makes what stands behind the person, out of nothing but its options and the run's seed. The last picture is kept, so
 * that runs with the same seed share it.
 *
 * Reads nothing, writes `background`.
 *
 * @throws AvatarError `invalid-options`
 */
export function background(options: BackgroundOptions = {}): Stage<never, 'background'> {
  const { token, palette, sizePx } = backgroundSettings(options);
  let last: { readonly seed: number; readonly background: Background } | undefined;
  const make = (seed: number): Background =>
    token === 'transparent'
      ? { kind: 'transparent' }
      : { kind: 'picture', image: studioLight(sizePx, palette, seed) };
  return defineStage({
    name: 'background',
    reads: [],
    writes: ['background'],
    run: async (_, { signal, seed }) => {
      signal.throwIfAborted();
      if (last?.seed !== seed) last = { seed, background: make(seed) };
      return { background: last.background };
    },
  });
}
