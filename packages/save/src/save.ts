import { encodeLossy, encodePng } from '@avatar/image';
import {
  defineStage,
  type Artifacts,
  type EncodedAvatar,
  type RasterImage,
  type Stage,
  type StageContext,
} from '@avatar/stage';
import { markSrgb } from './colour-chunks.js';
import { saveSettings, type SaveOptions, type SaveSettings } from './options.js';
import {
  checkOpaque,
  checkShape,
  enlargePixels,
  fitPicture,
  quantisePicture,
  shrinkRaster,
} from './picture.js';
import { thumbnailPart } from './thumbnail-part.js';
import { derivedRunId, xmpPacket } from './compose-xmp.js';
import { writeXmp } from './write-xmp.js';

const THUMBNAIL_PX = 100;

type SaveInput = Pick<Artifacts, 'avatar' | 'verdict'> & Partial<Pick<Artifacts, 'attempts'>>;

/**
 * Stage `avatar, verdict -> encoded`: a dithered 8-bit sRGB picture, a PNG unless another format is asked for, with an
 * alpha channel if the avatar has one, a 100 x 100 thumbnail, and XMP in both that says how the picture was made.
 * Nothing of the photo's own metadata gets here. With `retried: true` it also reads `attempts`.
 *
 * @throws AvatarError `invalid-options` for a wrong option, `stage-failed` if the avatar has not the shape of the
 * picture, or is transparent and the format is not
 */
export function save(
  options: SaveOptions & { readonly retried: true },
): Stage<'avatar' | 'verdict' | 'attempts', 'encoded'>;
export function save(options?: SaveOptions): Stage<'avatar' | 'verdict', 'encoded'>;
export function save(
  options: SaveOptions = {},
): Stage<'avatar' | 'verdict' | 'attempts', 'encoded'> | Stage<'avatar' | 'verdict', 'encoded'> {
  const settings = saveSettings(options);
  const run = async (input: SaveInput, context: StageContext) => ({
    encoded: await encodeAvatar(input, settings, context),
  });
  return settings.retried
    ? defineStage({ name: 'save', reads: ['avatar', 'verdict', 'attempts'], writes: ['encoded'], run })
    : defineStage({ name: 'save', reads: ['avatar', 'verdict'], writes: ['encoded'], run });
}

async function encodeAvatar(
  input: SaveInput,
  settings: SaveSettings,
  context: StageContext,
): Promise<EncodedAvatar> {
  const { signal } = context;
  const { size, enlargement, draft, format } = settings;
  const { image, landmarks } = input.avatar;
  checkShape(input.avatar, size);
  checkOpaque(input.avatar, format);
  const xmp = xmpPacket(provenanceOf(input, settings, context));

  signal.throwIfAborted();
  const inPixels = enlargement === 'nearest' && image.width < size.widthPx;
  const fitted = inPixels ? input.avatar : fitPicture(input.avatar, size);
  const quantised = quantisePicture(fitted, draft ? undefined : context.seed);
  const raster = inPixels ? await enlargePixels(quantised, size) : quantised;
  const shown = thumbnailPart(raster, landmarks, image.width);
  const [bytes, thumbnail] = await Promise.all([
    encode(raster, settings, xmp),
    shrinkRaster(shown, THUMBNAIL_PX).then((small) => encode(small, { ...settings, draft: false }, xmp)),
  ]);
  signal.throwIfAborted();
  return { bytes, format, width: size.widthPx, height: size.heightPx, thumbnail };
}

/** A file that says that it is sRGB, and how it was made. */
async function encode(
  raster: RasterImage,
  { format, quality, draft }: SaveSettings,
  xmp: string,
): Promise<Uint8Array> {
  if (format !== 'png') return encodeLossy(raster, { format, quality, xmp });
  return markSrgb(writeXmp(await encodePng(raster, { compression: draft ? 'fast' : 'small' }), xmp));
}

function provenanceOf({ verdict, attempts }: SaveInput, settings: SaveSettings, context: StageContext) {
  const { style, platform, background, mode, size, original, origin } = settings;
  const kept = attempts?.find((attempt) => attempt.kept);
  const facts = {
    style,
    platform,
    background,
    mode,
    seed: settings.seed ?? context.seed,
    intensity: kept?.intensity ?? context.intensity,
    modelIds: context.usedModels(),
  };
  const runId = settings.runId ?? derivedRunId(facts, size);
  return { ...facts, runId, original, origin, likenessScore: verdict.likenessScore };
}
