import { z } from 'zod';
import { choice, object } from '../../schema/fields.js';
import { CHARACTER_LOOKS } from './character-rendering.js';

export const characterRendering = object({
  kind: z.literal('character'),
  look: choice(...CHARACTER_LOOKS),
});
