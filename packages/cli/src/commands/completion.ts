import { Argument, type Command } from 'commander';
import { completions } from '../completion/completions.js';
import { COMPLETION_SCRIPTS, type Shell } from '../completion/scripts.js';
import type { Session } from '../session.js';
import { addExamples } from './help-and-voice.js';

/** `completion` prints a script for a shell, and `complete` answers what that script asks. */
export function addCompletion(program: Command, io: Session): void {
  const command = program
    .command('completion')
    .description('Print a script that completes commands, options and their values.')
    .addArgument(new Argument('<shell>', 'whose script').choices(Object.keys(COMPLETION_SCRIPTS)))
    .action((shell: Shell) => io.stdout(COMPLETION_SCRIPTS[shell]));
  addExamples(command, [
    "echo 'source <(avatar completion bash)' >> ~/.bashrc",
    "echo 'source <(avatar completion zsh)' >> ~/.zshrc",
    'avatar completion fish > ~/.config/fish/completions/avatar.fish',
  ]);
  program
    .command('complete', { hidden: true })
    .argument('[words...]', 'behind --')
    .action((words: string[]) => {
      for (const { value, description } of completions(program, words))
        io.stdout(`${value}\t${description}\n`);
    });
}
