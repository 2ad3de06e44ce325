import { useProblemShape } from '../../http/error-handler.js';
import type { ZodApp } from '../../http/zod-app.js';
import type { Services } from '../services.js';
import { heygenProblem } from './envelope.js';
import { assetRoutes } from './routes/assets.js';
import { generationRoutes } from './routes/generation.js';
import { groupRoutes } from './routes/groups.js';
import { lookRoutes } from './routes/looks.js';
import { otherRoutes } from './routes/others.js';
import { trainingRoutes } from './routes/training.js';

/** Photo avatars as HeyGen's clients ask for them, with errors in its shape. Register it in a scope of its own. */
export function heygenRoutes(app: ZodApp, services: Services): void {
  useProblemShape(app, heygenProblem);
  generationRoutes(app, services);
  assetRoutes(app, services);
  groupRoutes(app, services);
  trainingRoutes(app, services);
  lookRoutes(app, services);
  otherRoutes(app);
}
