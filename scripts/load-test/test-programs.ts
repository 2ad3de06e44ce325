import { fileURLToPath } from 'node:url';
import { build } from 'tsup';

const BUILT = '../../apps/server/dist';

/**
 * Programs of the server's tests, each in one file that needs no compiler where it runs. They lie where the server's
 * own code would.
 * @param sources by name of the program
 * @returns their files, by the same names
 */
export async function testPrograms<Name extends string>(
  folder: string,
  sources: Readonly<Record<Name, URL>>,
): Promise<Record<Name, string>> {
  const place = fileURLToPath(new URL(`${BUILT}/${folder}/`, import.meta.url));
  const each = <T>(work: (name: Name) => T): Record<Name, T> =>
    Object.fromEntries((Object.keys(sources) as Name[]).map((name) => [name, work(name)])) as Record<Name, T>;
  await build({
    entry: each((name) => fileURLToPath(sources[name])),
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
