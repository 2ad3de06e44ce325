import { expect, test } from 'vitest';
import { drawCharacter } from '../../draw-character.js';

test.each(['quiff', 'curly_short', 'undercut', 'long_curly'] as const)(
  'a whole figure has its %s hair in the picture',
  async (style) => {
    const { picture } = await drawCharacter(
      {
        seed: 5,
        hair: { style, texture: 'curly', volume: 1 },
        headwear: { style: 'none' },
        pose: { framing: 'full_body' },
      },
      { look: 'anime', sizePx: 100, background: 'none', format: 'raster' },
    );
    const topRow = Array.from({ length: picture.width }, (_, x) => picture.data[x * 4 + 3]);
    expect(picture.channels).toBe(4);
    // Less than a tenth: what resampling spreads.
    expect(Math.max(...topRow)).toBeLessThan(26);
  },
);
