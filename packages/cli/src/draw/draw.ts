import { extname, resolve } from 'node:path';
import { parseEdit, type PoseSpec } from '@avatar/character';
import type { Motion } from '@avatar/character-draw';
import type { CharacterAvatarResult, CharacterInput, DrawOptions, ModelOptions } from '@avatar/generator';
import { writeFileAtomic } from '@avatar/save';
import { invalidOption } from '@avatar/stage';
import { personOf } from '../character-file.js';
import type { SizeFlag } from '../commands/option-values.js';
import { characterReport, describeCharacter } from '../describe-character.js';
import { checkOutputs, isFolder } from '../output-paths.js';
import { refuseTerminal, STREAM } from '../picture-stream.js';
import { printJson } from '../print.js';
import { Progress } from '../progress.js';
import type { Session } from '../session.js';
import { drawAnimation } from './draw-animation.js';
import { drawExpressions } from './draw-expressions.js';
import { drawModel } from './draw-model.js';

export interface DrawFlags extends Pick<
  DrawOptions,
  'look' | 'expression' | 'framing' | 'background' | 'palette' | 'platform' | 'seed'
> {
  readonly set: readonly string[];
  readonly pose?: string;
  readonly size?: SizeFlag;
  readonly animate?: Motion;
  readonly sheet?: 'expressions';
  readonly compression?: ModelOptions['compression'];
  readonly out?: string;
  readonly json?: boolean;
}

const BUST_ENDINGS: ReadonlyMap<string, ModelOptions['format']> = new Map([
  ['.glb', 'glb'],
  ['.vrm', 'vrm'],
]);
/** Of a file whose name has no ending nothing is promised: it is a PNG. */
const PICTURE_ENDINGS: readonly string[] = ['.png', '.svg', ''];

/** Draws a person as the picture, motion, set of faces or bust that was asked for. */
export async function draw(text: string, flags: DrawFlags, io: Session): Promise<void> {
  const options = drawOptions(flags);
  const { who, file, name } = await personOf(text, io);
  if (flags.out === STREAM) return drawToStream(who, options, flags, io);
  const out = resolve(io.cwd, flags.out ?? `${name}-${flags.look ?? 'toon3d'}${defaultEnding(flags)}`);
  const ending = extname(out).toLowerCase();
  const isForFaces = flags.sheet !== undefined && (await isFolder(out));
  if (!isForFaces) await checkOutputs({ out, character: file });
  if (flags.sheet !== undefined && !isForFaces && ending !== '.png')
    throw invalidOption('a folder, or a file that ends in .png', '--out', extname(out));
  const { animate, compression, json = false } = flags;
  if (animate !== undefined) return drawAnimation(who, options, { animate, out, json }, io);
  if (flags.sheet !== undefined) return drawExpressions(who, options, { out, json }, io);
  const format = BUST_ENDINGS.get(ending);
  if (format) return drawModel(who, options, { format, compression, out, json }, io);
  if (compression !== undefined) throw invalidOption('a file that ends in .glb', '--out', extname(out));
  if (!PICTURE_ENDINGS.includes(ending))
    throw invalidOption('a file that ends in .png, .svg, .glb or .vrm', '--out', extname(out));
  return drawPicture(who, options, { out, json }, io);
}

const defaultEnding = ({ animate, sheet }: DrawFlags): string =>
  animate ? `-${animate}.webp` : sheet ? `-${sheet}.png` : '.png';

/** Only pictures: a motion, a sheet and a bust are files. */
async function drawToStream(
  who: CharacterInput,
  options: DrawOptions,
  { animate, sheet, compression, json = false }: DrawFlags,
  io: Session,
): Promise<void> {
  if (animate !== undefined || sheet !== undefined || compression !== undefined)
    throw invalidOption('a file', '--out', STREAM);
  refuseTerminal(io);
  io.reportOnStderr();
  return drawPicture(who, options, { out: undefined, json }, io);
}

async function drawPicture(
  who: CharacterInput,
  options: DrawOptions,
  { out, json }: { readonly out: string | undefined; readonly json: boolean },
  io: Session,
): Promise<void> {
  const progress = new Progress(io);
  let result: CharacterAvatarResult;
  try {
    await using generator = await io.createGenerator({});
    result = await generator.draw(who, { ...options, signal: io.signal, onEvent: progress.onStage });
  } finally {
    progress.finish();
  }
  io.signal.throwIfAborted();
  if (out === undefined) io.stdoutBytes(result.bytes);
  else await writeFileAtomic(out, result.bytes);
  if (json) printJson(io, characterReport(result, out));
  else io.tell(describeCharacter(result, out, io));
}

/** Only the flags that were given: the generator knows the defaults. @throws AvatarError `invalid-options` */
const drawOptions = (flags: DrawFlags): DrawOptions => ({
  look: flags.look,
  edits: flags.set.map(parseEdit),
  pose: flags.pose === undefined ? undefined : poseOf(flags.pose),
  expression: flags.expression,
  framing: flags.framing,
  background: flags.background,
  palette: flags.palette,
  platform: flags.platform,
  seed: flags.seed,
  ...flags.size,
  format: flags.out !== undefined && extname(flags.out).toLowerCase() === '.svg' ? 'svg' : undefined,
});

/** `yaw=35,gesture=wave` as a pose. */
function poseOf(text: string): PoseSpec {
  const edits = text.split(',').map((part) => parseEdit(`pose.${part.trim()}`));
  return Object.fromEntries(
    edits.map((edit) => {
      if (edit.op !== 'set') throw invalidOption('fields with values, such as yaw=35', '--pose', text);
      return [edit.path.slice('pose.'.length), edit.value];
    }),
  );
}
