import { ApiError } from '../../../errors/index.js';
import type { AvatarRequest, PhotoSource, Wishes } from '../../../generations/index.js';

import type { AvatarOptions, BatchBody, GenerateBody, PhotoFields } from '../schemas/avatar-options.js';
import { pictureSize } from './picture-size.js';

const SOURCES = ['image', 'image_url', 'image_base64', 'input_id'] as const;

/** A body of `generate` or `validate`. @throws ApiError `invalid-request` without exactly one photo */
export const avatarRequest = (body: GenerateBody): AvatarRequest => ({
  photo: photoOf(body, body.session_id),
  wishes: { ...wishesOf(body), keepPhoto: body.cache_input },
});

/** The photos of a batch, each with what all have in common. @throws ApiError `invalid-request` */
export function batchRequests({ items, ...options }: BatchBody): AvatarRequest[] {
  return items
    .map((item, index) => ({
      photo: photoOf(item, undefined, `/items/${index}`),
      reference: item.reference,
    }))
    .map(({ photo, reference }) => ({
      photo,
      wishes: wishesOf({ ...options, reference, delivery: 'url' }),
    }));
}

/** Exactly one of the four, or a series that has a photo. */
function photoOf(fields: PhotoFields, series: string | undefined, pointer = ''): PhotoSource {
  const given = SOURCES.filter((name) => fields[name] !== undefined);
  if (given.length > 1 || (given.length === 0 && series === undefined)) {
    const detail =
      given.length === 0
        ? 'Send a photo: image_url, image_base64, input_id, or a file named image as multipart/form-data'
        : `Send one photo, not ${given.join(' and ')}`;
    throw new ApiError('invalid-request', detail, { errors: [{ pointer: `${pointer}/`, detail }] });
  }
  const { image, image_url, image_base64, input_id } = fields;
  if (image !== undefined) return { kind: 'bytes', bytes: image };
  if (image_url !== undefined) return { kind: 'address', url: image_url };
  if (image_base64 !== undefined) return { kind: 'text', text: image_base64 };
  return input_id === undefined ? { kind: 'series' } : { kind: 'kept', inputId: input_id };
}

const wishesOf = (options: AvatarOptions): Wishes => ({
  style: options.style,
  platform: options.platform,
  background: options.background,
  palette: options.palette,
  ...pictureSize(options.size),
  mode: options.mode,
  smile: options.smile,
  yawDeg: options.yaw_deg,
  intensity: options.style_intensity,
  seed: options.seed,
  minLikeness: options.min_likeness,
  minFaceCoverage: options.min_face_coverage,
  onFail: options.on_fail,
  multiFace: options.multi_face,
  series: options.session_id,
  delivery: options.delivery,
  callbackUrl: options.callback_url,
  callbackId: options.callback_id,
  reference: options.reference,
});
