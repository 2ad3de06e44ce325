import { avatarRequest, type AvatarPipelineOptions } from '@avatar/generator';
import type { ModelHub } from '@avatar/models';
import type { Style } from '@avatar/styles';

const SIZE_PX = 512;

/** What the product's own pipeline is asked for: the style with all its defaults, at 512 px. */
export const evaluated = (models: ModelHub, style: Style): AvatarPipelineOptions => ({
  ...avatarRequest({ style, sizePx: SIZE_PX }),
  models,
});
