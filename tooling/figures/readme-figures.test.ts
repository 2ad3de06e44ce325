import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { figuredReadme } from './figured-readme.js';
import { withFigures } from './readme-figures.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the figures of the README are those of the stored evaluations: npm run build:figures', async () => {
  expect(readFileSync(`${root}README.md`, 'utf8')).toBe(await figuredReadme(root));
});

test('a page without marks is refused', () => {
  expect(() => withFigures('# It', '| a |')).toThrow('no marks');
});
