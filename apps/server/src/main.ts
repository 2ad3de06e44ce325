import { Command } from 'commander';
import { createAccountDirectory, createBilling, keysCommand } from './accounts/index.js';
import { ConfigError } from './config/config-error.js';
import { loadConfig, type ServerConfig } from './config/config.js';
import { openDatabase } from './database/index.js';
import { serve } from './serve.js';
import { createKeyRing } from './storage/index.js';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const openAccounts = async (config: ServerConfig) => {
  const database = await openDatabase(config);
  return {
    directory: createAccountDirectory(database, createKeyRing([config.keys.encryption])),
    billing: createBilling(database),
    [Symbol.asyncDispose]: () => Promise.resolve(database[Symbol.asyncDispose]()),
  };
};

const config = () => loadConfig(process.env);
const program = new Command('avatar-server').description(
  'The avatar API. Settings come from the environment.',
);
program
  .command('start', { isDefault: true })
  .description('answer requests, and work the queue')
  .action(() => serve(config(), 'all', print));
program
  .command('worker')
  .description('work the queue of a server that shares DATABASE_URL')
  .action(() => serve(config(), 'worker', print));
program.addCommand(keysCommand({ open: () => openAccounts(config()), print }));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof Error)) throw error;
  // For a person at a terminal, who can do nothing with a stack.
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
