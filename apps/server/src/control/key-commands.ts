import { InvalidArgumentError, type Command } from 'commander';
import { parsedSettings, type Account, type KeyLimits, type ListedKey } from '../accounts/index.js';
import type { Billing } from '../billing/index.js';
import { day, jsonObject, keyScopes, moment } from './command-words.js';
import type { KeysCommandWorld, OperatorWorld } from './operator-world.js';

interface CreateOptions {
  readonly account?: string;
  readonly name: string;
  readonly settings?: unknown;
  readonly expires?: Date;
  readonly scopes?: KeyLimits['scopes'];
}

/** `keys create`, `list` and `revoke`. */
export function addKeyCommands(command: Command, { open, print }: KeysCommandWorld): void {
  command
    .command('create')
    .description('make a key; without --account also an account for it')
    .option('--account <id>', 'account that the key is for')
    .option('--name <name>', 'name of the new account', 'default')
    .option('--settings <json>', 'settings of the new account', jsonObject)
    .option('--expires <date>', 'when the key is of no use any more', moment)
    .option('--scopes <list>', 'what it may be used for, of read, create, manage; default: all', keyScopes)
    .action(async (options: CreateOptions) => {
      await using world = await open();
      (await createKey(world, options)).forEach(print);
    });
  command
    .command('list')
    .description('show accounts, and the first characters of their keys')
    .action(async () => {
      await using world = await open();
      for (const account of await world.directory.list()) (await described(world, account)).forEach(print);
    });
  command
    .command('revoke')
    .description('make a key useless from the next request on')
    .argument('<key>', 'the key, or its first characters as listed')
    .action(async (key: string) => {
      await using world = await open();
      if (!(await world.directory.revokeKey(key))) command.error('No such key, or it was revoked before.');
      print('Revoked.');
    });
}

async function createKey(
  { directory }: OperatorWorld,
  { account: accountId, name, settings, expires, scopes }: CreateOptions,
): Promise<readonly string[]> {
  const limits = { expiresAt: expires, scopes };
  if (accountId !== undefined) {
    if ((await directory.find(accountId)) === undefined) throw new InvalidArgumentError('No such account.');
    return [`key: ${await directory.createKey(accountId, limits)}`];
  }
  const { account, webhookSecret } = await directory.create(name, parsedSettings(settings ?? {}));
  return [
    `account: ${account.id}`,
    `key: ${await directory.createKey(account.id, limits)}`,
    `webhook secret: ${webhookSecret}`,
    'Keep key and secret: they are not shown again.',
  ];
}

async function described(
  { directory, billing }: OperatorWorld,
  account: Account,
): Promise<readonly string[]> {
  const money = moneyOf(await billing.balance(account.id));
  const keys = await directory.listKeys(account.id);
  return [`${account.id}  ${account.name}  ${money}`, ...keys.map((key) => `  ${describedKey(key)}`)];
}

function moneyOf({ billing, credits, seats, usedSeats }: Awaited<ReturnType<Billing['balance']>>): string {
  const words = {
    credits: `${credits} credits`,
    seats: `${usedSeats} of ${seats} seats`,
    none: 'no billing',
  };
  return words[billing];
}

function describedKey({ prefix, createdAt, lastUsedAt, revokedAt, expiresAt, scopes }: ListedKey): string {
  const parts = [
    `made ${day(createdAt)}`,
    revokedAt ? `revoked ${day(revokedAt)}` : `last used ${day(lastUsedAt)}`,
    ...(expiresAt ? [`expires ${day(expiresAt)}`] : []),
    ...(scopes ? [`for ${scopes.join(', ')}`] : []),
  ];
  return `${prefix}…  ${parts.join(', ')}`;
}
