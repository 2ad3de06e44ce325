import { randomUUID } from 'node:crypto';
import {
  engineFailure,
  type EngineCapabilities,
  type PortraitEngine,
  type PortraitRequest,
} from '@avatar/engine';
import { ComfyUiHttp } from './comfyui-http.js';
import { finishedPicture } from './finished-picture.js';
import { comfyUiSettings, type ComfyUiEngineOptions, type ComfyUiSettings } from './options.js';
import { stopJob } from './stop-job.js';
import { blankUploads, uploadPicture } from './uploads.js';
import { filledWorkflow, placeholdersOf, type PlaceholderValues } from './workflow.js';

/** Sides of latent images are counted in eights. */
const LATENT_PX = 8;
/** Longest wait for the id of a job that was asked for. */
const SUBMIT_MS = 10_000;

/**
 * Portraits painted by a ComfyUI server, by a workflow whose placeholders say what it can do. The photo is uploaded to the
 * server's temporary folder and overwritten afterwards; the picture's entry in the history is deleted.
 *
 * @throws AvatarError `invalid-options` for a wrong option or workflow
 */
export function comfyUiEngine(options: ComfyUiEngineOptions): PortraitEngine {
  const settings = comfyUiSettings(options);
  const http = new ComfyUiHttp(settings);
  return {
    id: settings.id,
    timeoutMs: settings.timeoutMs,
    capabilities: capabilitiesOf(settings),
    paint: async (request, { signal }) => {
      signal.throwIfAborted();
      const values = new Map<'photo' | 'mask', string>();
      try {
        for (const kind of ['photo', 'mask'] as const) {
          const png = request[kind];
          if (png !== undefined) values.set(kind, await uploadPicture(http, png, signal));
        }
        const bytes = await paintedBy(http, settings, request, Object.fromEntries(values), signal);
        return { bytes, use: { costUsd: 0 } };
      } finally {
        await blankUploads(http, [...values.values()]);
      }
    },
  };
}

async function paintedBy(
  http: ComfyUiHttp,
  settings: ComfyUiSettings,
  request: PortraitRequest,
  uploads: PlaceholderValues,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const workflow = filledWorkflow(settings.workflow, { ...wordsAndNumbers(request), ...uploads });
  const body = JSON.stringify({ prompt: workflow, client_id: randomUUID() });
  signal.throwIfAborted();
  // Not broken off when the caller leaves: a job without its id could not be stopped and would go on painting.
  const { prompt_id: jobId } = await http.json('prompt', {
    method: 'POST',
    body,
    signal: AbortSignal.timeout(SUBMIT_MS),
  });
  if (typeof jobId !== 'string' || jobId === '')
    throw engineFailure(settings.id, 'engine-wrong-output', 'took the workflow and named no prompt_id');
  try {
    const picture = await finishedPicture(http, jobId, settings, signal);
    return await http.bytes('view', { query: { ...picture }, signal });
  } finally {
    await stopJob(http, jobId, signal.aborted);
  }
}

const wordsAndNumbers = ({
  prompt,
  negativePrompt,
  strength,
  seed,
  size,
}: PortraitRequest): PlaceholderValues => ({
  prompt,
  negative_prompt: negativePrompt ?? '',
  strength,
  seed,
  width: size.widthPx,
  height: size.heightPx,
});

function capabilitiesOf({ workflow, sidePx }: ComfyUiSettings): EngineCapabilities {
  const used = placeholdersOf(workflow);
  return {
    fromText: !used.has('photo'),
    fromPhoto: used.has('photo'),
    mask: used.has('mask') ? 'white' : 'none',
    strength: used.has('strength'),
    seed: used.has('seed'),
    negativePrompt: used.has('negative_prompt'),
    sizes: { minPx: sidePx.min, maxPx: sidePx.max, multipleOf: LATENT_PX },
    cost: 'free',
  };
}
