import { knownOptions } from '@avatar/stage';
import { resolveStyle, type Style } from '@avatar/styles';

export interface StyleApplyOptions {
  /** Token of a style of `@avatar/styles`, or a style of your own. */
  readonly style: string | Style;
}

/** @throws `invalid-options` for an unknown style or option */
export function readOptions(options: StyleApplyOptions): Style {
  knownOptions('styleApply', options, ['style']);
  return resolveStyle(options.style);
}
