import type { ImageModelV3CallOptions, ImageModelV3File } from '@ai-sdk/provider';
import type { PortraitRequest } from '@avatar/engine';
import type { PictureSize } from '@avatar/stage';
import type { AiSdkSettings } from './options.js';

/** A request in the words of the SDK. */
export function callOptions(
  { prompt, photo, mask, strength, seed, size }: PortraitRequest,
  settings: AiSdkSettings,
): ImageModelV3CallOptions {
  const { sizeAs, sendSeed, providerOptions, strengthOptions } = settings;
  return {
    prompt,
    n: 1,
    size: sizeAs === 'size' ? `${size.widthPx}x${size.heightPx}` : undefined,
    aspectRatio: sizeAs === 'aspectRatio' ? aspectRatio(size) : undefined,
    seed: sendSeed ? seed : undefined,
    files: photo === undefined ? undefined : [png(photo)],
    mask: mask === undefined ? undefined : png(mask),
    providerOptions: merged(providerOptions, strengthOptions?.(strength)),
  };
}

const png = (data: Uint8Array): ImageModelV3File => ({ type: 'file', mediaType: 'image/png', data });

function aspectRatio({ widthPx, heightPx }: PictureSize): `${number}:${number}` {
  const divisor = greatestCommonDivisor(widthPx, heightPx);
  return `${widthPx / divisor}:${heightPx / divisor}`;
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** Both for the same provider: the options of each are put together. */
function merged(
  first: AiSdkSettings['providerOptions'],
  second: AiSdkSettings['providerOptions'] = {},
): AiSdkSettings['providerOptions'] {
  const providers = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries([...providers].map((name) => [name, { ...first[name], ...second[name] }]));
}
