import { EXPRESSIONS, FRAMINGS } from '@avatar/character';
import type { LookName, Motion } from '@avatar/character-draw';
import { Option, type Command } from 'commander';
import type { DrawFlags } from '../draw/draw.js';
import type { Session } from '../session.js';
import { addExamples, addVoice } from './help-and-voice.js';
import { namesOf, parseInteger, parseSize } from './option-values.js';

const LOOKS = namesOf<LookName>({ toon3d: true, anime: true, flat: true });
const MOTIONS = namesOf<Motion>({ wave: true, nod: true, blink: true, laugh: true });

const tokens = (values: readonly { readonly value: string }[]) => values.map(({ value }) => value);

export function addDraw(program: Command, io: Session): void {
  const command = program
    .command('draw')
    .description('Draw a person from words or from a character.')
    .argument('<text>', 'a description, a .json file with a character, or - for either on the standard input')
    .addOption(new Option('--look <look>', 'how the person is drawn (default: toon3d)').choices(LOOKS))
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
      ).choices(MOTIONS),
    )
    .addOption(
      new Option('--sheet <kind>', 'six expressions as one PNG, or as six where --out is a folder')
        .choices(['expressions'])
        .conflicts(['animate', 'expression']),
    )
    .addOption(new Option('--compression <kind>', 'of a .glb (default: none)').choices(['none', 'meshopt']))
    .option(
      '--out <file>',
      'ends in .png, in .svg for anime and flat, or in .glb or .vrm for a 3-D bust; default: character-<look>.png',
    )
    .option('--json', 'print one JSON object')
    .action(async (text: string, flags: DrawFlags) => {
      const { draw } = await import('../draw/draw.js');
      await draw(text, flags, io);
    });
  addVoice(command);
  addExamples(command, [
    'avatar draw "a bearded knight in armor with long red hair" --look anime',
    'avatar draw knight.json --set hair.hex=#aa5522 --pose yaw=25,gesture=wave --out knight.svg',
    'avatar draw "a woman with a silver bob" --animate wave --out hello.webp',
  ]);
}
