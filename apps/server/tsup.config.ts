import { libraryBuild } from '../../tooling/tsup.js';
import { buildPage } from './page/build.config.js';

// File by file: the program finds its migrations and pages beside itself, and has no importers that need types.
export default libraryBuild({
  entry: ['src/**/*.ts', '!src/**/*.test.ts', '!src/**/*.test-support.ts'],
  bundle: false,
  treeshake: false,
  dts: false,
  onSuccess: buildPage,
});
