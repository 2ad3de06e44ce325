import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Bundles what the browser gets, from its sources: a script for each page, one style sheet, one font. */
export async function buildPage(): Promise<void> {
  await build({
    entryPoints: {
      main: here('src/main.ts'),
      review: here('src/review.ts'),
      cost: here('src/cost.ts'),
      page: here('styles/page.css'),
    },
    outdir: here('dist'),
    tsconfig: here('tsconfig.json'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.woff2': 'file' },
    assetNames: '[name]',
    publicPath: '/',
    logLevel: 'error',
  });
}
