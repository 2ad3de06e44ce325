import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name that is written once is found everywhere.',
};
const noMathRandom = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message:
    'Take randomness from the seed (seededRandom of @avatar/image): the same seed gives the same bytes.',
};
const configFiles = ['**/*.config.{ts,js}'];

export default defineConfig(
  globalIgnores(['**/dist/', '**/.turbo/', '**/node_modules/', 'coverage/', 'out/', 'dist-site/', 'models/']),
  // AssemblyScript, which only looks like TypeScript.
  globalIgnores(['packages/image/kernels/*.ts']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      // One program for the whole tree: a project service would open each package's own configuration.
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        // What is left out of a rest has to be named.
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Stages are async by contract, whether they await or not.
      '@typescript-eslint/require-await': 'off',
      // Indexing is unchecked in our configuration, so this rule would call every guard unnecessary.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // An abort rejects with the signal's own reason, whatever it is.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // A platform may lack what the types of Node.js promise.
      '@typescript-eslint/no-useless-default-assignment': 'off',
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noMathRandom],
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'apps/*/src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'max-lines': ['warn', 220],
    },
  },
  { files: ['packages/cli/src/**/*.ts'], rules: { 'no-console': 'off' } },
  // The demo page lives in browsers: it has a configuration of its own.
  {
    files: ['apps/server/page/src/**/*.ts'],
    languageOptions: { parserOptions: { project: './apps/server/page/tsconfig.json' } },
  },
  {
    files: ['**/*.test.ts', '**/*.test-d.ts', 'apps/*/src/**/*.test-support.ts'],
    rules: {
      'max-lines': 'off',
      // Tests reach into unknown errors and made-up data.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: configFiles, rules: { 'no-restricted-syntax': ['error', noMathRandom] } },
  // The build configurations of the packages are outside the root program.
  {
    files: ['packages/*/*.config.ts', 'apps/*/*.config.ts', 'apps/server/page/*.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
