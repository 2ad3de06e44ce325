import { Command, InvalidArgumentError } from 'commander';
import { parsedSettings, type Account, type AccountDirectory } from '../accounts/index.js';
import type { Billing } from '../billing/index.js';
import { eraseAccount, erasePerson, type ErasureParts } from '../erasure/index.js';

export interface KeysCommandWorld {
  /** Opens what the commands work on; closed when the command has ended. */
  readonly open: () => Promise<
    AsyncDisposable & {
      directory: AccountDirectory;
      billing: Billing;
      /** What can be erased with; undefined where there is no storage at hand. */
      erasure?: ErasureParts;
    }
  >;
  readonly print: (line: string) => void;
}

const jsonObject = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError('Expected JSON, such as \'{"billing":"credits"}\'.');
  }
};
const credits = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('Expected a whole number above 0.');
  return number;
};
const moment = (text: string): Date => {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('Expected a date, such as 2027-01-31.');
  return date;
};

/** `keys`: accounts, their keys, settings and credits, for the operator. */
export function keysCommand({ open, print }: KeysCommandWorld): Command {
  const command = new Command('keys').description('accounts and their API keys');

  command
    .command('create')
    .description('make a key; without --account also an account for it')
    .option('--account <id>', 'account that the key is for')
    .option('--name <name>', 'name of the new account', 'default')
    .option('--settings <json>', 'settings of the new account', jsonObject)
    .action(async ({ account, name, settings }: { account?: string; name: string; settings?: unknown }) => {
      await using world = await open();
      const lines = await createKey(world.directory, name, account, settings);
      lines.forEach(print);
    });
  command
    .command('list')
    .description('show accounts, and the first characters of their keys')
    .action(async () => {
      await using world = await open();
      for (const account of await world.directory.list())
        (await described(world.directory, world.billing, account)).forEach(print);
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
  command
    .command('settings')
    .description('replace the settings of an account')
    .argument('<account>')
    .argument('<json>', 'such as {"minLikeness":{"social":0.8},"billing":"credits"}', jsonObject)
    .action(async (account: string, settings: unknown) => {
      await using world = await open();
      if (!(await world.directory.changeSettings(account, parsedSettings(settings))))
        command.error('No such account.');
      print('Changed.');
    });
  command
    .command('webhook-secret')
    .description('make a new secret for the webhooks of an account')
    .argument('<account>')
    .action(async (account: string) => {
      await using world = await open();
      const secret = await world.directory.renewWebhookSecret(account);
      if (secret === undefined) command.error('No such account.');
      print(`webhook secret: ${secret}`);
    });
  command
    .command('erase')
    .description('erase an account, or one person of it, with everything; prints a receipt')
    .argument('<account>')
    .option('--reference <name>', 'only the person whom requests named so')
    .action(async (account: string, { reference }: { reference?: string }) => {
      await using world = await open();
      if ((await world.directory.find(account)) === undefined) command.error('No such account.');
      const { erasure } = world;
      if (erasure === undefined) return command.error('There is no storage at hand.');
      const receipt =
        reference === undefined
          ? await eraseAccount(erasure, account)
          : await erasePerson(erasure, account, reference);
      print(JSON.stringify(receipt));
    });
  command
    .command('rotate')
    .description('encrypt secrets anew with the first of AVATAR_ENCRYPTION_KEYS')
    .action(async () => {
      await using world = await open();
      print(`${await world.directory.rotateSecrets()} secrets; photos and answers follow within 24 hours`);
    });
  command
    .command('grant')
    .description('add credits to an account')
    .argument('<account>')
    .argument('<credits>', 'how many', credits)
    .option('--expires <date>', 'when they can no longer be spent', moment)
    .action(async (account: string, count: number, { expires }: { expires?: Date }) => {
      await using world = await open();
      if ((await world.directory.find(account)) === undefined) command.error('No such account.');
      await world.billing.grant(account, count, expires);
      print(`${(await world.billing.balance(account)).credits} credits`);
    });
  return command;
}

async function createKey(
  directory: AccountDirectory,
  name: string,
  accountId: string | undefined,
  settings: unknown,
): Promise<readonly string[]> {
  if (accountId !== undefined) {
    if ((await directory.find(accountId)) === undefined) throw new InvalidArgumentError('No such account.');
    return [`key: ${await directory.createKey(accountId)}`];
  }
  const { account, webhookSecret } = await directory.create(name, parsedSettings(settings ?? {}));
  return [
    `account: ${account.id}`,
    `key: ${await directory.createKey(account.id)}`,
    `webhook secret: ${webhookSecret}`,
    'Keep key and secret: they are not shown again.',
  ];
}

async function described(
  directory: AccountDirectory,
  billing: Billing,
  account: Account,
): Promise<readonly string[]> {
  const { credits, seats, usedSeats, billing: kind } = await billing.balance(account.id);
  const money = {
    credits: `${credits} credits`,
    seats: `${usedSeats} of ${seats} seats`,
    none: 'no billing',
  };
  const keys = await directory.listKeys(account.id);
  return [
    `${account.id}  ${account.name}  ${money[kind]}`,
    ...keys.map(
      ({ prefix, createdAt, lastUsedAt, revokedAt }) =>
        `  ${prefix}…  made ${day(createdAt)}, ${revokedAt ? `revoked ${day(revokedAt)}` : `last used ${day(lastUsedAt)}`}`,
    ),
  ];
}

const day = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? 'never';
