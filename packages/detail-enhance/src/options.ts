import { knownOptions } from '@avatar/stage';
import { resolveStyle, type Style } from '@avatar/styles';

export interface DetailEnhanceOptions {
  /** Token of a style of `@avatar/styles`, or a style of your own. */
  readonly style: string | Style;
}

/** @throws `invalid-options` for an unknown style or option */
export function detailEnhanceSettings(options: DetailEnhanceOptions): Style {
  knownOptions('detailEnhance', options, ['style']);
  return resolveStyle(options.style);
}
