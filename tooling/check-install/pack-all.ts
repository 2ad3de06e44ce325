import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedPackage } from '../local-registry/local-registry.js';
import { readWorkspace } from '../package-shape/workspace.js';
import { type Manifest, PLATFORMS, platformManifest } from '../runtime-packages/runtime-manifests.js';
import { writeRuntimePackages } from '../runtime-packages/write-runtime-packages.js';

const readManifest = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** `acme-load-0.1.0.tgz`, as npm calls it. */
const tarballName = ({ name, version }: Manifest) =>
  `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;

/**
 * Packs everything that is published, as it is published. The library of ONNX Runtime is packed for this platform; of the
 * others there are manifests, which is all that npm reads of what it does not install.
 */
export function packAll(root: string, out: string): PackedPackage[] {
  mkdirSync(out, { recursive: true });
  const npm = (args: readonly string[]) =>
    execFileSync('npm', [...args, '--pack-destination', out, '--silent'], { cwd: root, stdio: 'pipe' });
  const published = readWorkspace(root).packages.filter(({ manifest }) => manifest.private !== true);
  npm(['pack', ...published.map(({ name }) => `--workspace=packages/${name}`)]);

  const here = PLATFORMS.filter(({ os, cpu }) => os === process.platform && cpu === process.arch);
  const runtime = writeRuntimePackages(root, join(out, 'runtime'), here);
  npm(['pack', ...runtime]);
  const packed = [...published.map(({ name }) => join(root, 'packages', name)), ...runtime]
    .map(readManifest)
    .map((manifest) => ({ manifest, tarball: join(out, tarballName(manifest)) }));

  const facade = readManifest(join(root, 'packages/onnxruntime'));
  const elsewhere = PLATFORMS.filter((platform) => !here.includes(platform)).map((platform) => ({
    manifest: platformManifest(facade, { ...facade, license: 'MIT' }, platform),
  }));
  return [...packed, ...elsewhere];
}
