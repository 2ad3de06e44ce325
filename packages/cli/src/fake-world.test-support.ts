import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  AnimationOptions,
  AvatarGenerator,
  CharacterAnimationResult,
  CharacterAvatarResult,
  CharacterInput,
  CharacterModelResult,
  DrawOptions,
  ModelOptions,
  PhotoAvatarResult,
  GenerateOptions,
  GeneratorOptions,
  PhotoAnalysis,
  PhotoInput,
} from '@avatar/generator';
import { AvatarError, type AttemptReport, type FaceEmbedding } from '@avatar/stage';
import type { CliIo } from './cli-io.js';
import { runCli } from './run-cli.js';

const attempt: AttemptReport = {
  index: 0,
  intensity: 1,
  kept: true,
  verdict: {
    accepted: true,
    decision: 'accept',
    likenessScore: 0.87,
    likenessCosine: 0.79,
    faceDetected: true,
    findings: [
      { check: 'likeness', status: 'passed', measured: 0.87, threshold: 0.85, message: 'Looks alike.' },
      { check: 'content-safe', status: 'not-applicable', measured: 0, threshold: 0.6, message: 'Not asked.' },
    ],
  },
};

export const fakeResult: PhotoAvatarResult = {
  origin: 'photo',
  bytes: Uint8Array.of(1, 2, 3),
  thumbnail: Uint8Array.of(4),
  format: 'png',
  delivered: 'avatar',
  width: 800,
  height: 800,
  style: 'corporate_headshot',
  platform: 'linkedin',
  background: 'studio_light',
  palette: 'neutral_grey',
  mode: 'max',
  intensity: 1,
  seed: 5,
  faceDetected: true,
  faceCount: 2,
  faceCoverage: 0.1234567,
  likenessScore: 0.87,
  likenessCosine: 0.79,
  likenessModel: 'sface',
  likenessModelVersion: 'v1',
  inputQualityScore: 0.9,
  decision: 'accept',
  validationWarnings: [{ code: 'multiple-faces', message: 'There are 2 faces.', measured: 2, threshold: 1 }],
  attempts: [attempt],
  latencyMs: 1234.5,
  timingsMs: { load: 10.123, save: 20 },
  models: ['sface'],
};

const fakeModel: CharacterModelResult = {
  origin: 'character',
  delivered: 'avatar',
  format: 'glb',
  bytes: Uint8Array.of(7, 8),
  triangles: 12345,
  look: 'toon3d',
  character: { hair: { style: 'bun' }, seed: 7 },
  understood: [],
  unsupported: [{ words: 'pose.gesture=wave', from: 'spec', start: 0, end: 0, reason: 'not-in-look' }],
  seed: 7,
  latencyMs: 400,
};

const fakeAnimation: CharacterAnimationResult = {
  ...fakeModel,
  format: 'webp',
  bytes: Uint8Array.of(9),
  animate: 'wave',
  width: 320,
  height: 320,
  frames: 40,
  durationMs: 2000,
  unsupported: [],
};

/** One transparent pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const fakeDrawing: CharacterAvatarResult = {
  origin: 'character',
  bytes: Uint8Array.of(1, 2, 3),
  thumbnail: Uint8Array.of(4),
  format: 'png',
  delivered: 'avatar',
  width: 800,
  height: 800,
  look: 'toon3d',
  style: 'character_toon3d',
  platform: 'custom',
  background: 'own',
  palette: undefined,
  mode: 'max',
  intensity: 1,
  seed: 7,
  faceDetected: false,
  decision: 'accept',
  validationWarnings: [
    { code: 'not-drawn', message: 'This look cannot draw “hair style: bun”, and left it out.' },
  ],
  attempts: [attempt],
  latencyMs: 400,
  timingsMs: { 'character-draw': 390 },
  models: [],
  character: { hair: { style: 'bun' }, seed: 7 },
  understood: [{ words: 'bun', from: 'text', start: 2, end: 5, path: 'hair.style', value: 'bun' }],
  unsupported: [{ words: 'parrot', from: 'text', start: 10, end: 16, reason: 'not-drawn' }],
};

const fakeAnalysis: PhotoAnalysis = {
  width: 400,
  height: 300,
  faceCount: 1,
  faces: [
    {
      box: { x: 10.001, y: 20, width: 30, height: 40 },
      score: 0.9,
      presence: 0.99,
      coverage: 0.2,
      pose: { rollRad: Math.PI / 18, yawRad: 0, pitchRad: -Math.PI / 36 },
      landmarks: { scheme: 'mesh468', points: Float32Array.from({ length: 1404 }, (_, i) => i) },
    },
  ],
  inputQualityScore: 0.75,
  components: [
    { name: 'yaw', score: 0.5, weight: 0.08, measured: 35, unit: 'deg', advice: 'Turn towards the camera.' },
    { name: 'photograph', score: undefined, weight: 0, reason: 'Nothing tells.' },
  ],
  refusal: undefined,
  warnings: [{ code: 'occluded', message: 'Take the glasses off.', measured: 0.3, threshold: 0.62 }],
};

const nameOf = (photo: PhotoInput): string => (typeof photo === 'string' ? photo : '');
/** Photos whose name says what is wrong with them fail; all others work. */
function judgeByName(photo: PhotoInput): void {
  const path = nameOf(photo);
  if (path.includes('noface')) throw AvatarError.rejected('no-face', 'No face was found.');
  if (path.includes('broken')) throw new AvatarError('stage-failed', 'Stage "load" failed');
  if (path.includes('offline'))
    throw new AvatarError('model-unavailable', 'sface: run "avatar models pull"', { reason: 'offline' });
}

