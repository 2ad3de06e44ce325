import { defineConfig, type Options } from 'tsup';

/** The one build preset: ESM, types and source maps from `src/index.ts`. */
export const libraryBuild = (overrides: Options = {}) =>
  defineConfig({
    entry: ['src/index.ts'],
    format: 'esm',
    target: 'node20',
    platform: 'node',
    sourcemap: true,
    clean: true,
    treeshake: true,
    // tsup's declaration build sets a `baseUrl`, which TypeScript 6 deprecates.
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    ...overrides,
  });
