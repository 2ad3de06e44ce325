import { builtinModules } from 'node:module';
import { ARROWS, SINGLE_IMPORTERS, TEST_ARROWS, TEST_PACKAGES } from './arrows.js';
import type { PackageManifest, SourceFile, Workspace, WorkspacePackage } from './workspace.js';

/** What is wrong with a package's imports: arrows, native libraries, and dependencies that are not declared. */
export function importProblems({ name, manifest, sources }: WorkspacePackage, { root }: Workspace): string[] {
  const allowed = ARROWS[name];
  if (allowed === undefined)
    return [`${name}: is not in tooling/package-shape/arrows.ts; say there what it may import`];
  const problems = new Set<string>();
  for (const source of sources) {
    for (const specifier of source.imports) {
      const dependency = packageOf(specifier);
      if (dependency === undefined) continue;
      const own = ownPackage(dependency);
      if (own !== undefined && !mayImport(name, own, source))
        problems.add(`${name}: ${source.path} imports ${dependency}, which the arrows do not allow`);
      const only = SINGLE_IMPORTERS[dependency];
      if (only !== undefined && only !== name)
        problems.add(`${name}: ${source.path} imports ${dependency}, which only ${only} may`);
      if (own !== name && !isDeclared(dependency, source, manifest, root))
        problems.add(`${name}: ${source.path} imports ${dependency}, which package.json does not declare`);
    }
  }
  return [...problems, ...declaredProblems(name, manifest, sources)];
}

function declaredProblems(name: string, manifest: PackageManifest, sources: readonly SourceFile[]): string[] {
  const used = new Set(
    sources.filter(({ isTest }) => !isTest).flatMap(({ imports }) => imports.map(packageOf)),
  );
  return Object.keys(manifest.dependencies ?? {}).flatMap((dependency) => {
    const only = SINGLE_IMPORTERS[dependency];
    if (only !== undefined && only !== name)
      return [`${name}: declares ${dependency}, which only ${only} may`];
    if (ownPackage(dependency) !== undefined && !used.has(dependency))
      return [`${name}: declares ${dependency} but imports it nowhere`];
    return [];
  });
}

function mayImport(name: string, own: string, source: SourceFile): boolean {
  if (own === name || ARROWS[name].includes(own)) return true;
  return source.isTest && (TEST_PACKAGES.includes(own) || (TEST_ARROWS[name] ?? []).includes(own));
}

function isDeclared(
  dependency: string,
  source: SourceFile,
  manifest: PackageManifest,
  root: PackageManifest,
): boolean {
  if (dependency in { ...manifest.dependencies, ...manifest.peerDependencies }) return true;
  if (!source.isTest) return false;
  if (TEST_PACKAGES.includes(ownPackage(dependency) ?? '')) return true;
  return dependency in { ...manifest.devDependencies, ...root.devDependencies };
}

/** The package that a specifier belongs to; undefined for files and for what Node.js brings. */
function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:') || builtinModules.includes(specifier))
    return undefined;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

const ownPackage = (dependency: string): string | undefined =>
  dependency.startsWith('@avatar/') ? dependency.slice('@avatar/'.length) : undefined;
