import { Command } from 'commander';
import { addAccountCommands } from './account-commands.js';
import { addKeyCommands } from './key-commands.js';
import type { KeysCommandWorld } from './operator-world.js';
import { addWebhookCommands } from './webhook-commands.js';

/** `keys`: accounts, their keys, settings, credits and webhooks, for the operator. */
export function keysCommand(world: KeysCommandWorld): Command {
  const command = new Command('keys').description('accounts and their API keys');
  addKeyCommands(command, world);
  addAccountCommands(command, world);
  addWebhookCommands(command, world);
  return command;
}
