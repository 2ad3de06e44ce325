import type { Command } from 'commander';
import type { CompareFlags } from '../compare/compare.js';
import type { Session } from '../session.js';
import { addExamples, addVoice } from './help-and-voice.js';

export function addCompare(program: Command, io: Session, exitWith: (code: number) => void): void {
  const command = program
    .command('compare')
    .description('Tell how alike the faces of two photos are.')
    .argument('[first]', 'a photo')
    .argument('[second]', 'another photo')
    .option('--pairs <file>', 'tab-separated table with the columns image1 and image2')
    .option('--root <folder>', 'where the photos of --pairs are; default: this folder')
    .option('--json', 'print one JSON object a pair')
    .action(async (first: string | undefined, second: string | undefined, flags: CompareFlags) => {
      const { compare } = await import('../compare/compare.js');
      await compare(first, second, flags, io, exitWith);
    });
  addVoice(command);
  addExamples(command, [
    'avatar compare me.jpg you.jpg',
    'avatar compare --pairs pairs.tsv --root photos --json',
  ]);
}
