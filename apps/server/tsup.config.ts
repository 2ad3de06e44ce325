import { libraryBuild } from '../../tooling/tsup.js';

// File by file: the program finds its migrations and pages beside itself, and has no importers that need types.
const program = libraryBuild({
  entry: ['src/**/*.ts', '!src/**/*.test.ts', '!src/**/*.test-support.ts'],
  bundle: false,
  treeshake: false,
  dts: false,
});

/** The demo page's script, for browsers: one file with all that it needs. */
const page = libraryBuild({
  entry: ['page/src/main.ts'],
  outDir: 'page/dist',
  platform: 'browser',
  target: 'es2022',
  noExternal: [/.*/],
  minify: true,
  dts: false,
});

export default [program, page];
