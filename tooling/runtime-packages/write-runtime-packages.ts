import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import {
  type Manifest,
  platformManifest,
  type Platform,
  PLATFORMS,
  publishedFacade,
} from './runtime-manifests.js';

/** Written by the install step where it ran, and no part of the npm tarball. */
const FETCHED = /^libonnxruntime_providers_/;

const readManifest = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

function write(folder: string, manifest: Manifest, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const [name, source] of Object.entries(files))
    cpSync(source, join(folder, name), {
      recursive: true,
      filter: (path) => !FETCHED.test(basename(path)),
    });
}

/**
 * Writes `@avatar/onnxruntime` and the packages of its platforms as they are published, each into a folder of its name
 * without the scope. The package has to be built.
 *
 * @param root of the repository
 * @param platforms whose files are wanted
 * @returns the folders, platforms first: what is depended on has to be published before
 */
export function writeRuntimePackages(
  root: string,
  out: string,
  platforms: readonly Platform[] = PLATFORMS,
): string[] {
  const source = join(root, 'packages/onnxruntime');
  const require = createRequire(join(source, 'package.json'));
  const runtime = dirname(dirname(require.resolve('onnxruntime-node')));
  const [facade, upstream] = [readManifest(source), readManifest(runtime)];
  if (!existsSync(join(source, 'dist/index.js')))
    throw new Error('packages/onnxruntime is not built. Run "npm run build" first.');
  if (facade.version !== upstream.version)
    throw new Error(
      `packages/onnxruntime is at ${facade.version} and carries ${upstream.version}: give both one version`,
    );
  const folderOf = ({ name }: Manifest) => join(out, name.split('/').at(-1) ?? name);
  const licence = join(root, 'tooling/runtime-packages/LICENSE-ONNXRUNTIME');
  const folders = platforms.map((platform) => {
    const manifest = platformManifest(facade, upstream, platform);
    const library = `bin/napi-v6/${platform.os}/${platform.cpu}`;
    write(folderOf(manifest), manifest, {
      dist: join(runtime, 'dist'),
      [library]: join(runtime, library),
      LICENSE: licence,
      'README.md': join(source, 'README.md'),
    });
    return folderOf(manifest);
  });
  const published = publishedFacade(facade, upstream);
  write(folderOf(published), published, {
    dist: join(source, 'dist'),
    'README.md': join(source, 'README.md'),
    LICENSE: join(root, 'LICENSE'),
    NOTICE: join(root, 'NOTICE'),
  });
  return [...folders, folderOf(published)];
}
