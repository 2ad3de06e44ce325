import type { ModelHub } from '@avatar/models';
import { knownOptions } from '@avatar/stage';
import { resolveStyle, type KnownOrOwn, type Style, type StyleToken } from '@avatar/styles';

export interface StyleApplyOptions {
  /** Token of a style of `@avatar/styles`, or a style of your own. */
  readonly style: KnownOrOwn<StyleToken> | Style;
  /** Loads the network of a style that brings one. Other styles do not need it. Default: none. */
  readonly models?: ModelHub | undefined;
}

/** @throws `invalid-options` for an unknown style or option */
export function styleApplySettings(options: StyleApplyOptions): {
  style: Style;
  models: ModelHub | undefined;
} {
  knownOptions('styleApply', options, ['style', 'models']);
  return { style: resolveStyle(options.style), models: options.models };
}
