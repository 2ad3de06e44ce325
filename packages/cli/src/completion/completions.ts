import { BACKGROUNDS, PALETTES, PLATFORMS, STYLES } from '@avatar/styles';
import type { Argument, Command, Option } from 'commander';

/** What a word may become. */
export interface Completion {
  readonly value: string;
  readonly description: string;
}

interface Token {
  readonly token: string;
  readonly label: string;
}

/** Values of options that take others too, so that they are no choices of the option itself. */
const TOKENS: Readonly<Record<string, readonly Token[]>> = {
  '--style': STYLES,
  '--platform': PLATFORMS,
  '--background': BACKGROUNDS,
  '--palette': PALETTES,
};

/**
 * What the last word may become, after those before it. Nothing where a file may stand: that is the shell's business.
 * @param words what follows the name of the program; the last one may be empty
 */
export function completions(program: Command, words: readonly string[]): Completion[] {
  // Some shells break words at the sign of equality.
  const split = words.flatMap((word) =>
    word.startsWith('--') ? word.split('=', 2) : word === '=' ? [] : [word],
  );
  const typed = words.at(-1) === '=' ? '' : (split.at(-1) ?? '');
  const before = words.at(-1) === '=' ? split : split.slice(0, -1);
  const command = commandOf(program, before);
  return candidates(command, before.at(-1) ?? '', typed).filter(({ value }) => value.startsWith(typed));
}

function candidates(command: Command, previous: string, typed: string): Completion[] {
  const help = command.createHelp();
  const options = help.visibleOptions(command);
  const asked = options.find(({ short, long }) => previous !== '' && [short, long].includes(previous));
  if (asked && (asked.required || asked.optional)) return valuesOf(command, asked);
  if (typed.startsWith('-'))
    return options.map((option) => ({ value: option.long ?? option.flags, description: option.description }));
  const commands = help
    .visibleCommands(command)
    .map((inner) => ({ value: inner.name(), description: inner.summary() || inner.description() }));
  return [...commands, ...command.registeredArguments.flatMap(choicesOf)];
}

/** `--style` of `describe` is that of other vendors. */
const valuesOf = (command: Command, option: Option): Completion[] =>
  option.argChoices || command.name() === 'describe'
    ? choicesOf(option)
    : (TOKENS[option.long ?? ''] ?? []).map(({ token, label }) => ({ value: token, description: label }));

const choicesOf = ({ argChoices = [] }: Pick<Option | Argument, 'argChoices'>): Completion[] =>
  argChoices.map((value) => ({ value, description: '' }));

/** The command that the words lead to, whatever stands between. */
const commandOf = (program: Command, words: readonly string[]): Command =>
  words.reduce(
    (command, word) => command.commands.find((inner) => inner.name() === word) ?? command,
    program,
  );
