import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const SHARED = {
  outdir: here('dist'),
  tsconfig: here('tsconfig.json'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  publicPath: '/',
  logLevel: 'error',
} as const;

/**
 * Bundles what the browser gets, from its sources: a script for each page, one style sheet, one font, and
 * three.js with the view of a bust, which is loaded when somebody opens it.
 */
export async function buildPage(): Promise<void> {
  await Promise.all([
    build({ ...SHARED, entryPoints: { main: here('src/main.ts') }, splitting: true, chunkNames: '[name]' }),
    build({
      ...SHARED,
      entryPoints: {
        review: here('src/review.ts'),
        cost: here('src/cost.ts'),
        page: here('styles/page.css'),
      },
      loader: { '.woff2': 'file' },
      assetNames: '[name]',
    }),
  ]);
}
