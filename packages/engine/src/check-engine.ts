import { integerOption, invalidOption } from '@avatar/stage';
import type { PortraitEngine } from './portrait-engine.js';

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** @throws AvatarError `invalid-options` for what is no engine, or one that can paint nothing */
export function checkEngine(name: string, engine: unknown): asserts engine is PortraitEngine {
  const { id, capabilities, timeoutMs, paint } = (engine ?? {}) as Partial<PortraitEngine>;
  if (typeof paint !== 'function' || typeof capabilities !== 'object')
    throw invalidOption('a PortraitEngine', name, typeof engine);
  if (typeof id !== 'string' || !ID.test(id))
    throw invalidOption('1 to 64 lower-case letters, digits and "-"', `${name}.id`, id);
  const { sizes } = capabilities;
  if (Array.isArray(sizes) ? sizes.length === 0 : typeof sizes !== 'object')
    throw invalidOption('a list of sizes or their bounds', `${name}.capabilities.sizes`, 'none');
  integerOption(`${name}.timeoutMs`, timeoutMs, 1000, 900_000);
  if (!capabilities.fromText && !capabilities.fromPhoto)
    throw invalidOption('an engine that paints from text or from a photo', name, 'one that does neither');
}
