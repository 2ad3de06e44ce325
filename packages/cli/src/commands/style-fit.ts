import { Option, type Command } from 'commander';
import type { Session } from '../session.js';
import type { StyleFitFlags } from '../style-fit/style-fit.js';
import { addExamples, addVoice } from './help-and-voice.js';
import { parseInteger } from './option-values.js';

export function addStyleFit(program: Command, io: Session): void {
  const style = program.command('style').description('Make a style of your own.');
  const fit = style
    .command('fit')
    .description('Measure 50 to 200 pictures of one style; write a style file that draws like them.')
    .argument('<examples...>', 'folders with pictures, or pictures')
    .requiredOption('--out <file>', 'where to write the style, as JSON')
    .option('--token <token>', 'its name for --style: lower-case words with underscores between', 'my_style')
    .option('--label <text>', 'its name for people (default: the token)')
    .option('--creator <name>', 'who made the examples')
    .option('--licence <spdx>', 'what the style may be used for')
    .addOption(
      new Option('--min <number>', 'least number of examples, 8 to 200 (default: 50)').argParser(
        parseInteger,
      ),
    )
    .addOption(
      new Option('--kind <kind>', 'what the examples are (default: auto)').choices([
        'auto',
        'drawn',
        'photos',
      ]),
    )
    .option('--preview <photo>', 'also write <out>.png: the photo, its avatars, and examples')
    .option('--json', 'print one JSON object')
    .action(async (examples: string[], flags: StyleFitFlags) => {
      const { styleFit } = await import('../style-fit/style-fit.js');
      await styleFit(examples, flags, io);
    });
  addVoice(fit);
  addExamples(fit, [
    'avatar style fit engravings/ --out engravings.json --token old_engravings --preview me.jpg',
    'avatar generate me.jpg --style-file engravings.json',
  ]);
}
