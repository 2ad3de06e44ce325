// Writes the README's figures anew from the stored evaluations: npm run build:figures
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { figuredReadme } from '../tooling/figures/figured-readme.js';

const root = fileURLToPath(new URL('..', import.meta.url));
writeFileSync(`${root}README.md`, await figuredReadme(root));
