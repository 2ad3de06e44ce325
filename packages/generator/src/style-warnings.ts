import type { Warning } from '@avatar/stage';
import { isUnusualFor, MIN_LIKENESS, type Platform, type Style } from '@avatar/styles';

/** What people on a platform may find unusual about a style. */
export function styleWarnings(style: Style, platform: Platform): Warning[] {
  if (!isUnusualFor(style, platform)) return [];
  return [
    {
      code: 'style-unusual-for-platform',
      message: `${style.label} is an unusual choice for ${platform.label}, where people expect a picture that looks like you.`,
      measured: MIN_LIKENESS[style.context],
      threshold: MIN_LIKENESS[platform.context],
    },
  ];
}
