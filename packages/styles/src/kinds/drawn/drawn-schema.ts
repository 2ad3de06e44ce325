import { z } from 'zod';
import { choice, integer, number, object, share } from '../../schema/fields.js';
import { relight, tone } from '../../schema/light.js';

const feature = number(-0.3, 0.5);

export const drawnRendering = object({
  kind: z.literal('drawn'),
  tone,
  relight,
  features: object({ eyes: feature, nose: feature, mouth: feature }),
  skin: object({ meshLight: share(), shadow: number(0, 30), detail: share(), blush: share() }),
  hair: object({ contrast: number(0, 2), gloss: share() }),
  shading: object({ softness: share(), gloss: share() }),
  ink: object({ strength: share(), onSkin: share(), widthPx: number(0.6, 4), outline: share() }),
  eyes: choice('drawn', 'bold'),
  saturation: number(0, 2),
  pixels: object({ cells: integer(32, 160), colours: integer(8, 64), dither: number(0, 6) }).exactOptional(),
});
