import { integerOption, invalidOption, knownOptions } from '@avatar/stage';
import { checkWorkflow, type Workflow } from './workflow.js';

export interface ComfyUiEngineOptions {
  /** Address of the server, such as `http://127.0.0.1:8188`; a path before its routes is kept. */
  readonly url: string;
  /**
   * The workflow as ComfyUI exports it for its API, with placeholders; see the README. `workflows/*.json` of this package
   * are to begin with.
   */
  readonly workflow: Workflow;
  /** Names the engine in metadata and errors. Default: `comfyui`. */
  readonly id?: string | undefined;
  /** Headers of every request, such as those that a proxy before the server wants. Default: none. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds for one picture, waiting in the server's queue included, 1000 to 900 000. Default: 120 000. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds between two looks at the server's history, 10 to 10 000. Default: 500. */
  readonly pollMs?: number | undefined;
  /** Largest picture that is taken from the server, in bytes, 1024 to 200 000 000. Default: 32 000 000. */
  readonly maxBytes?: number | undefined;
  /**
   * Sides that the workflow's model is at home with, in pixels, 64 to 4096; the picture is scaled to lie between.
   * Default: 768 to 1536.
   */
  readonly sidePx?: { readonly min: number; readonly max: number } | undefined;
}

export interface ComfyUiSettings {
  readonly url: URL;
  readonly workflow: Workflow;
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly pollMs: number;
  readonly maxBytes: number;
  readonly sidePx: { readonly min: number; readonly max: number };
}

const KNOWN: readonly (keyof ComfyUiEngineOptions)[] = [
  'url',
  'workflow',
  'id',
  'headers',
  'timeoutMs',
  'pollMs',
  'maxBytes',
  'sidePx',
];

/** @throws AvatarError `invalid-options` */
export function comfyUiSettings(options: ComfyUiEngineOptions): ComfyUiSettings {
  knownOptions('comfyUiEngine', options, KNOWN);
  const { id = 'comfyui', headers = {}, sidePx = { min: 768, max: 1536 } } = options;
  checkWorkflow(options.workflow);
  knownOptions('sidePx', sidePx, ['min', 'max']);
  const min = integerOption('sidePx.min', sidePx.min, 64, 4096);
  return {
    url: serverAddress(options.url),
    workflow: options.workflow,
    id,
    headers,
    timeoutMs: integerOption('timeoutMs', options.timeoutMs ?? 120_000, 1000, 900_000),
    pollMs: integerOption('pollMs', options.pollMs ?? 500, 10, 10_000),
    maxBytes: integerOption('maxBytes', options.maxBytes ?? 32_000_000, 1024, 200_000_000),
    sidePx: { min, max: integerOption('sidePx.max', sidePx.max, min, 4096) },
  };
}

/** With a slash at its end, so that routes are joined to it. */
function serverAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.username !== '')
    throw invalidOption('an http or https address without a user name', 'url', 'something else');
  url.search = '';
  url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
