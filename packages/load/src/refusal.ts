import { AvatarError } from '@avatar/stage';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const megapixels = (pixels: number): string => `${(pixels / 1e6).toFixed(1)} megapixels`;

/** One decimal must not make a value over the limit look equal to it. */
const over = (measured: string, limit: string): string =>
  measured === limit ? `just over ${limit}` : measured;

const ANOTHER_FILE = 'Choose a JPEG, PNG or WebP photo.';

export function fileNotFound(errno: string): AvatarError {
  const denied = errno === 'EACCES' || errno === 'EPERM';
  return AvatarError.rejected(
    'not-found',
    denied
      ? 'The file may not be read; give this process read permission'
      : 'There is no file at the path; check the path',
    { publicMessage: 'The photo could not be found. Choose the file again.', facts: { errno } },
  );
}

export function notAFile(kind: string): AvatarError {
  return AvatarError.rejected(
    'not-an-image',
    `The path is a ${kind}, not a regular file; give a photo's path`,
    {
      publicMessage: `This is not a photo. ${ANOTHER_FILE}`,
      facts: { kind },
    },
  );
}

export function emptyFile(): AvatarError {
  return AvatarError.rejected('not-an-image', 'The file is empty (0 bytes); upload the photo again', {
    publicMessage: 'The file is empty. Upload the photo again.',
    facts: { measuredBytes: 0 },
  });
}

export function notBase64(): AvatarError {
  return AvatarError.rejected(
    'not-an-image',
    'The text is not base64; give the photo as base64 or as a data: URL with ";base64"',
    { publicMessage: 'The photo arrived damaged. Upload it again.' },
  );
}

export function notAnImage(): AvatarError {
  return AvatarError.rejected(
    'not-an-image',
    'The bytes are no known picture format; give a JPEG, PNG, WebP, AVIF, GIF or TIFF',
    { publicMessage: `This file is not a photo. ${ANOTHER_FILE}` },
  );
}

export function unsupportedFormat(format: string): AvatarError {
  return AvatarError.rejected(
    'unsupported-format',
    `The file is ${format}, which is not read; convert it to JPEG, PNG, WebP, AVIF, GIF or TIFF`,
    { publicMessage: `This kind of file cannot be used. ${ANOTHER_FILE}`, facts: { format } },
  );
}

/** An iPhone's photo, whatever its name: no other format is this often sent, and its owner can get another one. */
export function heicWithoutDecoder(): AvatarError {
  return AvatarError.rejected(
    'unsupported-format',
    'The file is HEIC, for which no decoder is installed; install libheif-js, give load({ heic }) a decoder, or convert it to JPEG',
    {
      publicMessage:
        'This is a HEIC photo, the format of iPhones, whatever its name ends in. On the iPhone, tap Share, then Options, choose Most Compatible, and send it again as a JPEG. To take new photos as JPEG: Settings, Camera, Formats, Most Compatible.',
      facts: { format: 'heic' },
    },
  );
}

export function corrupt(format: string, cause: unknown): AvatarError {
  return AvatarError.rejected('corrupt', `The ${format} data is damaged or cut off; upload the photo again`, {
    publicMessage: 'The photo is damaged or incomplete. Upload it again, or choose another one.',
    facts: { format },
    cause,
  });
}

export function tooManyBytes(measuredBytes: number, limitBytes: number): AvatarError {
  const limit = megabytes(limitBytes);
  const message = `The file has ${over(megabytes(measuredBytes), limit)}; at most ${limit} are allowed. Use a smaller version of the photo.`;
  return AvatarError.rejected('too-large', message, { facts: { measuredBytes, limitBytes } });
}

export function tooManyPixels(measuredPixels: number, limitPixels: number): AvatarError {
  const limit = megapixels(limitPixels);
  const message = `The photo has ${over(megapixels(measuredPixels), limit)}; at most ${limit} are allowed. Use a smaller version of the photo.`;
  return AvatarError.rejected('too-large', message, { facts: { measuredPixels, limitPixels } });
}

export function tooSmall(measuredPx: number, limitPx: number): AvatarError {
  const message = `The shorter side of the photo has ${measuredPx} px; at least ${limitPx} px are needed. Use a larger version of the photo.`;
  return AvatarError.rejected('too-small', message, { facts: { measuredPx, limitPx } });
}
