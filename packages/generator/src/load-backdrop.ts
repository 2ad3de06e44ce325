import { load, type LoadOptions } from '@avatar/load';
import { pipeline } from '@avatar/pipeline-runner';
import { AvatarError, type PhotoSource, type RasterImage } from '@avatar/stage';

/** Logos and patterns are small, and need not show a face. */
const MIN_SIDE_PX = 64;

/**
 * Decodes the picture that shall stand behind the person, within the limits of a photo.
 * @throws AvatarError `input-rejected` with the reasons of `load`; `facts.option` says that it is not the photo that
 * was refused
 */
export async function loadBackdrop(
  source: PhotoSource | undefined,
  limits: LoadOptions | undefined,
  signal: AbortSignal | undefined,
): Promise<RasterImage | undefined> {
  if (source === undefined) return undefined;
  try {
    const { photo } = await pipeline('source')
      .use(load({ ...limits, minSidePx: MIN_SIDE_PX }))
      .execute({ source }, { signal });
    return photo.image;
  } catch (error) {
    throw AvatarError.is(error) && error.code === 'input-rejected' ? aboutBackdrop(error) : error;
  }
}

const aboutBackdrop = (error: AvatarError): AvatarError =>
  new AvatarError('input-rejected', `The background image was refused: ${error.message}`, {
    ...(error.reason !== undefined && { reason: error.reason }),
    publicMessage:
      error.reason === 'not-found'
        ? 'The background picture could not be found. Choose the file again.'
        : 'The background picture cannot be used. Choose another JPEG, PNG or WebP picture.',
    facts: { ...error.facts, option: 'backgroundImage' },
    cause: error,
  });
