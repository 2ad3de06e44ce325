import type { Workspace } from './workspace.js';

/** Circles of packages that depend on each other, devDependencies included: such packages have no build order. */
export function cycleProblems({ packages }: Workspace): string[] {
  const dependenciesOf = new Map(
    packages.map(({ name, manifest }) => {
      const { dependencies, peerDependencies, devDependencies } = manifest;
      const all = Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies });
      return [`@avatar/${name}`, all];
    }),
  );
  const finished = new Set<string>();
  const problems: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) {
      problems.push(
        `Packages depend on each other in a circle: ${[...path.slice(path.indexOf(name)), name].join(' -> ')}`,
      );
      return;
    }
    if (finished.has(name)) return;
    for (const dependency of dependenciesOf.get(name) ?? []) visit(dependency, [...path, name]);
    finished.add(name);
  };
  for (const name of dependenciesOf.keys()) visit(name, []);
  return problems;
}
