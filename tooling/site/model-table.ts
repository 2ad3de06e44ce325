import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from './page.js';

interface Listed {
  readonly id: string;
  readonly summary: string;
  readonly inDefaultSet: boolean;
  readonly weights: { readonly sizeBytes: number };
  readonly licence: { readonly spdx: string; readonly status: string };
}

/** Every model of the catalogue with its licence, over their cards. */
export function modelTable(root: string): Page {
  const { models } = JSON.parse(readFileSync(join(root, 'models/manifest.json'), 'utf8')) as {
    models: readonly Listed[];
  };
  const rows = models.map(
    ({ id, summary, licence, weights, inDefaultSet }) =>
      `| [\`${id}\`](${id}.md) | ${summary} | ${licence.spdx} (${licence.status}) | ${megabytes(weights.sizeBytes)} | ${inDefaultSet ? 'yes' : 'no'} |`,
  );
  const text = `# Models

Every network that the toolkit may run, from \`models/manifest.json\`. Weights are no part of the repository: they are fetched, verified by SHA-256, and kept.
Each has a card with its origin, what it was trained on, what it is for and what was measured; [what cards say](../docs/guides/model-cards.md).

| Model | What it does | Licence | ONNX file | Fetched by default |
| ----- | ------------ | ------- | --------- | ------------------ |
${rows.join('\n')}
`;
  return { title: 'Models', path: 'models/README.md', text, children: [] };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
