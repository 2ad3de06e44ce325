import { createHash } from 'node:crypto';
import type { MeasuredCharacter, PhotoAvatarResult, PhotoAnalysis } from '@avatar/generator';
import { AvatarError } from '@avatar/stage';
import type { CreateWorker, PoolGenerateOptions, TaskControl } from '@avatar/worker-pool';
import { drawn } from './fake-drawing.test-support.js';
import { fittedStyle, measuredExample } from './fake-style.test-support.js';

/** A worker without models. The photo says in words what happens: `slow`, `refuse`, `review`, `die` and so on. */
export const createWorker: CreateWorker = () => ({
  run: async (task, payload, control) => {
    if (task === 'warmUp') return undefined;
    if (task === 'draw') return drawn(payload);
    if (task === 'measure') return measured(payload);
    if (task === 'measureExample') return measuredExample(payload, control);
    if (task === 'fitStyle') return fittedStyle(payload);
    const { photo, options } = payload as { photo: Uint8Array; options: PoolGenerateOptions };
    const text = new TextDecoder().decode(photo);
    if (text.includes('refuse'))
      throw AvatarError.rejected('no-face', 'No face was found. Please take another photo.', {
        facts: { faces: 0 },
      });
    if (task === 'validate') return analysis();
    return generate(text, options, control);
  },
});

async function generate(
  text: string,
  options: PoolGenerateOptions,
  { signal, onEvent }: TaskControl,
): Promise<PhotoAvatarResult> {
  onEvent({ type: 'stage-start', stage: 'load', attempt: 0 });
  if (text.includes('die')) process.kill(process.pid, 'SIGKILL');
  if (text.includes('fail')) throw new TypeError('broken');
  const slowMs = Number(/slow:(\d+)/.exec(text)?.[1] ?? 0);
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, slowMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
  onEvent({ type: 'stage-end', stage: 'load', attempt: 0, durationMs: slowMs });
  const likeness = text.includes('review') ? 0.7 : 0.88;
  const decision = likeness < (options.minLikeness ?? 0.75) ? 'review' : 'accept';
  if (decision === 'review' && options.onFail === 'discard')
    throw new AvatarError('gate-exhausted', 'No attempt passed', { facts: { decision: 'discard' } });
  return { ...result(options, decision, likeness), bytes: pictureOf(text, options) };
}

/** Other bytes for another photo or other options, as a picture would have. */
const pictureOf = (text: string, options: PoolGenerateOptions): Uint8Array =>
  Buffer.concat([
    PNG,
    createHash('sha256')
      .update(JSON.stringify([text, options]))
      .digest(),
  ]);

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const result = (
  options: PoolGenerateOptions,
  decision: 'accept' | 'review',
  likeness: number,
): PhotoAvatarResult => ({
  bytes: PNG,
  thumbnail: PNG,
  origin: 'photo',
  format: 'png',
  delivered: decision === 'review' && options.onFail === 'fallback_original' ? 'original' : 'avatar',
  width: options.size?.widthPx ?? options.sizePx ?? 800,
  height: options.size?.heightPx ?? options.sizePx ?? 800,
  style: tokenOf(options),
  platform: options.platform ?? 'custom',
  background: 'studio_light',
  palette: 'neutral_grey',
  mode: options.mode ?? 'max',
  intensity: options.intensity ?? 1,
  seed: options.seed ?? 0,
  faceDetected: true,
  faceCount: 1,
  faceCoverage: 0.3,
  likenessScore: likeness,
  likenessCosine: 0.6,
  likenessModel: 'fake',
  likenessModelVersion: '1',
  inputQualityScore: 0.9,
  decision,
  validationWarnings:
    decision === 'review' ? [{ code: 'likeness', message: 'It looks less like the photo.' }] : [],
  attempts: [
    {
      index: 0,
      intensity: 1,
      kept: true,
      verdict: {
        accepted: decision === 'accept',
        decision,
        likenessScore: likeness,
        likenessCosine: 0.6,
        faceDetected: true,
        findings: [
          {
            check: 'likeness',
            status: likeness >= (options.minLikeness ?? 0.75) ? 'passed' : 'failed',
            measured: likeness,
            threshold: options.minLikeness ?? 0.75,
            message: '',
          },
        ],
      },
    },
  ],
  ...(tokenOf(options).startsWith('character_') && {
    character: { hair: { style: 'bun' as const }, seed: 3 },
    measured: { confidence: 0.5, confidences: { 'hair.style': 0.9, age: 0.1 }, uncertain: ['age'] },
  }),
  latencyMs: 1,
  timingsMs: { load: 1 },
  models: [],
});

/** A style of the account's own comes as a whole. */
const tokenOf = ({ style }: PoolGenerateOptions): string =>
  typeof style === 'string' ? style : (style?.token ?? 'corporate_headshot');

/** Of whoever is in the photos; those with `refuse` show nobody. */
function measured(payload: unknown): MeasuredCharacter {
  const { photos } = payload as { photos: readonly Uint8Array[] };
  for (const photo of photos)
    if (new TextDecoder().decode(photo).includes('refuse'))
      throw AvatarError.rejected('no-face', 'No face was found. Please take another photo.');
  return {
    character: { hair: { style: 'bun' }, glasses: { style: 'round' } },
    measured: { confidence: 0.5, confidences: { 'hair.style': 0.9 }, uncertain: ['age'] },
  };
}

const analysis = (): PhotoAnalysis => ({
  width: 400,
  height: 400,
  faceCount: 1,
  faces: [],
  inputQualityScore: 0.9,
  components: [{ name: 'image-size', score: 1, weight: 0, measured: 400, unit: 'px' }],
  refusal: undefined,
  warnings: [],
});
