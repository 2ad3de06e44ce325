import type { Command } from 'commander';
import type { Session } from '../session.js';
import { addExamples } from './help-and-voice.js';

export function addServe(program: Command, io: Session, exitWith: (code: number) => void): void {
  const command = program
    .command('serve')
    .description('Run the reference HTTP server, where its repository is.')
    .argument('[arguments...]', 'of the server: start, worker, keys; its settings come from the environment')
    .allowUnknownOption()
    .action(async (argv: string[]) => {
      const { serve } = await import('../serve.js');
      exitWith(await serve(argv, io));
    });
  addExamples(command, ['PORT=8080 avatar serve', 'avatar serve keys --help']);
}
