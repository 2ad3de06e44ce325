import type { Command } from 'commander';
import { wholeNumber } from './command-words.js';
import type { KeysCommandWorld } from './operator-world.js';

const MS_PER_HOUR = 3_600_000;

/** `keys webhook-secret`, `webhooks`, `allow-webhook`, `resend` and `rotate`. */
export function addWebhookCommands(command: Command, { open, print }: KeysCommandWorld): void {
  command
    .command('webhook-secret')
    .description('make a new secret for the webhooks of an account')
    .argument('<account>')
    .option('--overlap-hours <hours>', 'how long the old one signs too; 0: not at all', wholeNumber(0), 24)
    .action(async (account: string, { overlapHours }: { overlapHours: number }) => {
      await using world = await open();
      const secret = await world.directory.renewWebhookSecret(account, overlapHours * MS_PER_HOUR);
      if (secret === undefined) command.error('No such account.');
      print(`webhook secret: ${secret}`);
    });
  command
    .command('webhooks')
    .description('show addresses that answered 410 Gone, to which nothing is sent any more')
    .argument('<account>')
    .action(async (account: string) => {
      await using world = await open();
      for (const { url, since } of await world.outbox.disabled(account))
        print(`${since.toISOString()}  ${url}`);
    });
  command
    .command('allow-webhook')
    .description('send to an address again that answered 410 Gone')
    .argument('<account>')
    .argument('<url>')
    .action(async (account: string, url: string) => {
      await using world = await open();
      if (!(await world.outbox.enable(account, url))) command.error('This address is not off.');
      print('Allowed. What was kept back meanwhile is sent by: keys resend <account> <message>');
    });
  command
    .command('resend')
    .description('send a message once more, from the start of its schedule')
    .argument('<account>')
    .argument('<message>', 'msg_…')
    .action(async (account: string, id: string) => {
      await using world = await open();
      if (!(await world.outbox.replay(account, id))) command.error('No such message.');
      print('It is sent again.');
    });
  command
    .command('rotate')
    .description('encrypt secrets anew with the first of AVATAR_ENCRYPTION_KEYS')
    .action(async () => {
      await using world = await open();
      print(`${await world.directory.rotateSecrets()} secrets; photos and answers follow within 24 hours`);
    });
}
