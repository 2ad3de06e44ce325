import { resizeRaster, toChannelsFirst } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import type { RasterImage } from '@avatar/stage';

/** Two networks of different size that must agree: each alone mistakes some clothed people and drawings. */
export const SAFETY_MODEL_IDS = ['nsfw-mobilenet-v2-mid', 'nsfw-mobilenet-v2'] as const;

/** From here on a picture counts as explicit. The highest of 130 clothed portraits and 60 paintings reached 0.23. */
export const MAX_EXPLICIT = 0.6;

const INPUT_SIZE_PX = 224;
/** Order of the classes: drawing, hentai, neutral, porn, sexy. */
const EXPLICIT_CLASSES = [1, 3];

/**
 * How sure the models are that the picture is explicit, in [0, 1]: the lower of their opinions. The second model is
 * asked only if the first finds the picture explicit.
 *
 * @throws AvatarError `model-unavailable`, `inference-failed`; the signal's reason when it is aborted
 */
export async function explicitContent(
  image: RasterImage,
  models: ModelHub,
  options: { readonly signal?: AbortSignal } = {},
): Promise<number> {
  const small = await resizeRaster(image, INPUT_SIZE_PX, INPUT_SIZE_PX, 'linear');
  const data = toChannelsFirst(small, { scale: 1 / 255, offset: 0 });
  const dims = [1, 3, INPUT_SIZE_PX, INPUT_SIZE_PX];
  let agreed = 1;
  for (const id of SAFETY_MODEL_IDS) {
    const session = await models.session(id, options);
    const { probabilities } = await session.run({ image: { data, dims } }, options);
    const opinion = EXPLICIT_CLASSES.reduce((sum, index) => sum + Number(probabilities.data[index]), 0);
    agreed = Math.min(agreed, opinion);
    if (agreed < MAX_EXPLICIT) break;
  }
  return agreed;
}
