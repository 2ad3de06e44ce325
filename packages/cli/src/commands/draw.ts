import { extname, resolve } from 'node:path';
import { EXPRESSIONS, FRAMINGS, parseEdit, type PoseSpec } from '@avatar/character';
import { LOOK_NAMES, MOTION_NAMES, type Motion } from '@avatar/character-draw';
import type { CharacterAvatarResult, CharacterInput, DrawOptions, ModelOptions } from '@avatar/generator';
import { writeFileAtomic } from '@avatar/save';
import { invalidOption } from '@avatar/stage';
import { Option, type Command } from 'commander';
import { personOf } from '../character-file.js';
import type { CliIo } from '../cli-io.js';
import { characterReport, describeCharacter } from '../describe-character.js';
import { checkOutputs, isFolder } from '../output-paths.js';
import { printJson } from '../print.js';
import { Progress } from '../progress.js';
import { drawAnimation } from './draw-animation.js';
import { drawExpressions } from './draw-expressions.js';
import { drawModel } from './draw-model.js';
import { parseInteger, parseSize, type SizeFlag } from './option-values.js';

interface DrawFlags extends Pick<
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

const tokens = (values: readonly { readonly value: string }[]) => values.map(({ value }) => value);

export function addDraw(program: Command, io: CliIo): void {
  program
    .command('draw')
    .description('Draw a person from words or from a character.')
    .argument('<text>', 'a description, a .json file with a character, or - for either on the standard input')
    .addOption(new Option('--look <look>', 'how the person is drawn (default: toon3d)').choices(LOOK_NAMES))
    .option('--set <path=value...>', 'change a field, such as hair.hex=#aa5522 or accessories+=hoops', [])
    .option('--pose <pose>', 'such as yaw=35,gesture=wave')
    .addOption(new Option('--expression <expression>').choices(tokens(EXPRESSIONS)))
    .addOption(new Option('--framing <framing>').choices(tokens(FRAMINGS)))
    .option('--background <background>', 'own, see "avatar styles", or #rrggbb; default: own')
    .option('--palette <palette>', "name, #rrggbb or two: #rrggbb,#rrggbb; default: the background's")
    .option('--platform <platform>', 'see "avatar platforms"')
    .addOption(
      new Option('--seed <number>', 'decides what was not said (default: 0)').argParser(parseInteger),
    )
    .addOption(
      new Option(
        '--size <pixels>',
        "side of the square, 64 to 2048, or such as 1344x768 (default: the platform's, 800)",
      ).argParser(parseSize),
    )
    .addOption(
      new Option(
        '--animate <motion>',
        'a loop of 2 s as animated WebP, or as PNG if --out ends in .png',
      ).choices(MOTION_NAMES),
    )
    .addOption(
      new Option('--sheet <kind>', 'six expressions as one PNG, or as six where --out is a folder')
        .choices(['expressions'])
        .conflicts(['animate', 'expression']),
    )
    .addOption(new Option('--compression <kind>', 'of a .glb (default: none)').choices(['none', 'meshopt']))
    .option(
      '--out <file>',
      'ends in .png, in .svg for anime and flat, or in .glb for a 3-D bust; default: character-<look>.png',
    )
    .option('--json', 'print one JSON object')
    .action((text: string, flags: DrawFlags) => draw(text, flags, io));
}

async function draw(text: string, flags: DrawFlags, io: CliIo): Promise<void> {
  const options = drawOptions(flags);
  const { who, file, name } = await personOf(text, io);
  const out = resolve(io.cwd, flags.out ?? `${name}-${flags.look ?? 'toon3d'}${defaultEnding(flags)}`);
  const isForFaces = flags.sheet !== undefined && (await isFolder(out));
  if (!isForFaces) await checkOutputs({ out, character: file });
  if (flags.sheet !== undefined && !isForFaces && extname(out).toLowerCase() !== '.png')
    throw invalidOption('a folder, or a file that ends in .png', '--out', extname(out));
  const { animate, compression, json = false } = flags;
  if (animate !== undefined) return drawAnimation(who, options, { animate, out, json }, io);
  if (flags.sheet !== undefined) return drawExpressions(who, options, { out, json }, io);
  if (extname(out).toLowerCase() === '.glb') return drawModel(who, options, { compression, out, json }, io);
  if (compression !== undefined) throw invalidOption('a file that ends in .glb', '--out', extname(out));
  return drawPicture(who, options, { out, json }, io);
}

const defaultEnding = ({ animate, sheet }: DrawFlags): string =>
  animate ? `-${animate}.webp` : sheet ? `-${sheet}.png` : '.png';

async function drawPicture(
  who: CharacterInput,
  options: DrawOptions,
  { out, json }: { readonly out: string; readonly json: boolean },
  io: CliIo,
): Promise<void> {
  const progress = new Progress(io.terminal);
  let result: CharacterAvatarResult;
  try {
    await using generator = await io.createGenerator({});
    result = await generator.draw(who, { ...options, signal: io.signal, onEvent: progress.onStage });
  } finally {
    progress.finish();
  }
  io.signal.throwIfAborted();
  await writeFileAtomic(out, result.bytes);
  if (json) printJson(io, characterReport(result, out));
  else io.stdout(describeCharacter(result, out, io));
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
