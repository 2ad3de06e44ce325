// The package checks: shape of the workspace, then publint and the types of every packed package.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { renamedErrors } from './package-shape/class-names.js';
import { workspaceProblems } from './package-shape/check-workspace.js';
import { readWorkspace, type WorkspacePackage } from './package-shape/workspace.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const PARALLEL = 2;

async function publishProblems({ name, manifest }: WorkspacePackage): Promise<string[]> {
  const pkgDir = `${root}packages/${name}`;
  if (!existsSync(`${pkgDir}/dist/index.js`)) return [`${name}: is not built; run npm run build first`];
  const [{ messages }, types] = await Promise.all([publint({ pkgDir, strict: true }), typeProblems(pkgDir)]);
  const linted = messages.map(
    (message) => `${name}: ${formatMessage(message, manifest as Record<string, unknown>) ?? message.code}`,
  );
  const renamed = renamedErrors(readFileSync(`${pkgDir}/dist/index.js`, 'utf8'));
  return [...linted, ...[...types, ...renamed].map((problem) => `${name}: ${problem}`)];
}

/** Packs the package and resolves its types the way importers do. */
function typeProblems(pkgDir: string): Promise<string[]> {
  const attw = [`${root}node_modules/@arethetypeswrong/cli/dist/index.js`, '--pack', pkgDir];
  const options = ['--profile', 'esm-only', '--no-color', '--no-emoji', '--format', 'ascii'];
  return new Promise((resolve) => {
    execFile(process.execPath, [...attw, ...options], (error, stdout, stderr) => {
      resolve(error ? [`its packed types do not resolve:\n${stdout}${stderr}`] : []);
    });
  });
}

/** Two at a time: packing and type resolution are bound by the processor. */
async function checkAll(packages: readonly WorkspacePackage[]): Promise<string[]> {
  const waiting = [...packages];
  const problems: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      problems.push(...(await publishProblems(next)));
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return problems;
}

const workspace = readWorkspace(root);
const shape = workspaceProblems(workspace);
const shapeOnly = process.argv.includes('--shape-only');
const published = shapeOnly
  ? []
  : await checkAll(workspace.packages.filter(({ manifest }) => !manifest.private));
for (const problem of [...shape, ...published]) console.error(problem);
if (shape.length + published.length > 0) process.exitCode = 1;
else console.log(`${workspace.packages.length} packages are in shape`);
