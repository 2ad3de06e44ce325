import { resolve } from 'node:path';
import type { ModelEntry } from '@avatar/models';
import { AvatarError } from '@avatar/stage';
import type { Command } from 'commander';
import { byteSize, inked } from '../print.js';
import type { Session } from '../session.js';

interface All {
  readonly all?: boolean;
}

/** What is done with models that are stored: no network is used. */
export function addModelsOnDisk(models: Command, io: Session): void {
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
    .action((file: string) => importBundle(file, io));
  models
    .command('remove')
    .description('Delete stored models; they are fetched again when they are needed.')
    .argument('[id...]')
    .option('--all', 'every model that is stored')
    .action((ids: string[], { all = false }: All) => remove(ids, all, io));
  models
    .command('path')
    .description('Print the folder of the models.')
    .action(() => printPath(io));
}

const done = (io: Session, what: string) => io.tell(`${inked(io, 'green', '✔')} ${what}\n`);

const counted = (models: readonly ModelEntry[]) =>
  models.length === 1 ? 'One model' : `${models.length} models`;

async function bundle(file: string, ids: readonly string[], io: Session): Promise<void> {
  const { bundleModels } = await import('@avatar/models');
  const bundled = await bundleModels(resolve(io.cwd, file), ids.length === 0 ? undefined : ids);
  const bytes = bundled.reduce((sum, { weights }) => sum + weights.sizeBytes, 0);
  done(io, `${counted(bundled)}, ${byteSize(bytes)}. Elsewhere: avatar models import ${file}`);
}

async function importBundle(file: string, io: Session): Promise<void> {
  const { importModels } = await import('@avatar/models');
  done(io, `${counted(await importModels(resolve(io.cwd, file)))} in place.`);
}

async function remove(ids: readonly string[], all: boolean, io: Session): Promise<void> {
  if (ids.length === 0 && !all)
    throw new AvatarError('invalid-options', 'Name the models to remove, or write --all');
  const { listModels, removeModels } = await import('@avatar/models');
  const named = all ? (await listModels()).map(({ model }) => model.id) : ids;
  done(io, `${counted(await removeModels(named))} removed.`);
}

async function printPath(io: Session): Promise<void> {
  const { modelsDirectory } = await import('@avatar/models');
  io.stdout(`${modelsDirectory()}\n`);
}
