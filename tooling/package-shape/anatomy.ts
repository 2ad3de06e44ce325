import ts from 'typescript';
import { STAGE_PACKAGES } from './arrows.js';
import type { PackageManifest, SourceFile, Workspace, WorkspacePackage } from './workspace.js';

const REQUIRED_FILES = ['README.md', 'package.json', 'tsconfig.json', 'tsup.config.ts'];
const NAMELESS_FILES = /^(utils?|helpers?|misc|common|shared)\.ts$/;

/** What is missing or misplaced inside a package. */
export function anatomyProblems(inspected: WorkspacePackage, workspace: Workspace): string[] {
  const { name, isApp, entries, sources, readme } = inspected;
  const problems = REQUIRED_FILES.filter((file) => !entries.includes(file)).map((file) => `lacks ${file}`);
  for (const { path } of sources) {
    const file = path.split('/').at(-1) ?? path;
    if (NAMELESS_FILES.test(file)) problems.push(`${path} says nothing about what is in it`);
  }
  if (!isApp) problems.push(...indexProblems(sources), ...readmeProblems(name, readme));
  problems.push(...manifestProblems(inspected, workspace));
  if ((STAGE_PACKAGES as readonly string[]).includes(name)) problems.push(...stageProblems(name, sources));
  return problems.map((problem) => `${name}: ${problem}`);
}

/** Whoever reads it has to learn how the package is had. */
const readmeProblems = (name: string, readme: string): string[] =>
  readme === '' || new RegExp(`npm install [^\\n]*@avatar/${name}(?![\\w-])`).test(readme)
    ? []
    : [`README.md lacks the line "npm install @avatar/${name}"`];

function indexProblems(sources: readonly SourceFile[]): string[] {
  const index = sources.find(({ path }) => path === 'src/index.ts');
  if (!index) return ['lacks src/index.ts'];
  const { statements } = parse(index);
  const reExports = statements.filter(
    (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
  );
  if (reExports.length < statements.length) return ['src/index.ts has more than exports from other files'];
  return reExports.length === 0 ? ['src/index.ts exports nothing'] : [];
}

/** A stage's factory stands in the file of the package's name, or each factory in the file of its own name. */
function stageProblems(name: string, sources: readonly SourceFile[]): string[] {
  const factories = sources.filter((source) => !source.isTest && takesOptions(source) !== undefined);
  const problems: string[] = [];
  const main = sources.some(({ path }) => path === `src/${name}.ts`);
  if (!main && factories.length === 0)
    problems.push(
      `has no factory: neither src/${name}.ts nor a file that exports a function of its own name`,
    );
  const hasOptions = sources.some(({ path }) => path === 'src/options.ts');
  if (!hasOptions && factories.some((source) => takesOptions(source)))
    problems.push('has a factory with options and no src/options.ts');
  return problems;
}

/** Whether the function that the file is named after takes options; undefined where there is none. */
function takesOptions(source: SourceFile): boolean | undefined {
  const factory = camelCase(source.path);
  for (const statement of parse(source).statements) {
    if (!ts.isFunctionDeclaration(statement) || statement.name?.text !== factory) continue;
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    return statement.parameters.some(({ name }) => name.getText().includes('ptions'));
  }
  return undefined;
}

function manifestProblems({ name, isApp, manifest }: WorkspacePackage, { root }: Workspace): string[] {
  const expected: readonly Field[] = [
    ['name', manifest.name, `@avatar/${name}`],
    ['license', manifest.license, root.license],
    ['type', manifest.type, 'module'],
    ['sideEffects', manifest.sideEffects, false],
    ['engines.node', manifest.engines?.node, root.engines?.node],
    ['repository.directory', manifest.repository?.directory, `${isApp ? 'apps' : 'packages'}/${name}`],
    ...(isApp ? APP_FIELDS : PUBLISHED_FIELDS)(manifest),
  ];
  return expected
    .filter(([, actual, wanted]) => actual !== wanted)
    .map(
      ([field, actual, wanted]) =>
        `package.json: expected ${String(wanted)} for ${field}, found ${String(actual)}`,
    );
}

type Field = readonly [name: string, actual: unknown, wanted: unknown];

const APP_FIELDS = ({ private: isPrivate }: PackageManifest): Field[] => [['private', isPrivate, true]];

/** What every tarball has to have in it; the licence files are put there when it is packed. */
const PACKED = ['dist', 'CHANGELOG.md', 'LICENSE', 'NOTICE'];

const PUBLISHED_FIELDS = ({
  name = '',
  author,
  homepage,
  bugs,
  files,
  publishConfig,
  exports,
  scripts,
  keywords = [],
}: PackageManifest): Field[] => [
  ['files', PACKED.filter((file) => files?.includes(file)).join(', '), PACKED.join(', ')],
  ['scripts.prepack', scripts?.prepack, 'node ../../tooling/prepack.mjs'],
  ['keywords', keywords.includes('avatar'), true],
  ['author', typeof author, 'string'],
  ['bugs', typeof bugs, 'string'],
  ['homepage', homepage?.split('/tree/main/').at(-1), `packages/${name.split('/').at(-1) ?? ''}#readme`],
  ['publishConfig.access', publishConfig?.access, 'public'],
  ['exports["."]', JSON.stringify(exports?.['.']), JSON.stringify(ENTRY)],
];

const ENTRY = { types: './dist/index.d.ts', default: './dist/index.js' };

const parse = ({ path, text }: SourceFile) => ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);

function camelCase(path: string): string {
  const file = path.split('/').at(-1)?.replace(/\.ts$/, '') ?? '';
  return file.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
