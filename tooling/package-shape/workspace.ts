import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The parts of a package.json that the check reads. */
export interface PackageManifest {
  readonly name?: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly type?: string;
  readonly sideEffects?: unknown;
  readonly engines?: { readonly node?: string };
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly files?: readonly string[];
  readonly keywords?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly author?: string;
  readonly homepage?: string;
  readonly bugs?: string;
  readonly repository?: { readonly directory?: string };
  readonly publishConfig?: { readonly access?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface SourceFile {
  /** Inside the package, with forward slashes: `src/warp.ts`. */
  readonly path: string;
  readonly text: string;
  /** Modules that the file imports, as written. */
  readonly imports: readonly string[];
  /** Tests and what only tests use. */
  readonly isTest: boolean;
}

export interface WorkspacePackage {
  /** The folder's name, which is the package's name without its scope. */
  readonly name: string;
  /** Apps are run and not published. */
  readonly isApp: boolean;
  readonly manifest: PackageManifest;
  /** Names of everything directly in the package's folder. */
  readonly entries: readonly string[];
  readonly sources: readonly SourceFile[];
  /** Empty where there is none. */
  readonly readme: string;
}

export interface Workspace {
  readonly root: PackageManifest;
  readonly packages: readonly WorkspacePackage[];
}

const TEST_FILE = /\.test(-d|-support)?\.ts$|\.model\.test\.ts$|\/fixtures\//;

/** Reads the packages below `packages/` and `apps/` of a repository. */
export function readWorkspace(rootFolder: string): Workspace {
  return {
    root: readManifest(rootFolder),
    packages: ['packages', 'apps'].flatMap((group) => {
      const folder = join(rootFolder, group);
      const names = existsSync(folder) ? readdirSync(folder) : [];
      return names
        .filter((name) => existsSync(join(folder, name, 'package.json')))
        .sort()
        .map((name) => readPackage(join(folder, name), name, group === 'apps'));
    }),
  };
}

function readPackage(folder: string, name: string, isApp: boolean): WorkspacePackage {
  return {
    name,
    isApp,
    manifest: readManifest(folder),
    entries: readdirSync(folder),
    readme: existsSync(join(folder, 'README.md')) ? readFileSync(join(folder, 'README.md'), 'utf8') : '',
    sources: existsSync(join(folder, 'src')) ? readSources(folder, 'src') : [],
  };
}

const readManifest = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageManifest;

function readSources(packageFolder: string, folder: string): SourceFile[] {
  return readdirSync(join(packageFolder, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return readSources(packageFolder, path);
    if (!entry.name.endsWith('.ts')) return [];
    const text = readFileSync(join(packageFolder, path), 'utf8');
    const imports = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
    return [{ path, text, imports, isTest: TEST_FILE.test(path) }];
  });
}
