import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readmeFigures, withFigures, type Evaluations } from './readme-figures.js';

/** The README as it has to be: its figures are those of the stored evaluations. */
export async function figuredReadme(root: string): Promise<string> {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const figures = readmeFigures({
    styles: JSON.parse(read('docs/evaluation/styles.json')) as Evaluations['styles'],
    stylesPage: read('docs/styles.md'),
    likenessPage: read('docs/evaluation/likeness.md'),
  });
  const options = await resolveConfig(join(root, 'README.md'));
  return format(withFigures(read('README.md'), figures), { ...options, parser: 'markdown' });
}
