import { z } from 'zod';
import { object } from '../../schema/fields.js';
import { finish } from '../../schema/finish.js';
import type { RenderFunction } from './function-rendering.js';

export const functionRendering = object({
  kind: z.literal('function'),
  render: z.custom<RenderFunction>((value) => typeof value === 'function', { error: 'a function' }),
  ...finish,
});
