import { z } from 'zod';
import { choice, number, object, pattern, text } from '../../schema/fields.js';
import { finish } from '../../schema/finish.js';

export const engineRendering = object({
  kind: z.literal('engine'),
  engine: pattern(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/, 64, 'the name of an engine'),
  prompt: text(1000),
  negativePrompt: text(1000).exactOptional(),
  strength: number(0.05, 1),
  paints: choice('all', 'person').exactOptional(),
  retouch: finish.retouch,
  grade: finish.grade,
});
