import { z } from 'zod';
import { object } from './fields.js';
import { grade } from './grade.js';
import { relight, tone } from './light.js';
import { retouch } from './retouch.js';

export const photoRendering = object({
  kind: z.literal('photo'),
  tone,
  relight,
  retouch,
  grade: grade.exactOptional(),
});
