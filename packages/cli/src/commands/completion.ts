import { BACKGROUNDS, PALETTES, PLATFORMS, STYLES } from '@avatar/styles';
import type { Command } from 'commander';
import { addExamples } from './common.js';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

const tokens = (entries: readonly { readonly token: string; readonly label: string }[]) =>
  entries.map(({ token, label }) => [token, label] as const);

/** Values of options that take others too, so that they are no choices of the option itself. */
const VALUES: Readonly<Record<string, readonly (readonly [value: string, description: string])[]>> = {
  style: tokens(STYLES),
  platform: tokens(PLATFORMS),
  background: tokens(BACKGROUNDS),
  palette: tokens(PALETTES),
};

/**
 * Adds `completion`, which prints a script for a shell, and `complete`, which that script calls at every key.
 * @param argv only these two need the library
 */
export async function addCompletion(program: Command, argv: readonly string[]): Promise<void> {
  if (argv[0] === 'completion' || argv[0] === 'complete') {
    const { default: tab } = await import('@bomb.sh/tab/commander');
    const root = tab(program, { completionCommandName: 'completion' });
    for (const [name, command] of root.commands) {
      // Its --style is that of other vendors.
      if (name === 'describe') continue;
      for (const option of command.options.values())
        if (Object.hasOwn(VALUES, option.value))
          option.handler = (complete) => {
            for (const [value, description] of VALUES[option.value]) complete(value, description);
          };
    }
    return;
  }
  const command = program
    .command('completion')
    .description('Print a script that completes commands, options and their values.')
    .argument('<shell>', SHELLS.join(', '));
  addExamples(command, [
    "echo 'source <(avatar completion bash)' >> ~/.bashrc",
    "echo 'source <(avatar completion zsh)' >> ~/.zshrc",
    'avatar completion fish > ~/.config/fish/completions/avatar.fish',
  ]);
}
