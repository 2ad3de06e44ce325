import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { comfyUiEngine, type Workflow } from '@avatar/engine-comfyui';
import type { Engines } from '@avatar/generator';
import { realistic, type Style } from '@avatar/styles';
import type { ServerConfig } from '../config/config.js';

export type EnginesConfig = ServerConfig['engines'];

/** What an operator's module may export. */
interface OperatorsModule {
  readonly engines?: Engines;
  readonly styles?: readonly Style[];
}

const REALISTIC = realistic.rendering.engine;

/** Called by the server at its start, and in every child that makes pictures. */
export async function createEngines(config: unknown): Promise<Engines> {
  const { comfyUi, module } = config as EnginesConfig;
  return {
    ...(comfyUi && { [REALISTIC]: await comfyUiOf(comfyUi) }),
    ...(await operatorsModule(module)).engines,
  };
}

/** The styles of the operator's module, and `realistic` where an engine is called so. */
export async function engineStyles({ module }: EnginesConfig, engines: Engines): Promise<readonly Style[]> {
  const { styles = [] } = await operatorsModule(module);
  const isThere = styles.some(({ token }) => token === realistic.token);
  return Object.hasOwn(engines, REALISTIC) && !isThere ? [...styles, realistic] : styles;
}

async function comfyUiOf({ url, workflow, timeoutMs }: NonNullable<EnginesConfig['comfyUi']>) {
  const graph = JSON.parse(await readFile(workflow, 'utf8')) as Workflow;
  return comfyUiEngine({ url, workflow: graph, timeoutMs });
}

const operatorsModule = async (path: string | undefined): Promise<OperatorsModule> =>
  path === undefined ? {} : ((await import(pathToFileURL(resolve(path)).href)) as OperatorsModule);
