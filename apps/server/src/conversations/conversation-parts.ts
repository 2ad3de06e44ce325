import type { WorkerPool } from '@avatar/worker-pool';
import type { PhotoSources } from '../generations/index.js';
import type { ConversationStore } from './conversation-store.js';
import type { PictureParts } from './draw-snapshot.js';
import type { Interpreter } from './interpreter.js';
import type { UnansweredParts } from './unanswered-pictures.js';

/** What conversations work with. */
export interface ConversationParts extends PictureParts {
  readonly store: ConversationStore;
  readonly photos: PhotoSources;
  readonly unanswered: UnansweredParts;
  readonly pool: Pick<WorkerPool, 'validate' | 'measure'>;
  /** How long a photo is kept. */
  readonly inputTtlMs: number;
  /** Default: nobody is asked, and the rules' question is the answer. */
  readonly interpreter: Interpreter | undefined;
  /** Whether the account can pay for a picture. @throws ApiError `insufficient-credits` */
  readonly checkBalance: (accountId: string) => Promise<void>;
}
