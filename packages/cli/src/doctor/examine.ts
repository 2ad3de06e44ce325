import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { listModels, modelsDirectory, type ListedModel } from '@avatar/models';

/** What this installation consists of; undefined where a part does not load. */
export interface Examination {
  readonly node: string;
  readonly platform: string;
  readonly sharp: string | undefined;
  readonly libvips: string | undefined;
  readonly onnxruntime: string | undefined;
  /** Execution providers that come with ONNX Runtime, and those that need libraries of their own. */
  readonly providers: readonly string[];
  readonly furtherProviders: readonly string[];
  readonly models: ModelsFound;
  /** Where the models are, or will be. */
  readonly freeBytes: number;
  /** Variables that change where models come from and go to, without what is secret in them. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface ModelsFound {
  readonly directory: string;
  readonly present: readonly string[];
  /** Of those that styles need by default. */
  readonly missing: readonly string[];
  readonly damaged: readonly string[];
  readonly presentBytes: number;
  readonly missingBytes: number;
  /** How many of the present and missing ones are under each licence (SPDX). */
  readonly licences: Readonly<Record<string, number>>;
  readonly isPermissive: boolean;
}

export async function examine(environment: NodeJS.ProcessEnv): Promise<Examination> {
  const directory = modelsDirectory();
  const [pictures, inference, models, freeBytes] = await Promise.all([
    import('@avatar/image').then(({ libraryVersions }) => libraryVersions()).catch(() => undefined),
    import('@avatar/onnx').then(({ runtimeFacts }) => runtimeFacts()).catch(() => undefined),
    listModels(),
    freeSpace(directory),
  ]);
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    sharp: pictures?.sharp,
    libvips: pictures?.libvips,
    onnxruntime: inference?.version,
    providers: inference?.providers ?? [],
    furtherProviders: inference?.furtherProviders ?? [],
    models: modelsFound(directory, models),
    freeBytes,
    settings: settingsOf(environment),
  };
}

export function modelsFound(directory: string, listed: readonly ListedModel[]): ModelsFound {
  const ids = (models: readonly ListedModel[]) => models.map(({ model }) => model.id);
  const bytes = (models: readonly ListedModel[]) =>
    models.reduce((sum, { model }) => sum + model.weights.sizeBytes, 0);
  const present = listed.filter(({ state }) => state === 'ok');
  const missing = listed.filter(({ model, state }) => state === 'missing' && model.inDefaultSet);
  const licences: Record<string, number> = {};
  const used = [...present, ...missing];
  for (const { model } of used) licences[model.licence.spdx] = (licences[model.licence.spdx] ?? 0) + 1;
  return {
    directory,
    present: ids(present),
    missing: ids(missing),
    damaged: ids(listed.filter(({ state }) => state === 'corrupt')),
    presentBytes: bytes(present),
    missingBytes: bytes(missing),
    licences,
    isPermissive: used.every(({ model }) => model.licence.status === 'permissive'),
  };
}

/** Of the disk that the folder is on, or will be. */
async function freeSpace(folder: string): Promise<number> {
  let existing = folder;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  const { bavail, bsize } = await statfs(existing);
  return bavail * bsize;
}

const SETTINGS =
  /^(avatar_models_(dir|mirror)|(https?|no|all)_proxy|npm_config_(registry|(https?[-_])?proxy|noproxy|offline))$/i;

/** Only what matters here, and of addresses neither the password nor a query. */
export const settingsOf = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && value !== '' && SETTINGS.test(name) ? [[name, withoutSecrets(value)]] : [],
    ),
  );

function withoutSecrets(value: string): string {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(value)) return value.replace(/^[^@/]*@/, '***@');
  if (!URL.canParse(value)) return '***';
  const { protocol, username, password, host, pathname } = new URL(value);
  return `${protocol}//${username || password ? '***@' : ''}${host}${pathname}`;
}
