import { Option, type Command } from 'commander';

export const OUTPUT_GROUP = 'Output:';

/** How much is told, of a command that works for a while. */
export const addVoice = (command: Command): Command =>
  command
    .addOption(
      new Option('-q, --quiet', 'tell nothing but results that were asked for, and errors')
        .conflicts('verbose')
        .helpGroup(OUTPUT_GROUP),
    )
    .addOption(new Option('--verbose', 'also tell each step and its time').helpGroup(OUTPUT_GROUP));

export const addExamples = (command: Command, lines: readonly string[]): Command =>
  command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`.trimEnd());
