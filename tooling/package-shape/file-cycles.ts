import { dirname, join } from 'node:path/posix';
import type { WorkspacePackage } from './workspace.js';

/** Circles of files that import each other inside a package, types included: such files are one idea, or three. */
export function fileCycleProblems({ name, sources }: WorkspacePackage): string[] {
  const paths = new Set(sources.map(({ path }) => path));
  const importsOf = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.flatMap((specifier) => fileOf(path, specifier, paths)),
    ]),
  );
  const finished = new Set<string>();
  const problems: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) {
      problems.push(
        `${name}: files import each other in a circle: ${[...way.slice(way.indexOf(path)), path].join(' -> ')}`,
      );
      return;
    }
    if (finished.has(path)) return;
    for (const imported of importsOf.get(path) ?? []) visit(imported, [...way, path]);
    finished.add(path);
  };
  for (const path of importsOf.keys()) visit(path, []);
  return problems;
}

function fileOf(from: string, specifier: string, paths: ReadonlySet<string>): string[] {
  if (!specifier.startsWith('.')) return [];
  const path = join(dirname(from), specifier).replace(/\.js$/, '.ts');
  return paths.has(path) ? [path] : [];
}
