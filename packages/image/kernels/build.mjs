// Compiles the kernels into `src/kernels/kernels.wasm.ts`. With --check it only says whether that file is up to date.
import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('.', import.meta.url));
const generatedPath = fileURLToPath(new URL('../src/kernels/kernels.wasm.ts', import.meta.url));

async function compile() {
  let binary;
  const { error, stderr } = await asc.main(
    ['index.ts', '--baseDir', folder, '--outFile', 'kernels.wasm', '--enable', 'simd', '--runtime', 'stub']
      .concat(['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert'])
      .concat(['--initialMemory', '1', '--memoryBase', '0']),
    {
      writeFile: (name, contents) => {
        if (name === 'kernels.wasm') binary = contents;
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return binary;
}

const generated = `// Made by \`npm run build:kernels\` from kernels/*.ts. Do not edit.
export const KERNELS_BASE64 =
  '${Buffer.from(await compile()).toString('base64')}';
`;
if (!process.argv.includes('--check')) writeFileSync(generatedPath, generated);
else if (readFileSync(generatedPath, 'utf8') !== generated) {
  console.error('src/kernels/kernels.wasm.ts is out of date: run `npm run build:kernels -w packages/image`');
  process.exitCode = 1;
}
