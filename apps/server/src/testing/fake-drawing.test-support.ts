import type { CharacterAvatarResult, CharacterInput } from '@avatar/generator';
import { AvatarError } from '@avatar/stage';
import type { PoolDrawOptions } from '@avatar/worker-pool';

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');

/** The picture of nobody, with what was asked for in its facts. Words with `fail` break the worker. */
export function drawn(payload: unknown): CharacterAvatarResult {
  const { who, options } = payload as { who: CharacterInput; options: PoolDrawOptions };
  if (who === 'fail') throw new TypeError('broken');
  if (who === 'refuse')
    throw AvatarError.rejected('content-policy', 'Refused', { publicMessage: 'We draw people dressed.' });
  const spec = typeof who === 'string' || 'text' in who ? {} : who;
  const { look = 'toon3d', format = 'png', sizePx = 800, size, pose, expression, framing } = options;
  return {
    bytes: format === 'svg' ? SVG : PNG,
    thumbnail: PNG,
    origin: 'character',
    format,
    delivered: 'avatar',
    width: size?.widthPx ?? sizePx,
    height: size?.heightPx ?? sizePx,
    look,
    style: `character_${look}`,
    platform: options.platform ?? 'custom',
    background: options.background ?? 'own',
    palette: options.palette,
    mode: 'max',
    intensity: 1,
    seed: options.seed ?? 0,
    faceDetected: false,
    decision: 'accept',
    validationWarnings: [],
    attempts: [
      {
        index: 0,
        intensity: 1,
        kept: true,
        verdict: {
          accepted: true,
          decision: 'accept',
          likenessScore: undefined,
          likenessCosine: undefined,
          faceDetected: false,
          findings: [],
        },
      },
    ],
    character: {
      ...spec,
      ...(expression && { expression }),
      pose: { ...spec.pose, ...pose, ...(framing && { framing }) },
      seed: spec.seed ?? options.seed ?? 0,
    },
    understood: [],
    unsupported: [],
    latencyMs: 1,
    timingsMs: { 'character-draw': 1 },
    models: [],
  };
}
