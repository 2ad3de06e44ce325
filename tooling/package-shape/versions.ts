import type { PackageManifest, Workspace } from './workspace.js';

/** Carries a native library, whose version decides about bytes: pinned exactly. */
const NATIVE = '@avatar/onnxruntime';

const FIELDS = ['dependencies', 'peerDependencies', 'devDependencies'] as const;

/** Dependencies that two packages want in different versions, and own packages at another version than their own. */
export function versionProblems({ root, packages }: Workspace): string[] {
  const problems: string[] = [];
  const ranges = new Map<string, Map<string, string[]>>();
  const note = (owner: string, manifest: PackageManifest): void => {
    // A peer range is wide on purpose, so it is not compared.
    for (const [dependency, range] of Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
    })) {
      const owners = ranges.get(dependency) ?? new Map<string, string[]>();
      owners.set(range, [...(owners.get(range) ?? []), owner]);
      ranges.set(dependency, owners);
    }
  };
  note('the root', root);
  for (const { name, manifest } of packages) note(name, manifest);
  for (const [dependency, owners] of ranges) {
    if (owners.size < 2) continue;
    const list = [...owners].map(([range, names]) => `${range} (${names.join(', ')})`).join(', ');
    problems.push(`${dependency} is wanted in different versions: ${list}`);
  }
  return [...problems, ...ownVersionProblems(packages)];
}

function ownVersionProblems(packages: Workspace['packages']): string[] {
  const versions = new Map(packages.map(({ name, manifest }) => [`@avatar/${name}`, manifest.version]));
  return packages.flatMap(({ name, manifest }) =>
    FIELDS.flatMap((field) =>
      Object.entries(manifest[field] ?? {}).flatMap(([dependency, range]) => {
        if (!dependency.startsWith('@avatar/')) return [];
        const version = versions.get(dependency);
        if (version === undefined) return [`${name}: declares ${dependency}, which does not exist`];
        const wanted = dependency === NATIVE ? version : `^${version}`;
        if (range === wanted) return [];
        return [`${name}: wants ${dependency} ${range}; it is at ${version}, so write ${wanted}`];
      }),
    ),
  );
}
