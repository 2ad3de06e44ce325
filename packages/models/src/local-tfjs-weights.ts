import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { modelUnavailable } from './fetch/download-failure.js';
import { type LocalModel, MAX_LOCAL_BYTES, readModelFile } from './local-model.js';
import type { TfjsWeights } from './runtime.js';
import { sha256 } from './store/sha256.js';

/** Larger topologies are none of a network that runs in JavaScript. */
const MAX_TOPOLOGY_BYTES = 32 * 1024 * 1024;
const MAX_SHARDS = 1000;
/** A shard is a file beside `model.json`: its name leads nowhere else. */
const SHARD_NAME = /^(?!\.{1,2}$)[^/\\:\0]{1,200}$/;

/**
 * A model of TensorFlow.js, whole and in memory: what was hashed is what runs. Shards are files of the same folder, links
 * out of it are not followed.
 *
 * @throws AvatarError `model-unavailable`
 */
export async function readTfjsWeights(local: LocalModel): Promise<TfjsWeights> {
  const { id, file, sha256: expected } = local;
  const model = await readModelFile(id, file, MAX_TOPOLOGY_BYTES);
  const folder = await realpath(dirname(file));
  const shards: Uint8Array[] = [];
  let left = MAX_LOCAL_BYTES - model.length;
  for (const name of shardNames(id, model)) {
    const shard = await readModelFile(id, await shardPath(id, folder, name), left);
    left -= shard.length;
    shards.push(shard);
  }
  if (expected !== undefined && sha256(model, ...shards) !== expected)
    throw modelUnavailable(id, 'other-content', 'its files are not those that were declared');
  return { model, shards };
}

async function shardPath(id: string, folder: string, name: string): Promise<string> {
  const path = await realpath(join(folder, name)).catch((cause: unknown) => {
    throw modelUnavailable(
      id,
      'file-missing',
      'a shard that its model.json names could not be opened',
      cause,
    );
  });
  if (dirname(path) !== folder) throw modelUnavailable(id, 'file-missing', 'a shard leads out of its folder');
  return path;
}

function shardNames(id: string, model: Uint8Array): string[] {
  const notAModel = (what: string, cause?: unknown) => modelUnavailable(id, 'not-a-model', what, cause);
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(model).toString('utf8'));
  } catch (cause) {
    throw notAModel('its file is no JSON', cause);
  }
  const groups = (json as { weightsManifest?: unknown } | null)?.weightsManifest;
  if (!Array.isArray(groups)) throw notAModel('its file names no weights');
  const names = groups.flatMap((group: { paths?: unknown } | null): unknown[] =>
    Array.isArray(group?.paths) ? group.paths : [undefined],
  );
  if (names.length > MAX_SHARDS) throw notAModel(`it has more than ${MAX_SHARDS} shards`);
  return names.map((name) => {
    if (typeof name === 'string' && SHARD_NAME.test(name)) return name;
    throw notAModel('a shard is not a file beside its model.json');
  });
}
