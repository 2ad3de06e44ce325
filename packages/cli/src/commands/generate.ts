import {
  FAIL_POLICIES,
  MODES,
  type PhotoAvatarResult,
  type FailPolicy,
  type GenerateOptions,
  type Mode,
} from '@avatar/generator';
import { writeFileAtomic } from '@avatar/save';
import { invalidOption } from '@avatar/stage';
import { createCatalogue, lookOf, NAMED_SIZES_PX, platformByToken, type Style } from '@avatar/styles';
import { Option, type Command } from 'commander';
import type { CliIo } from '../cli-io.js';
import { describeAvatar } from '../describe-avatar.js';
import { avatarReport } from '../avatar-report.js';
import { outputPaths, checkOutputs, defaultOutputName } from '../output-paths.js';
import { printJson } from '../print.js';
import { Progress } from '../progress.js';
import { stylesOfFile, styleFileOption } from '../style-file-option.js';
import { parseInteger, parseNumber, parseSize, type SizeFlag } from './option-values.js';

interface GenerateFlags {
  readonly style?: string;
  readonly styleFile?: string;
  readonly platform?: string;
  readonly background?: string;
  readonly backgroundImage?: string;
  readonly backgroundBlur?: number;
  readonly palette?: string;
  readonly size?: SizeFlag;
  readonly mode?: Mode;
  readonly hd?: boolean;
  readonly smile?: number;
  readonly yaw?: number;
  readonly intensity?: number;
  readonly seed?: number;
  readonly minLikeness?: number;
  readonly onFail?: FailPolicy;
  readonly out?: string;
  readonly thumbnail?: string;
  readonly character?: string;
  readonly json?: boolean;
}

export function addGenerate(program: Command, io: CliIo): void {
  program
    .command('generate')
    .description('Make an avatar from a photo.')
    .argument('<photo>', 'JPEG, PNG, WebP, AVIF, GIF or TIFF; at least 200 pixels on its shorter side')
    .option('--style <style>', 'see "avatar styles"; default: the platform\'s')
    .addOption(styleFileOption())
    .option('--platform <platform>', 'see "avatar platforms"')
    .option('--background <background>', 'see "avatar styles", or #rrggbb; default: the style\'s')
    .option('--background-image <file>', 'a picture of your own behind the person')
    .addOption(
      new Option(
        '--background-blur <number>',
        'how far out of focus it is, 0 to 0.1 of the side (default: 0)',
      ).argParser(parseNumber),
    )
    .addOption(
      new Option('--mode <mode>', 'max for a picture to keep, eco for a quick preview of it').choices(MODES),
    )
    .option('--palette <palette>', "name, #rrggbb or two: #rrggbb,#rrggbb; default: the background's")
    .addOption(
      new Option(
        '--size <pixels>',
        "side of the square, 64 to 2048, or such as 1344x768 (default: the platform's, 800)",
      ).argParser(parseSize),
    )
    .addOption(new Option('--hd', `the same as --size ${NAMED_SIZES_PX.hd}`).conflicts('size'))
    .addOption(
      new Option('--smile <number>', 'a slight smile that the photo does not have, 0 to 0.5').argParser(
        parseNumber,
      ),
    )
    .addOption(
      new Option(
        '--yaw <degrees>',
        'turn the head a little, -5 (to the left of the picture) to 5 (to the right)',
      ).argParser(parseNumber),
    )
    .addOption(
      new Option('--intensity <number>', 'strength of the style, above 0 to 1 (default: 1)').argParser(
        parseNumber,
      ),
    )
    .addOption(
      new Option('--seed <number>', 'same photo, options and seed give the same file (default: 0)').argParser(
        parseInteger,
      ),
    )
    .addOption(
      new Option(
        '--min-likeness <number>',
        "least likeness that passes, 0 to 1 (default: the style's for the platform)",
      ).argParser(parseNumber),
    )
    .addOption(
      new Option('--on-fail <policy>', 'when no attempt passes the checks (default: return_best)').choices(
        FAIL_POLICIES,
      ),
    )
    .option('--out <file>', 'where to write the PNG; default: <photo>-<style>.png in this folder')
    .option('--thumbnail <file>', 'also write a 100 x 100 preview')
    .option(
      '--character <file>',
      'with a character_... style: also write the person as JSON, for "avatar draw"',
    )
    .option('--json', 'print one JSON object')
    .action((photo: string, flags: GenerateFlags) => generate(photo, flags, io));
}

async function generate(photo: string, flags: GenerateFlags, io: CliIo): Promise<void> {
  const asked = outputPaths(io.cwd, photo, flags);
  await checkOutputs(asked);
  const styles = await stylesOfFile(flags.styleFile, io);
  if (flags.character !== undefined) checkDrawsCharacter(flags, styles);
  const progress = new Progress(io.terminal);
  let result: PhotoAvatarResult;
  try {
    await using generator = io.createGenerator({ models: { onProgress: progress.onDownload }, styles });
    result = await generator.generate(asked.photo, {
      ...generateOptions(flags),
      style: flags.style ?? styles[0]?.token,
      backgroundImage: asked.backgroundImage,
      signal: io.signal,
      onEvent: progress.onStage,
    });
  } finally {
    progress.finish();
  }
  const paths = { ...asked, out: asked.out ?? defaultOutputName(io.cwd, asked.photo, result.style) };
  await checkOutputs(paths);
  io.signal.throwIfAborted();
  await writeFileAtomic(paths.out, result.bytes);
  if (paths.thumbnail !== undefined) await writeFileAtomic(paths.thumbnail, result.thumbnail);
  if (paths.characterOut !== undefined) await writeFileAtomic(paths.characterOut, characterFile(result));
  if (flags.json) printJson(io, avatarReport(result, paths));
  else io.stdout(describeAvatar(result, paths, io));
}

/** @throws AvatarError `invalid-options` for a style that renders the photo itself: it has no character to write */
function checkDrawsCharacter({ style, platform }: GenerateFlags, own: readonly Style[]): void {
  const { defaultStyle } = platformByToken(platform ?? 'custom');
  const asked = createCatalogue({ styles: own }).resolve(style ?? own[0]?.token ?? defaultStyle);
  if (lookOf(asked) === undefined)
    throw invalidOption('a character_... style with --character', 'style', asked.token);
}

/** What `avatar draw` reads, and how well it was measured. */
const characterFile = ({ character, measured }: PhotoAvatarResult): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify({ character, measured }, undefined, 2)}\n`);

/** Only the flags that were given: the generator knows the defaults. */
const generateOptions = (flags: GenerateFlags): GenerateOptions => ({
  platform: flags.platform,
  background: flags.background,
  backgroundBlur: flags.backgroundBlur,
  palette: flags.palette,
  mode: flags.mode,
  ...(flags.hd ? { sizePx: NAMED_SIZES_PX.hd } : flags.size),
  smile: flags.smile,
  yawDeg: flags.yaw,
  intensity: flags.intensity,
  seed: flags.seed,
  minLikeness: flags.minLikeness,
  onFail: flags.onFail,
});
