import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  AnimationOptions,
  AvatarGenerator,
  CharacterInput,
  DrawOptions,
  ModelOptions,
  GenerateOptions,
  GeneratorOptions,
  PhotoInput,
} from '@avatar/generator';
import { AvatarError, type FaceEmbedding } from '@avatar/stage';
import type { CliIo } from './cli-io.js';
import {
  fakeAnalysis,
  fakeAnimation,
  fakeDrawing,
  fakeModel,
  fakeResult,
  ONE_PIXEL,
} from './fake-results.test-support.js';
import { runCli } from './run-cli.js';

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
  readonly io: { -readonly [Name in keyof CliIo]: CliIo[Name] };
  readonly folder: string;
  /** Written to the standard output. */
  readonly pictures: readonly Uint8Array[];
  /** Photos that avatars were made of, in order. */
  readonly photos: readonly PhotoInput[];
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

const isModel = (options: DrawOptions | ModelOptions): options is ModelOptions =>
  options.format === 'glb' || options.format === 'vrm';

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
  const pictures: Uint8Array[] = [];
  const photos: PhotoInput[] = [];
  const output = { stdout: '', stderr: '' };
  const embeddingOf = (photo: string): FaceEmbedding => ({
    vector: photo.includes('other') ? Float32Array.of(0, 1) : Float32Array.of(1, 0),
    modelId: 'sface',
  });
  const generator: AvatarGenerator = {
    generate: async (photo, options = {}) => {
      asked.options = options;
      photos.push(photo);
      judgeByName(photo);
      return fakeResult;
    },
    draw: (async (who: CharacterInput, options: DrawOptions | ModelOptions | AnimationOptions = {}) => {
      asked.who = who;
      if ('animate' in options) {
        asked.animation = options;
        return fakeAnimation;
      }
      if (isModel(options)) {
        asked.model = options;
        return fakeModel;
      }
      asked.drawing = options;
      asked.expressions.push(asked.drawing.expression);
      if (asked.drawing.sizePx !== 1) return fakeDrawing;
      return { ...fakeDrawing, bytes: ONE_PIXEL, width: 1, height: 1 };
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
    close: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
    ...change,
  };
  const io: FakeWorld['io'] = {
    async *stdin() {
      yield* stdin;
    },
    stdout: (text) => void (output.stdout += text),
    stdoutBytes: (bytes) => void pictures.push(bytes),
    stdoutIsTerminal: false,
    stderr: (text) => void (output.stderr += text),
    colour: false,
    errorColour: false,
    env: {},
    cwd: folder,
    signal: controller.signal,
    createGenerator: async (options) => {
      asked.generator = options;
      return generator;
    },
    fitStyle,
  };
  return {
    io,
    folder,
    pictures,
    photos,
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
