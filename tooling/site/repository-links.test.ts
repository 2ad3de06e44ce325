import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { linkedToRepository } from './repository-links.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const linked = (text: string) =>
  linkedToRepository(text, 'docs/styles.md', (path) => path === 'docs/glossary.md', {
    root,
    repository: 'https://host/',
  });

test('files that are no pages are in the repository; pages, pictures, hosts and places stay', () => {
  expect(linked('[a](../scripts/site.ts#L1) [b](../examples)')).toBe(
    '[a](https://host/scripts/site.ts#L1) [b](https://host/examples)',
  );
  const kept = '[a](glossary.md#x) ![b](images/styles.jpg) [c](https://host) [d](#x) [e](gone.md)';
  expect(linked(kept)).toBe(kept);
});
