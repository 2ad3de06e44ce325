import { fileURLToPath } from 'node:url';
import { build } from 'tsup';

const SOURCES = '../../apps/server/src/testing';
const BUILT = '../../apps/server/dist';

/**
 * Programs of the server's tests, each in one file that needs no compiler where it runs. They lie where the server's
 * own code would.
 * @param sources by name of the program, the name of its source before `.test-support.ts`
 * @returns their files, by the same names
 */
export async function testPrograms<Name extends string>(
  folder: string,
  sources: Readonly<Record<Name, string>>,
): Promise<Record<Name, string>> {
  const place = fileURLToPath(new URL(`${BUILT}/${folder}/`, import.meta.url));
  const each = <T>(work: (name: string) => T): Record<Name, T> =>
    Object.fromEntries(Object.keys(sources).map((name) => [name, work(name)])) as Record<Name, T>;
  await build({
    entry: each((name) =>
      fileURLToPath(new URL(`${SOURCES}/${sources[name as Name]}.test-support.ts`, import.meta.url)),
    ),
    outDir: place,
    format: 'esm',
    target: 'node20',
    platform: 'node',
    external: [/^[^./]/],
    splitting: false,
    config: false,
    silent: true,
  });
  return each((name) => `${place}${name}.js`);
}
