import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A package as it is published: what its tarball's package.json says, and the tarball where it was packed. */
export interface PackedPackage {
  readonly manifest: { readonly name: string; readonly version: string };
  readonly tarball?: string;
}

const integrityOf = (file: string): string =>
  `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;

function documentOf({ manifest, tarball }: PackedPackage, address: string) {
  const { name, version } = manifest;
  const dist = {
    tarball: `${address}/tarballs/${encodeURIComponent(name)}.tgz`,
    ...(tarball === undefined ? {} : { integrity: integrityOf(tarball) }),
  };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } };
}

/** An npm registry on this machine that has these packages and nothing else. */
export async function startLocalRegistry(
  packages: readonly PackedPackage[],
): Promise<AsyncDisposable & { readonly address: string }> {
  const byName = new Map(packages.map((packed) => [packed.manifest.name, packed]));
  const missing = (response: ServerResponse) => void response.writeHead(404).end('{}');
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').slice(1));
    const isTarball = path.startsWith('tarballs/');
    const packed = byName.get(isTarball ? path.slice('tarballs/'.length, -'.tgz'.length) : path);
    if (packed === undefined) {
      missing(response);
      return;
    }
    if (!isTarball) {
      response.setHeader('content-type', 'application/json');
      return void response.end(JSON.stringify(documentOf(packed, address)));
    }
    if (packed.tarball === undefined) {
      missing(response);
      return;
    }
    createReadStream(packed.tarball).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
