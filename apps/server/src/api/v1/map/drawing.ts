import type { AnyDrawOptions, DrawnFor } from '@avatar/worker-pool';
import { ApiError } from '../../../errors/index.js';
import type { Drawing, DrawingRequest } from '../../../generations/index.js';
import {
  ANIMATED_LOOKS,
  MAX_PREVIEW_PX,
  type DrawBody,
  type DrawnAnswer,
  type Person,
} from '../schemas/character.js';
import { pictureSize } from './picture-size.js';

/** @throws ApiError `invalid-request` without exactly one person, and for what cannot go together */
export function drawingRequest(body: DrawBody): DrawingRequest<AnyDrawOptions> {
  const { text, character, mode, reference } = body;
  const who = text ?? character;
  if (who === undefined || (text !== undefined && character !== undefined))
    throw refused('Send who is drawn: either text or character');
  const isPreview = mode === 'eco';
  const isStill = body.animate === undefined && (body.format ?? 'png') === 'png';
  if (isPreview && !isStill) throw refused('A preview is a PNG: leave format and animate out');
  if (body.compression !== undefined && body.format !== 'glb') throw refused('compression is of a glb');
  return { who, options: optionsOf(body), isPreview, reference };
}

function optionsOf(body: DrawBody): AnyDrawOptions {
  if (body.animate !== undefined) return animationOptions(body, body.animate);
  if (body.format === 'glb' || body.format === 'vrm') return modelOptions(body, body.format);
  return stillOptions(body);
}

function stillOptions(body: DrawBody): AnyDrawOptions {
  const { look, pose, expression, framing, background, palette, platform, seed, format = 'png' } = body;
  if (format === 'webp' || format === 'apng')
    throw refused(`${format} is of a person in motion: send animate`);
  if (format === 'glb' || format === 'vrm') throw refused('A bust is no picture');
  const asked = pictureSize(body.size);
  const askedPx = asked.size ? Math.max(asked.size.widthPx, asked.size.heightPx) : asked.sizePx;
  const isPreview = body.mode === 'eco';
  if (isPreview && askedPx !== undefined && askedPx > MAX_PREVIEW_PX)
    throw refused(`A preview has at most ${MAX_PREVIEW_PX} pixels`);
  const shown = isPreview && askedPx === undefined ? { sizePx: MAX_PREVIEW_PX } : asked;
  return { look, pose, expression, framing, background, palette, platform, seed, format, ...shown };
}

function animationOptions(
  { look, pose, expression, framing, background, palette, platform, seed, size, format = 'webp' }: DrawBody,
  animate: NonNullable<DrawBody['animate']>,
): AnyDrawOptions {
  if (format !== 'webp' && format !== 'apng') throw refused('A person in motion is webp or apng');
  if (look === 'toon3d') throw refused(`animate is drawn in the looks ${ANIMATED_LOOKS.join(' and ')}`);
  if (palette !== undefined || platform !== undefined)
    throw refused('A person in motion takes neither palette nor platform');
  const { sizePx, size: sides } = pictureSize(size);
  if (sides) throw refused('A person in motion is a square');
  return { animate, format, look, pose, expression, framing, background, seed, sizePx };
}

function modelOptions(body: DrawBody, format: 'glb' | 'vrm'): AnyDrawOptions {
  const { look, pose, expression, framing, background, palette, platform, size, seed, compression } = body;
  if (look !== 'toon3d') throw refused('A bust is of the look toon3d');
  if ([framing, palette, platform, size].some((value) => value !== undefined) || background !== 'own')
    throw refused('A bust takes no framing, background, palette, platform or size');
  return { format, pose, expression, seed, compression };
}

function refused(detail: string): ApiError {
  return new ApiError('invalid-request', detail, { errors: [{ pointer: '/', detail }] });
}

const MEDIA_TYPES = {
  png: 'image/png',
  svg: 'image/svg+xml',
  glb: 'model/gltf-binary',
  vrm: 'model/gltf-binary',
  webp: 'image/webp',
  apng: 'image/apng',
} as const satisfies Record<DrawnAnswer['format'], string>;

export function drawnAnswer(
  { id, picture, creditsCharged, cost }: Drawing<AnyDrawOptions>,
  { mode, background, reference }: DrawBody,
): DrawnAnswer {
  return {
    id,
    ...factsOf(picture, background),
    look: picture.look,
    style: `character_${picture.look}`,
    mode,
    format: picture.format,
    media_type: MEDIA_TYPES[picture.format],
    seed: picture.seed,
    avatar_base64: Buffer.from(picture.bytes).toString('base64'),
    character: picture.character as Person,
    understood: picture.understood.map((words) => ({ ...words })),
    unsupported: picture.unsupported.map((words) => ({ ...words })),
    credits_charged: creditsCharged,
    cost,
    latency_ms: Math.round(picture.latencyMs),
    ...(reference !== undefined && { reference }),
  };
}

/** What is known of a still picture only, or said of the others once and for all. */
function factsOf(picture: DrawnFor<AnyDrawOptions>, asked: string) {
  if ('triangles' in picture)
    return { ...NO_PLATFORM, size: 0, width: 0, height: 0, background: 'transparent' };
  const { width, height } = picture;
  const size = { size: width, width, height };
  if (!('platform' in picture)) return { ...NO_PLATFORM, ...size, background: asked };
  const { platform, background, palette = null, validationWarnings } = picture;
  const warnings = validationWarnings.map((warning) => ({ ...warning }));
  return { platform, background, palette, ...size, validation_warnings: warnings };
}

const NO_PLATFORM = { platform: 'custom', palette: null, validation_warnings: [] };
