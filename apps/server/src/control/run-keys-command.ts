import { CommanderError, type Command } from 'commander';
import type { CommandAnswer } from './control-socket.js';
import { keysCommand } from './keys-command.js';
import type { OperatorWorld } from './operator-world.js';

/** Runs `keys …` inside the server, on the database that it has open. */
export async function runKeysCommand(words: readonly string[], world: OperatorWorld): Promise<CommandAnswer> {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const open = async () => ({ ...world, [Symbol.asyncDispose]: async () => undefined });
  const command = keysCommand({ open, print });
  for (const one of [command, ...command.commands]) withoutExit(one, print);
  try {
    await command.parseAsync([...words], { from: 'user' });
    return { lines, exitCode: 0 };
  } catch (error) {
    if (error instanceof CommanderError) return { lines, exitCode: error.exitCode };
    return { lines: [...lines, error instanceof Error ? error.message : String(error)], exitCode: 1 };
  }
}

/** A mistake in a command ends the command, and not the server. */
const withoutExit = (command: Command, print: (line: string) => void): Command =>
  command.exitOverride().configureOutput({
    writeOut: (written) => print(written.trimEnd()),
    writeErr: (written) => print(written.trimEnd()),
  });
