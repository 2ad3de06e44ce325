import { Option, type Command } from 'commander';
import type { Session } from '../session.js';
import type { SheetFlags } from '../sheet/sheet.js';
import { addExamples, addVoice } from './help-and-voice.js';
import { MODES, parseInteger } from './option-values.js';

const DEFAULT_CELL_PX = 320;

export function addSheet(program: Command, io: Session): void {
  const command = program
    .command('sheet')
    .description('Make one picture of a photo in every style, or of a person in every look and pose.')
    .argument('<photo>', 'as for "avatar generate"; with --characters as for "avatar draw"')
    .addOption(
      new Option('--characters', 'a drawn person in every look, turned and with every gesture').conflicts([
        'styles',
        'mode',
      ]),
    )
    .option('--styles <styles>', 'tokens with commas between; default: all of "avatar styles"')
    .addOption(
      new Option('--cell <pixels>', 'side of each picture, 64 to 1024')
        .default(DEFAULT_CELL_PX)
        .argParser(parseInteger),
    )
    .addOption(new Option('--mode <mode>', 'max or eco').choices(MODES).default('max'))
    .option('--out <file>', 'default: <photo>-sheet.png, with --characters <person>-sheet.png')
    .option('--json', 'print one JSON object')
    .action(async (given: string, flags: SheetFlags) => {
      const { sheet } = await import('../sheet/sheet.js');
      await sheet(given, flags, io);
    });
  addVoice(command);
  addExamples(command, [
    'avatar sheet me.jpg',
    'avatar sheet me.jpg --styles noir,cartoon,painterly --cell 512',
    'avatar sheet --characters "a woman with a silver bob"',
  ]);
}
