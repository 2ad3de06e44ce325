import { z } from 'zod';
import { choice, colour, integer, number, object, share } from './fields.js';

const radius = number(0.001, 0.1);

const particleLayer = object({
  shape: choice('mote', 'ember', 'leaf'),
  colours: z
    .array(colour())
    .min(1, { error: 'at least one colour' })
    .max(16, { error: 'at most 16 colours' }),
  count: integer(0, 200),
  radius: z.tuple([radius, radius], { error: 'two radii' }),
  opacity: share(),
  depth: choice('behind', 'before'),
});

const ring = object({ colour: colour(), radius: number(0.4, 1), opacity: share() });

export const ornament = object({
  particles: z.array(particleLayer).max(8, { error: 'at most 8 layers of particles' }),
  ring: ring.exactOptional(),
});
