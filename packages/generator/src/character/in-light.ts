import { detailEnhance } from '@avatar/detail-enhance';
import { pipeline } from '@avatar/pipeline-runner';
import type { Style } from '@avatar/styles';

/** A light over a drawn person and their ground; no stage at all without one. */
export const inLight = (style: string | Style, light: string | undefined) =>
  light === undefined
    ? pipeline('avatar')
    : pipeline('avatar').use(detailEnhance({ style, light, origin: 'character' }));
