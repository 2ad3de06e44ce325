import { Command } from 'commander';
import { addAccountCommands } from './account-commands.js';
import { addKeyCommands } from './key-commands.js';
import type { OperatorWorld } from './operator-world.js';
import { addWebhookCommands } from './webhook-commands.js';

export interface KeysCommandWorld {
  /** Opens what the commands work on; closed when the command has ended. */
  readonly open: () => Promise<AsyncDisposable & OperatorWorld>;
  readonly print: (line: string) => void;
}

/** `keys`: accounts, their keys, settings, credits and webhooks, for the operator. */
export function keysCommand(world: KeysCommandWorld): Command {
  const command = new Command('keys').description('accounts and their API keys');
  addKeyCommands(command, world);
  addAccountCommands(command, world);
  addWebhookCommands(command, world);
  return command;
}
