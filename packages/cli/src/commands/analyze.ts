import type { Command } from 'commander';
import type { AnalyzeFlags } from '../analyze/analyze.js';
import type { Session } from '../session.js';
import { addExamples, addVoice } from './help-and-voice.js';

export function addAnalyze(program: Command, io: Session, exitWith: (code: number) => void): void {
  const command = program
    .command('analyze')
    .description('Tell what photos are worth as input. Nothing is made or written.')
    .argument('[photo...]', 'photos, and folders whose photos are taken')
    .option('--files-from <file>', 'a list of photos and folders, one a line; - is the standard input')
    .option('--json', 'print one JSON object a line')
    .action(async (named: string[], flags: AnalyzeFlags) => {
      const { analyze } = await import('../analyze/analyze.js');
      await analyze(named, flags, io, exitWith);
    });
  addVoice(command);
  addExamples(command, [
    'avatar analyze me.jpg',
    "find . -name '*.jpg' -print0 | avatar analyze --files-from - --json",
  ]);
}
