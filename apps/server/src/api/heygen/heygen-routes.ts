import { useProblemShape } from '../../http/error-handler.js';
import type { ZodApp } from '../../http/zod-app.js';
import type { Services } from '../services.js';
import { heygenProblem } from './envelope.js';
import { generationRoutes } from './routes/generation.js';
import { otherRoutes } from './routes/others.js';

/** Photo avatars as HeyGen's clients ask for them, with errors in its shape. Register it in a scope of its own. */
export function heygenRoutes(app: ZodApp, services: Services): void {
  useProblemShape(app, heygenProblem);
  generationRoutes(app, services);
  otherRoutes(app);
}
