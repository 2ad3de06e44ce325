import { ApiError } from '../../../errors/index.js';
import type { Drawing, DrawingRequest } from '../../../generations/index.js';
import { MAX_PREVIEW_PX, type DrawBody, type DrawnAnswer, type Person } from '../schemas/character.js';
import { pictureSize } from './picture-size.js';

/** @throws ApiError `invalid-request` without exactly one person, and for a preview that is none */
export function drawingRequest(body: DrawBody): DrawingRequest {
  const { text, character, size, mode, reference, ...options } = body;
  const who = text ?? character;
  if (who === undefined || (text !== undefined && character !== undefined))
    throw refused('Send who is drawn: either text or character');
  const isPreview = mode === 'eco';
  const asked = pictureSize(size);
  const askedPx = asked.size ? Math.max(asked.size.widthPx, asked.size.heightPx) : asked.sizePx;
  if (isPreview && options.format === 'svg') throw refused('A preview is a PNG: leave format out');
  if (isPreview && askedPx !== undefined && askedPx > MAX_PREVIEW_PX)
    throw refused(`A preview has at most ${MAX_PREVIEW_PX} pixels`);
  const shown = isPreview && askedPx === undefined ? { sizePx: MAX_PREVIEW_PX } : asked;
  return { who, options: { ...options, ...shown }, isPreview, reference };
}

function refused(detail: string): ApiError {
  return new ApiError('invalid-request', detail, { errors: [{ pointer: '/', detail }] });
}

export function drawnAnswer(
  { id, picture, creditsCharged, cost }: Drawing,
  { mode, reference }: DrawBody,
): DrawnAnswer {
  return {
    id,
    look: picture.look,
    style: picture.style,
    platform: picture.platform,
    background: picture.background,
    palette: picture.palette ?? null,
    mode,
    size: picture.width,
    width: picture.width,
    height: picture.height,
    format: picture.format,
    seed: picture.seed,
    avatar_base64: Buffer.from(picture.bytes).toString('base64'),
    character: picture.character as Person,
    understood: picture.understood.map((words) => ({ ...words })),
    unsupported: picture.unsupported.map((words) => ({ ...words })),
    validation_warnings: picture.validationWarnings.map((warning) => ({ ...warning })),
    credits_charged: creditsCharged,
    cost,
    latency_ms: Math.round(picture.latencyMs),
    ...(reference !== undefined && { reference }),
  };
}
