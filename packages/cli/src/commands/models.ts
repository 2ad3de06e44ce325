import type { ListedModel } from '@avatar/models';
import type { Command } from 'commander';
import type { Session } from '../session.js';
import { byteSize, inked, printJson, table, type Ink } from '../print.js';
import { addExamples, addVoice } from './help-and-voice.js';
import { addModelsOnDisk } from './models-on-disk.js';
import { Progress } from '../progress.js';

const STATE_INKS: Readonly<Record<ListedModel['state'], Ink>> = {
  ok: 'green',
  missing: 'dim',
  corrupt: 'red',
};

export function addModels(program: Command, io: Session): void {
  const models = program.command('models').description('Fetch, list, check and carry the models.');
  const pulling = models
    .command('pull')
    .description('Fetch the models that are missing.')
    .argument('[id...]', 'default: all that the styles and options need')
    .option('--all', 'also those that nothing needs by default')
    .action((ids: string[], { all = false }: { all?: boolean }) => pull(ids, all, io));
  addVoice(pulling);
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
  addModelsOnDisk(models, io);
  addExamples(models, ['avatar models pull', 'avatar models list', 'avatar models bundle models.tar']);
}

const named = (ids: readonly string[]) => (ids.length === 0 ? undefined : ids);

async function pull(ids: readonly string[], all: boolean, io: Session): Promise<void> {
  const { listModels } = await import('@avatar/models');
  const { pullModels } = await import('@avatar/onnx');
  const progress = new Progress(io);
  try {
    const wanted = all ? (await listModels()).map(({ model }) => model.id) : named(ids);
    await pullModels(wanted, { onProgress: progress.onDownload, signal: io.signal });
  } finally {
    progress.finish();
  }
  io.tell(`${inked(io, 'green', '✔')} The models are in place.\n`);
}

async function list(json: boolean, io: Session): Promise<void> {
  const { listModels } = await import('@avatar/models');
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

async function verify(ids: readonly string[], io: Session): Promise<void> {
  const { verifyModels } = await import('@avatar/models');
  const checked = await verifyModels(named(ids));
  const what = checked.length === 1 ? 'One stored model is' : `${checked.length} stored models are`;
  io.stdout(`${inked(io, 'green', '✔')} ${what} as published.\n`);
}
