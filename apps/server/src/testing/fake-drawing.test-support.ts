import type { CharacterAnimationResult, CharacterInput, CharacterModelResult } from '@avatar/generator';
import { AvatarError } from '@avatar/stage';
import type {
  AnyDrawOptions,
  DrawnFor,
  PoolAnimationOptions,
  PoolDrawOptions,
  PoolModelOptions,
} from '@avatar/worker-pool';

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');

/** The beginning of a file of each kind that is no still picture. */
const OTHERS = {
  glb: new TextEncoder().encode('glTF'),
  webp: new TextEncoder().encode('RIFF____WEBP'),
  apng: PNG,
};

/** A bust or a loop of nobody. */
function drawnOtherwise(
  options: PoolModelOptions | PoolAnimationOptions,
  seed: number,
): CharacterModelResult | CharacterAnimationResult {
  const common = {
    origin: 'character',
    delivered: 'avatar',
    character: { seed },
    understood: [],
    unsupported: [],
    seed,
    latencyMs: 1,
  } as const;
  if (!('animate' in options))
    return { ...common, format: options.format, bytes: OTHERS.glb, triangles: 1, look: 'toon3d' };
  const { format = 'webp', animate, look = 'toon3d', sizePx = 320 } = options;
  const loop = { frames: 1, durationMs: 2000, width: sizePx, height: sizePx };
  return { ...common, ...loop, format, animate, look, bytes: OTHERS[format] };
}

const isOther = (asked: AnyDrawOptions): asked is PoolModelOptions | PoolAnimationOptions =>
  'animate' in asked || asked.format === 'glb' || asked.format === 'vrm';

/** The picture of nobody, with what was asked for in its facts. Words with `fail` break the worker. */
export function drawn(payload: unknown): DrawnFor<AnyDrawOptions> {
  const { who, options: asked } = payload as { who: CharacterInput; options: AnyDrawOptions };
  if (who === 'fail') throw new TypeError('broken');
  if (who === 'refuse')
    throw AvatarError.rejected('content-policy', 'Refused', { publicMessage: 'We draw people dressed.' });
  const spec = typeof who === 'string' || 'text' in who ? {} : who;
  if (isOther(asked)) return drawnOtherwise(asked, asked.seed ?? 0);
  const options: PoolDrawOptions = asked;
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
