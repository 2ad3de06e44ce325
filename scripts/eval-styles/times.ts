import type { AvatarGenerator, Mode } from '@avatar/generator';
import { median } from '@avatar/image';
import type { Style } from '@avatar/styles';
import type { StyleFigures } from './table.js';

const SIZE_PX = 800;
/** Runs until V8 has compiled what is hot. */
const WARM_UP_RUNS = 5;

/** Warm medians in milliseconds at 800 px, one attempt, in both modes. */
export async function measureTimes(
  generator: AvatarGenerator,
  { token }: Style,
  photos: readonly string[],
): Promise<StyleFigures> {
  const usualMs = async (mode: Mode): Promise<number> => {
    const timesMs: number[] = [];
    // A style is timed without the retries that a photo may need.
    for (const photo of [...photos.slice(0, WARM_UP_RUNS), ...photos])
      timesMs.push(
        (await generator.generate(photo, { style: token, sizePx: SIZE_PX, mode, minLikeness: 0 })).latencyMs,
      );
    return median(timesMs.slice(WARM_UP_RUNS));
  };
  return { maxMs: await usualMs('max'), ecoMs: await usualMs('eco') };
}
