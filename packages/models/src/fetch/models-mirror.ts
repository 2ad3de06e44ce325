import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AvatarError } from '@avatar/stage';
import type { ModelEntry, ModelSource } from '../manifest.js';
import { sha256 } from '../store/sha256.js';
import { weightsFileName } from '../store/weights-store.js';
import type { NpmSettings } from './npm-settings.js';
import { openAddress } from './open-address.js';
import { restarted } from './restarted.js';
import { type ByteStream, WrongContentError } from './tarball-files.js';

/**
 * A folder or an address with files that would otherwise come from the npm registry: weights under the names of the
 * models directory, or tarballs under the names that `npm pack` gives them. It is trusted with nothing: what it gives
 * has to have the pinned content.
 */
export interface ModelsMirror {
  /** @returns undefined where it lacks the file */
  open(name: string, signal: AbortSignal): Promise<ByteStream | undefined>;
}

export function modelsMirror(location: string, settings: NpmSettings): ModelsMirror {
  if (/^https?:/i.test(location)) return addressMirror(location, settings);
  return folderMirror(/^file:/i.test(location) ? fileURLToPath(location) : resolve(location));
}

function folderMirror(folder: string): ModelsMirror {
  return {
    open: async (name, signal) => {
      try {
        return (await open(join(folder, name))).createReadStream({ signal });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        // A folder that is not there is a mistake, not a mirror that lacks something.
        if (existsSync(folder)) return undefined;
        throw new AvatarError('invalid-options', 'AVATAR_MODELS_MIRROR names a folder that is not there');
      }
    },
  };
}

function addressMirror(address: string, settings: NpmSettings): ModelsMirror {
  // Weights are stored by us: a second copy in npm's cache would help nobody.
  const { cache: _cache, ...uncached } = settings;
  const base = address.endsWith('/') ? address : `${address}/`;
  return {
    open: async (name, signal) => {
      try {
        return await openAddress(new URL(name, base).href, uncached, { signal });
      } catch (error) {
        if ((error as { code?: unknown }).code === 'E404') return undefined;
        throw error;
      }
    },
  };
}

/** `vladmandic-human-3.3.6.tgz`: as `npm pack @vladmandic/human@3.3.6` calls it. */
export const tarballName = ({ package: name, version }: ModelSource): string =>
  `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;

/**
 * The weights of a model as the mirror has them.
 *
 * @returns undefined where it lacks them
 * @throws `EINTEGRITY` if they are not the pinned ones
 */
export const weightsFromMirror = (
  mirror: ModelsMirror,
  entry: ModelEntry,
  signal: AbortSignal,
  onReceived: (receivedBytes: number) => void,
): Promise<Buffer | undefined> =>
  restarted(signal, async () => {
    const stream = await mirror.open(weightsFileName(entry), signal);
    if (stream === undefined) return undefined;
    const bytes = await readAtMost(stream, entry.weights.sizeBytes, onReceived);
    if (bytes === undefined || sha256(bytes) !== entry.weights.sha256)
      throw new WrongContentError('The mirror has other weights than the pinned ones');
    return bytes;
  });

/** Undefined where there is more than that. */
function readAtMost(
  stream: ByteStream,
  maxBytes: number,
  onReceived: (receivedBytes: number) => void,
): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let receivedBytes = 0;
    stream.on('error', reject);
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('data', (chunk) => {
      receivedBytes += chunk.length;
      if (receivedBytes > maxBytes) {
        stream.destroy();
        resolve(undefined);
        return;
      }
      chunks.push(chunk);
      onReceived(receivedBytes);
    });
  });
}
