import { resizeRaster, toChannelsFirst } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import type { RasterImage } from '@avatar/stage';

/** Two networks of different size that must agree: each alone mistakes some clothed people and drawings. */
export const SAFETY_MODEL_IDS = ['nsfw-mobilenet-v2-mid', 'nsfw-mobilenet-v2'] as const;

/** What the networks tell apart, in the order of their outputs. */
export const SAFETY_CLASSES = ['drawing', 'hentai', 'neutral', 'porn', 'sexy'] as const;
const EXPLICIT_CLASSES: readonly string[] = ['hentai', 'porn'];

const INPUT_SIZE_PX = 224;

/** What the models say about one picture. */
export interface ContentOpinion {
  /** Confidence in [0, 1] that the picture is explicit: the lower of the models' opinions. */
  readonly explicit: number;
  /** Probability of each class in [0, 1] by `model/class`, of those models that were asked. */
  readonly classes: Readonly<Record<string, number>>;
}

/** The models that an opinion comes from. */
export const modelsOf = ({ classes }: ContentOpinion): readonly string[] =>
  SAFETY_MODEL_IDS.filter((id) => Object.keys(classes).some((name) => name.startsWith(`${id}/`)));

export interface ContentOptions {
  readonly signal?: AbortSignal;
  /** The second model is asked only if the first finds the picture this explicit. In [0, 1]; 0 asks both. */
  readonly maxExplicit: number;
}

/**
 * Judges whether a picture is explicit.
 *
 * @throws AvatarError `model-unavailable`, `inference-failed`; the signal's reason when it is aborted
 */
export async function judgeContent(
  image: RasterImage,
  models: ModelHub,
  { maxExplicit, ...options }: ContentOptions,
): Promise<ContentOpinion> {
  const small = await resizeRaster(image, INPUT_SIZE_PX, INPUT_SIZE_PX, 'linear');
  const data = toChannelsFirst(small, { scale: 1 / 255, offset: 0 });
  const dims = [1, 3, INPUT_SIZE_PX, INPUT_SIZE_PX];
  const classes: Record<string, number> = {};
  let explicit = 1;
  for (const id of SAFETY_MODEL_IDS) {
    const model = await models.load(id, options);
    const { probabilities } = await model.run({ image: { data, dims } }, options);
    let opinion = 0;
    for (const [index, name] of SAFETY_CLASSES.entries()) {
      const probability = Number(probabilities.data[index]);
      classes[`${id}/${name}`] = probability;
      if (EXPLICIT_CLASSES.includes(name)) opinion += probability;
    }
    explicit = Math.min(explicit, opinion);
    if (explicit < maxExplicit) break;
  }
  return { explicit, classes };
}
