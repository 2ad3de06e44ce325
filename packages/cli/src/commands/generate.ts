import type { FailPolicy } from '@avatar/generator';
import { NAMED_SIZES_PX } from '@avatar/styles';
import { Option, type Command } from 'commander';
import type { GenerateFlags } from '../generate/flags.js';
import { DEFAULT_PATTERN, NAME_FIELDS } from '../generate/name-pattern.js';
import { FORMATS } from '../picture-format.js';
import type { Session } from '../session.js';
import { styleFileOption } from '../style-file-option.js';
import { addExamples, addVoice, OUTPUT_GROUP } from './help-and-voice.js';
import { MODES, namesOf, parseInteger, parseNumber, parseSize } from './option-values.js';

const FAIL_POLICIES = namesOf<FailPolicy>({ return_best: true, discard: true, fallback_original: true });

export function addGenerate(program: Command, io: Session, exitWith: (code: number) => void): void {
  const command = program
    .command('generate')
    .description('Make an avatar from a photo, or from each of many.')
    .argument(
      '[photo...]',
      'JPEG, PNG, WebP, AVIF, HEIC, GIF or TIFF, at least 200 pixels on the shorter side; folders stand for the photos in them, and - for one on the standard input',
    )
    .action(async (named: string[], flags: GenerateFlags) => {
      const { generate } = await import('../generate/generate.js');
      await generate(named, flags, io, exitWith);
    });
  addLook(command);
  addStrength(command);
  addInput(command);
  addOutput(command);
  addVoice(command);
  addExamples(command, [
    'avatar generate me.jpg --platform linkedin',
    'avatar generate me.jpg --style noir --out me.webp --quality 80',
    'avatar generate photos/ --out-dir avatars --jobs 2 --skip-existing',
    'curl -L ADDRESS | avatar generate - --format jpeg > me.jpg',
  ]);
}

const addLook = (command: Command) =>
  command
    .optionsGroup('What it looks like:')
    .option('--style <style>', 'see "avatar styles"; default: the platform\'s')
    .addOption(styleFileOption())
    .option('--platform <platform>', 'see "avatar platforms"')
    .option('--background <background>', 'see "avatar styles", or #rrggbb; default: the style\'s')
    .option('--background-image <file>', 'a picture of your own behind the person')
    .option(
      '--background-blur <number>',
      'how far out of focus it is, 0 to 0.1 of the side (default: 0)',
      parseNumber,
    )
    .option('--palette <palette>', "name, #rrggbb or two: #rrggbb,#rrggbb; default: the background's")
    .option(
      '--size <pixels>',
      "side of the square, 64 to 2048, or such as 1344x768 (default: the platform's, 800)",
      parseSize,
    )
    .addOption(new Option('--hd', `the same as --size ${NAMED_SIZES_PX.hd}`).conflicts('size'))
    .option('--smile <number>', 'a slight smile that the photo does not have, 0 to 0.5', parseNumber)
    .option(
      '--yaw <degrees>',
      'turn the head a little, -5 (to the left of the picture) to 5 (to the right)',
      parseNumber,
    );

const addStrength = (command: Command) =>
  command
    .optionsGroup('How it is made and checked:')
    .addOption(
      new Option('--mode <mode>', 'max for a picture to keep, eco for a quick preview of it').choices(MODES),
    )
    .option('--intensity <number>', 'strength of the style, above 0 to 1 (default: 1)', parseNumber)
    .option('--seed <number>', 'same photo, options and seed give the same file (default: 0)', parseInteger)
    .option(
      '--min-likeness <number>',
      "least likeness that passes, 0 to 1 (default: the style's for the platform)",
      parseNumber,
    )
    .addOption(
      new Option('--on-fail <policy>', 'when no attempt passes the checks (default: return_best)').choices(
        FAIL_POLICIES,
      ),
    );

const addInput = (command: Command) =>
  command
    .optionsGroup('Many photos:')
    .option('--files-from <file>', 'a list of photos and folders, one a line; - is the standard input')
    .option('--out-dir <folder>', 'where the pictures go, made if it is not there; default: this folder')
    .option('--name <pattern>', `their names, of ${NAME_FIELDS} (default: ${DEFAULT_PATTERN})`)
    .option('--jobs <number>', 'how many are made at a time, 1 to 16 (default: 1)', parseInteger)
    .option('--skip-existing', 'leave pictures as they are that are there already');

const addOutput = (command: Command) =>
  command
    .optionsGroup(OUTPUT_GROUP)
    .addOption(
      new Option(
        '--out <file>',
        'where one picture goes: .png, .jpg, .webp, .avif, or - for the standard output; default: <photo>-<style>.png in this folder',
      ).conflicts(['outDir', 'name', 'filesFrom']),
    )
    .addOption(new Option('--format <format>', 'where no name says it (default: png)').choices(FORMATS))
    .option('--quality <number>', 'of all but PNG, 1 to 100 (default: 90, of AVIF 75)', parseInteger)
    .option('--thumbnail <file>', 'also write a 100 x 100 preview')
    .option(
      '--character <file>',
      'with a character_... style: also write the person as JSON, for "avatar draw"',
    )
    .option('--json', 'print one JSON object; of many photos one a line, and a summary last');
