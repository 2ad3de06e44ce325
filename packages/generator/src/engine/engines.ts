import { checkEngine, type PortraitEngine } from '@avatar/engine';
import { invalidOption } from '@avatar/stage';
import { engineRenderingOf, type Style } from '@avatar/styles';

/** Generative engines by the names that styles call them. */
export type Engines = Readonly<Record<string, PortraitEngine>>;

/** @throws AvatarError `invalid-options` for what is no engine, and for a style whose engine is not there */
export function checkEngines(engines: Engines, styles: readonly Style[]): void {
  for (const [name, engine] of Object.entries(engines)) checkEngine(`engines.${name}`, engine);
  for (const style of styles) engineOf(style, engines);
}

/**
 * The engine that paints a style; undefined for styles that need none.
 * @throws AvatarError `invalid-options` if it is not there, or takes no photo
 */
export function engineOf(style: Style, engines: Engines): PortraitEngine | undefined {
  const rendering = engineRenderingOf(style);
  if (rendering === undefined) return undefined;
  const { engine: name } = rendering;
  if (!Object.hasOwn(engines, name))
    throw invalidOption(
      `an engine "${name}", which the style "${style.token}" names`,
      'engines',
      known(engines),
    );
  const engine = engines[name];
  if (!engine.capabilities.fromPhoto)
    throw invalidOption(
      'an engine that paints from a photo',
      `engines.${name}`,
      'one that paints from text alone',
    );
  return engine;
}

const known = (engines: Engines): string => Object.keys(engines).join(', ') || 'none';
