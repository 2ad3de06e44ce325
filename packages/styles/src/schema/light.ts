import { z } from 'zod';
import { bounds, colour, direction, number, object, positive, share } from './fields.js';

export const tone = object({
  skinLightness: bounds(number(0, 100), number(0, 100)),
  maxLift: number(0, 50),
  maxDrop: number(0, 50),
  hueStrength: share(),
  chromaStrength: share(),
  contrast: share(),
  saturation: number(0, 2),
});

const gel = object({
  colour: colour(),
  direction: direction(),
  fromKeySide: z.boolean({ error: 'true or false' }).exactOptional(),
  strength: number(0, 4),
  falloff: number(0.1, 8),
});

const gels = object({
  gels: z.array(gel).min(1, { error: 'at least one gel' }).max(4, { error: 'at most 4 gels' }),
  fill: colour(),
  exposure: positive(1),
  bleach: share(),
  shine: share(),
  castShadows: share(),
});

export const relight = object({
  delight: object({ flat: share(), oneSided: share() }),
  keyDirection: direction(),
  ambient: positive(1),
  falloff: number(0.1, 8),
  strength: number(0, 2),
  ratio: bounds(number(0.05, 1), number(1, 4)),
  body: share(),
  shadowFill: share(),
  bottomBrightness: number(0.1, 1.5),
  castShadows: share().exactOptional(),
  gels: gels.exactOptional(),
});