export interface FakeWorld {
  readonly io: CliIo;
  readonly folder: string;
  /** Photos that were embedded, in order. */
  readonly embedded: string[];
  readonly asked: {
    options?: GenerateOptions;
    generator?: GeneratorOptions;
    who?: CharacterInput;
    drawing?: DrawOptions;
    model?: ModelOptions;
    animation?: AnimationOptions;
    /** Of every still picture, in order. */
    readonly expressions: (DrawOptions['expression'] | undefined)[];
  };
  readonly abort: () => void;
  /** Puts text onto the standard input. */
  readonly hand: (text: string) => void;
  run(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A command line without models, in a folder of its own. */
export async function fakeWorld(
  change: Partial<AvatarGenerator> = {},
  fitStyle: CliIo['fitStyle'] = () => Promise.reject(new Error('No style is fitted here')),
): Promise<FakeWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'avatar-cli-'));
  const controller = new AbortController();
  const embedded: string[] = [];
  const asked: FakeWorld['asked'] = { expressions: [] };
  const stdin: Uint8Array[] = [];
  const output = { stdout: '', stderr: '' };
  const embeddingOf = (photo: string): FaceEmbedding => ({
    vector: photo.includes('other') ? Float32Array.of(0, 1) : Float32Array.of(1, 0),
    modelId: 'sface',
  });
  const generator: AvatarGenerator = {
    generate: async (photo, options = {}) => {
      asked.options = options;
      judgeByName(photo);
      return fakeResult;
    },
    draw: (async (who: CharacterInput, options: DrawOptions | ModelOptions | AnimationOptions = {}) => {
      asked.who = who;
      if ('animate' in options) {
        asked.animation = options;
        return fakeAnimation;
      }
      if (options.format === 'glb') {
        asked.model = options as ModelOptions;
        return fakeModel;
      }
      asked.drawing = options as DrawOptions;
      asked.expressions.push(asked.drawing.expression);
      if (asked.drawing.sizePx !== 1) return fakeDrawing;
      return { ...fakeDrawing, bytes: PNG, width: 1, height: 1 };
    }) as AvatarGenerator['draw'],
    measure: async () => ({
      character: { hair: { style: 'bun' } },
      measured: { confidence: 1, confidences: {}, uncertain: [] },
    }),
    validate: async (photo) => {
      judgeByName(photo);
      return fakeAnalysis;
    },
    compare: async (first, second) => {
      judgeByName(first);
      judgeByName(second);
      return { cosine: 0.5, likenessScore: 0.65 };
    },
    embed: async (photo) => {
      embedded.push(nameOf(photo).slice(folder.length + 1));
      judgeByName(photo);
      return embeddingOf(nameOf(photo));
    },
    warmUp: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
    ...change,
  };
  const io: CliIo = {
    async *stdin() {
      yield* stdin;
    },
    stdout: (text) => void (output.stdout += text),
    stderr: (text) => void (output.stderr += text),
    colour: false,
    cwd: folder,
    signal: controller.signal,
    createGenerator: (options) => {
      asked.generator = options;
      return generator;
    },
    fitStyle,
  };
  return {
    io,
    folder,
    embedded,
    asked,
    abort: () => controller.abort(),
    hand: (text) => void stdin.push(Buffer.from(text)),
    run: async (...argv) => {
      output.stdout = '';
      output.stderr = '';
      const code = await runCli(argv, io);
      return { code, ...output };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
