import { setTimeout as wait } from 'node:timers/promises';
import { engineFailure } from '@avatar/engine';
import type { ComfyUiHttp } from './comfyui-http.js';
import type { ComfyUiSettings } from './options.js';

/** Where the server keeps a picture. */
export interface StoredPicture {
  readonly filename: string;
  readonly subfolder: string;
  readonly type: string;
}

interface HistoryEntry {
  readonly outputs?: Readonly<Record<string, { readonly images?: readonly Partial<StoredPicture>[] }>>;
  readonly status?: {
    readonly status_str?: string;
    readonly messages?: readonly (readonly [string, Readonly<Record<string, unknown>>])[];
  };
}

/**
 * Waits until a job is in the server's history.
 * @returns the first picture of the job's outputs
 * @throws AvatarError for a node that failed, and for a job without a picture
 */
export async function finishedPicture(
  http: ComfyUiHttp,
  jobId: string,
  { id, pollMs }: ComfyUiSettings,
  signal: AbortSignal,
): Promise<StoredPicture> {
  for (;;) {
    const history = await http.json(`history/${encodeURIComponent(jobId)}`, { signal });
    const entry = history[jobId] as HistoryEntry | undefined;
    if (entry !== undefined && isOver(entry)) return pictureOf(entry, id);
    await wait(pollMs, undefined, { signal });
  }
}

/** A job that still runs is not listed; some servers list it without a status. */
const isOver = ({ outputs, status }: HistoryEntry): boolean =>
  status?.status_str !== undefined || Object.keys(outputs ?? {}).length > 0;

function pictureOf({ outputs = {}, status }: HistoryEntry, engineId: string): StoredPicture {
  if (status?.status_str === 'error') throw failedJob(status.messages ?? [], engineId);
  const [picture] = Object.values(outputs).flatMap(({ images = [] }) => images);
  if (picture?.filename === undefined)
    throw engineFailure(
      engineId,
      'engine-no-image',
      'finished without a picture; end the workflow with PreviewImage or SaveImage',
    );
  const { filename, subfolder = '', type = 'output' } = picture;
  return { filename, subfolder, type };
}

/** Names the node; what it said is left out, because it may quote its inputs. */
function failedJob(messages: NonNullable<NonNullable<HistoryEntry['status']>['messages']>, engineId: string) {
  const names = messages.map(([name]) => name);
  if (names.includes('execution_interrupted'))
    return engineFailure(engineId, 'engine-failed', 'was interrupted by somebody else; try again');
  const error = messages.find(([name]) => name === 'execution_error')?.[1] ?? {};
  const facts = { ...short('node', error['node_id']), ...short('nodeType', error['node_type']) };
  const where = 'node' in facts ? ` in node "${facts.node}"` : '';
  return engineFailure(engineId, 'engine-failed', `failed${where}; its log says why`, {
    facts: { ...facts, ...short('exception', error['exception_type']) },
  });
}

const short = <Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>> =>
  typeof value === 'string' ? ({ [name]: value.slice(0, 100) } as Record<Name, string>) : {};
