/**
 * Packs all packages and uses them as a stranger does: in an empty folder outside the repository, from a registry, with
 * none of the repository's settings, on the lines of Node.js that they are for.
 *
 *   npm run check:install              (installs once; packages with large peers are left out)
 *   npm run check:install -- --full    (installs on every Node.js; all packages)
 *
 * Models come from where the environment or the repository keeps them, and are fetched there if they are missing.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { modelsDirectory } from '@avatar/models';
import { LINES, type NodeVersion, nodeOfLine } from '../tooling/check-install/node-versions.js';
import { packAll } from '../tooling/check-install/pack-all.js';
import { startLocalRegistry } from '../tooling/local-registry/local-registry.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const full = process.argv.includes('--full');
const RESOLUTIONS = ['node16', 'nodenext', 'bundler'] as const;
/** The AI SDK names the second one in its types and does not bring it. */
const TYPES = ['@types/node@20', '@types/json-schema@7'] as const;
/** Their peers are TensorFlow.js and vitest, several hundred files each. */
const LARGE_PEERS = ['testing', 'tfjs', 'face-api'];

const folder = mkdtempSync(join(tmpdir(), 'avatar-install-'));
const photo = join(folder, 'astronaut.png');
const started = performance.now();
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** What a stranger's environment has: nothing of npm's settings that surround this process. */
function strangersEnvironment(registry: string, scope: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|AVATAR_|ONNXRUNTIME_|NODE_OPTIONS)/i.test(name),
  );
  const userconfig = join(folder, 'npmrc');
  writeFileSync(userconfig, `${scope}:registry=${registry}\n`);
  return {
    ...Object.fromEntries(own),
    npm_config_userconfig: userconfig,
    npm_config_cache: join(folder, 'npm-cache'),
    npm_config_fund: 'false',
    npm_config_audit: 'false',
    AVATAR_MODELS_DIR: modelsDirectory(),
  };
}

/** `node`, `npm` and `npx` are those of that version. */
const onNode = (env: NodeJS.ProcessEnv, { path }: NodeVersion): NodeJS.ProcessEnv => ({
  ...env,
  PATH: `${dirname(path)}:${env['PATH'] ?? ''}`,
});

const run = promisify(execFile);

/** Runs a step, says how long it took, and ends with what it said where it fails. */
async function step(
  what: string,
  [command, ...args]: readonly [string, ...string[]],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<string> {
  const since = performance.now();
  try {
    const { stdout } = await run(command, args, { ...options, maxBuffer: 64 * 1024 * 1024 });
    console.log(`  ✔ ${what} (${seconds(since)})`);
    return stdout.trim();
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${what} failed:\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
}

async function programs(project: string, env: NodeJS.ProcessEnv, used: NodeVersion, scope: string) {
  const options = { cwd: project, env: onNode(env, used) };
  const { version, path } = used;
  const node = (what: string, ...args: string[]) =>
    step(`Node.js ${version}: ${what}`, [path, ...args], options);
  await node('import of every package', 'import.mjs', scope);
  await node('a stage alone', 'one-stage.mjs', photo);
  await node('a pipeline of its own', 'own-pipeline.mjs', photo);
  await node('require() of every package', 'require.cjs', scope);
  await step(`Node.js ${version}: npx avatar --version`, ['npx', 'avatar', '--version'], options);
  const out = `avatar-${version}.png`;
  await step(
    `Node.js ${version}: npx avatar generate`,
    ['npx', 'avatar', 'generate', photo, '--out', out],
    options,
  );
  if (readFileSync(join(project, out)).length < 100_000) throw new Error('The avatar is no picture');
}

async function types(project: string, env: NodeJS.ProcessEnv): Promise<void> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  for (const moduleResolution of RESOLUTIONS) {
    const compilerOptions = {
      module: moduleResolution === 'bundler' ? 'esnext' : moduleResolution,
      moduleResolution,
      target: 'es2022',
      lib: ['es2023', 'esnext.disposable'],
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    };
    const name = `tsconfig.${moduleResolution}.json`;
    writeFileSync(join(project, name), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    await step(`strict types, ${moduleResolution}`, [process.execPath, tsc, '-p', name], {
      cwd: project,
      env,
    });
  }
}

async function installed(
  names: readonly string[],
  env: NodeJS.ProcessEnv,
  node: NodeVersion,
): Promise<string> {
  const project = join(folder, `project-${node.version}`);
  cpSync(join(root, 'tooling/check-install/stranger'), project, { recursive: true });
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'stranger', version: '1.0.0', type: 'module', private: true }),
  );
  writeFileSync(
    join(project, 'every-package.ts'),
    names.map((name, index) => `export * as p${index} from '${name}';\n`).join(''),
  );
  await step(
    `Node.js ${node.version}: npm install of ${names.length} packages`,
    ['npm', 'install', ...names],
    {
      cwd: project,
      env: onNode(env, node),
    },
  );
  return project;
}

try {
  cpSync(join(root, 'examples/photos/astronaut.png'), photo);
  const packed = packAll(root, join(folder, 'tarballs'));
  console.log(`  ✔ ${packed.filter(({ tarball }) => tarball).length} packages packed (${seconds(started)})`);
  await using registry = await startLocalRegistry(packed);
  const scope = packed[0].manifest.name.split('/')[0];
  const here = { version: process.version, path: process.execPath };
  const env = onNode(strangersEnvironment(registry.address, scope), here);
  const left = full ? [] : LARGE_PEERS.map((name) => `${scope}/${name}`);
  const names = packed
    .map(({ manifest }) => manifest.name)
    .filter((name) => !left.includes(name) && !name.startsWith(`${scope}/onnxruntime`));

  const nodes = LINES.map((line) => ({ line, node: nodeOfLine(line, folder) }));
  const project = await installed(names, env, here);
  await step('types of others', ['npm', 'install', ...TYPES], { cwd: project, env });
  await types(project, env);
  const skipped: string[] = [];
  for (const { line, node } of nodes) {
    if (node === undefined) skipped.push(`Node.js ${line}, which npm does not have for this machine`);
    else
      await programs(
        full && node.version !== here.version ? await installed(names, env, node) : project,
        env,
        node,
        scope,
      );
  }
  if (left.length > 0) skipped.push(`${left.join(', ')}, which only --full installs`);
  console.log(
    `Installed and used in ${seconds(started)}.${skipped.map((what) => `\nNot tried: ${what}.`).join('')}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
