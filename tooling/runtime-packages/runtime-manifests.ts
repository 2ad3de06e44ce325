/** What is read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly [field: string]: unknown;
}

/** A platform that ONNX Runtime has a library for. */
export interface Platform {
  readonly os: 'linux' | 'darwin' | 'win32';
  readonly cpu: 'x64' | 'arm64';
}

/** Those in the npm tarball of `onnxruntime-node`. */
export const PLATFORMS: readonly Platform[] = [
  { os: 'linux', cpu: 'x64' },
  { os: 'linux', cpu: 'arm64' },
  { os: 'darwin', cpu: 'arm64' },
  { os: 'win32', cpu: 'x64' },
  { os: 'win32', cpu: 'arm64' },
];

export const platformPackage = (facade: Manifest, { os, cpu }: Platform): string =>
  `${facade.name}-${os}-${cpu}`;

const shared = ({ engines, author, bugs, homepage, repository, publishConfig }: Manifest) => ({
  engines,
  author,
  bugs,
  homepage,
  repository,
  publishConfig,
});

/** The package of one platform: what `onnxruntime-node` is, without its install step and what only that needs. */
export function platformManifest(facade: Manifest, upstream: Manifest, platform: Platform): Manifest {
  const { os, cpu } = platform;
  return {
    name: platformPackage(facade, platform),
    version: facade.version,
    description: `The files of onnxruntime-node ${upstream.version} for ${os} ${cpu}, without its install step.`,
    keywords: facade['keywords'],
    license: upstream['license'],
    ...shared(facade),
    main: upstream['main'],
    types: upstream['types'],
    os: [os],
    cpu: [cpu],
    ...(os === 'linux' ? { libc: ['glibc'] } : {}),
    dependencies: { 'onnxruntime-common': upstream.version },
  };
}

/** What is published of the package that chooses: the platforms in place of `onnxruntime-node`, which may be there. */
export function publishedFacade(facade: Manifest, upstream: Manifest): Manifest {
  const { private: _private, scripts: _scripts, ...manifest } = facade;
  return {
    ...manifest,
    dependencies: { 'onnxruntime-common': upstream.version },
    optionalDependencies: Object.fromEntries(
      PLATFORMS.map((platform) => [platformPackage(facade, platform), facade.version]),
    ),
    peerDependencies: { 'onnxruntime-node': '>=1.22.0 <2' },
    peerDependenciesMeta: { 'onnxruntime-node': { optional: true } },
  };
}
