import { resolve } from 'node:path';
import {
  bundleModels,
  importModels,
  listModels,
  modelsDirectory,
  removeModels,
  verifyModels,
  type ListedModel,
  type ModelEntry,
} from '@avatar/models';
import { pullModels } from '@avatar/onnx';
import { AvatarError } from '@avatar/stage';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.js';
import { byteSize, inked, printJson, table, type Ink } from '../print.js';
import { Progress } from '../progress.js';

const STATE_INKS: Readonly<Record<ListedModel['state'], Ink>> = {
  ok: 'green',
  missing: 'dim',
  corrupt: 'red',
};

export function addModels(program: Command, io: CliIo): void {
  const models = program.command('models').description('Fetch, list, check and carry the models.');
  models
    .command('pull')
    .description('Fetch the models that are missing.')
    .argument('[id...]', 'default: all that the styles and options need')
    .option('--all', 'also those that nothing needs by default')
    .action((ids: string[], flags: All) => pull(ids, flags, io));
  models
    .command('list')
    .description('List all models with their licences.')
    .option('--json', 'print a JSON array')
    .action((flags: { json?: boolean }) => list(flags.json === true, io));
  models
    .command('verify')
    .description('Compare the stored models with their checksums.')
    .argument('[id...]', 'default: all that are stored')
    .action((ids: string[]) => verify(ids, io));
  models
    .command('bundle')
    .description('Write stored models into one file, for machines without a network.')
    .argument('<file>', 'such as models.tar')
    .argument('[id...]', 'default: all that the styles and options need')
    .action((file: string, ids: string[]) => bundle(file, ids, io));
  models
    .command('import')
    .description('Take the models out of such a file.')
    .argument('<file>')
    .action((file: string) => unbundle(file, io));
  models
    .command('remove')
    .description('Delete stored models; they are fetched again when they are needed.')
    .argument('[id...]')
    .option('--all', 'every model that is stored')
    .action((ids: string[], flags: All) => remove(ids, flags, io));
  models
    .command('path')
    .description('Print the folder of the models.')
    .action(() => io.stdout(`${modelsDirectory()}\n`));
}

interface All {
  readonly all?: boolean;
}

const named = (ids: readonly string[]) => (ids.length === 0 ? undefined : ids);

const done = (io: CliIo, what: string) => io.stdout(`${inked(io, 'green', '✔')} ${what}\n`);

const allIds = async () => (await listModels()).map(({ model }) => model.id);

async function pull(ids: readonly string[], { all }: All, io: CliIo): Promise<void> {
  const progress = new Progress(io.terminal);
  try {
    const wanted = all === true ? await allIds() : named(ids);
    await pullModels(wanted, { onProgress: progress.onDownload, signal: io.signal });
  } finally {
    progress.finish();
  }
  done(io, 'The models are in place.');
}

async function list(json: boolean, io: CliIo): Promise<void> {
  const listed = await listModels();
  if (json) {
    printJson(io, listed.map(modelReport));
    return;
  }
  const rows = listed.map(({ model, state }) => [
    inked(io, 'bold', model.id),
    inked(io, STATE_INKS[state], state),
    byteSize(model.weights.sizeBytes),
    model.licence.spdx,
    inked(io, 'dim', model.summary),
  ]);
  io.stdout(table(rows, ''));
}

const modelReport = ({ model, state }: ListedModel) => ({
  id: model.id,
  task: model.task,
  state,
  size_bytes: model.weights.sizeBytes,
  licence: model.licence.spdx,
  licence_status: model.licence.status,
  in_default_set: model.inDefaultSet,
  summary: model.summary,
});

async function verify(ids: readonly string[], io: CliIo): Promise<void> {
  const checked = await verifyModels(named(ids));
  const what = checked.length === 1 ? 'One stored model is' : `${checked.length} stored models are`;
  done(io, `${what} as published.`);
}

const counted = (models: readonly ModelEntry[]) =>
  models.length === 1 ? 'One model' : `${models.length} models`;

async function bundle(file: string, ids: readonly string[], io: CliIo): Promise<void> {
  const bundled = await bundleModels(resolve(io.cwd, file), named(ids));
  const bytes = bundled.reduce((sum, { weights }) => sum + weights.sizeBytes, 0);
  done(io, `${counted(bundled)}, ${byteSize(bytes)}. Elsewhere: avatar models import ${file}`);
}

async function unbundle(file: string, io: CliIo): Promise<void> {
  done(io, `${counted(await importModels(resolve(io.cwd, file)))} in place.`);
}

async function remove(ids: readonly string[], { all }: All, io: CliIo): Promise<void> {
  if (ids.length === 0 && all !== true)
    throw new AvatarError('invalid-options', 'Name the models to remove, or write --all');
  done(io, `${counted(await removeModels(all === true ? await allIds() : ids))} removed.`);
}
