import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The one test preset: sources instead of builds, type tests, and room for tests that run models. */
export const workspaceTests: ViteUserConfig = {
  root,
  resolve: {
    alias: [{ find: /^@avatar\/([^/]+)$/, replacement: `${root}packages/$1/src/index.ts` }],
  },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/*/src/**/*.test.ts',
      'tooling/**/*.test.ts',
      'scripts/**/*.test.ts',
      'examples/*.test.ts',
    ],
    // Native inference threads compete for the cores, so more workers make the whole run slower.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is polled for comes late on a busy machine; only its absence is a failure.
    expect: { poll: { timeout: 30_000 } },
    typecheck: {
      enabled: true,
      include: ['packages/*/src/**/*.test-d.ts'],
      // Type-checks the type tests and what they import; `npm run types` covers the rest.
      tsconfig: `${root}tooling/tsconfig.type-tests.json`,
      ignoreSourceErrors: true,
    },
  },
};
