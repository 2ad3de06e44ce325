import { checkEngine } from '@avatar/engine';
import { AvatarError, invalidOption } from '@avatar/stage';
import { createCatalogue, engineRenderingOf, type Style } from '@avatar/styles';
import type { EnginesModule } from '@avatar/worker-pool';
import { ConfigError } from '../config/config-error.js';
import { createEngines, engineStyles, type EnginesConfig } from './create-engines.js';

/** Engines for the children, and the styles that they paint, for everybody else. */
export interface ConfiguredEngines {
  readonly styles: readonly Style[];
  readonly source: EnginesModule | undefined;
}

const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const MODULE = new URL(`./create-engines${EXTENSION}`, import.meta.url).href;

/**
 * Looks at the engines of the configuration once, so that a mistake ends the start and not the first request.
 * @throws ConfigError
 */
export async function configuredEngines(config: EnginesConfig): Promise<ConfiguredEngines> {
  const { comfyUi, module } = config;
  if (comfyUi === undefined && module === undefined) return { styles: [], source: undefined };
  try {
    const engines = await createEngines(config);
    for (const [name, engine] of Object.entries(engines)) checkEngine(`engines.${name}`, engine);
    const styles = await engineStyles(config, engines);
    createCatalogue({ styles });
    for (const style of styles) checkStyleHasEngine(style, Object.keys(engines));
    return { styles, source: { module: MODULE, options: config } };
  } catch (error) {
    const names =
      module === undefined ? 'AVATAR_COMFYUI_WORKFLOW' : 'AVATAR_ENGINES_MODULE, AVATAR_COMFYUI_WORKFLOW';
    throw new ConfigError([`${names}: ${reasonOf(error)}`]);
  }
}

function checkStyleHasEngine(style: Style, names: readonly string[]): void {
  const rendering = engineRenderingOf(style);
  if (rendering !== undefined && !names.includes(rendering.engine))
    throw invalidOption(
      `an engine "${rendering.engine}" for the style "${style.token}"`,
      'engines',
      names.join(', '),
    );
}

/** Other errors may quote the file that they come from. */
function reasonOf(error: unknown): string {
  if (AvatarError.is(error)) return error.message;
  const { code, name } = error as NodeJS.ErrnoException;
  return `cannot be read or run (${code ?? name})`;
}
