import { characterGallery, styleGallery } from './galleries.js';
import { modelTable } from './model-table.js';
import { pageFrom, pagesIn, section, type Page } from './page.js';

const HANDBOOK = [
  'architecture',
  'glossary',
  'characters',
  'conversations',
  'engines',
  'tensorflow',
  'vendors',
  'deployment',
  'versioning',
  'known-faults',
];
const GUIDES = [
  'first-pipeline',
  'own-stage',
  'own-style',
  'own-gate',
  'serving',
  'privacy',
  'model-cards',
  'comparing',
];
const PROJECT = ['CONTRIBUTING', 'SECURITY', 'CODE_OF_CONDUCT', 'THIRD-PARTY'];

/** Everything of the site but its first page and the packages, in the order of its navigation. */
export function sitePages(root: string): Page[] {
  const named = (folder: string, names: readonly string[]) =>
    names.map((name) => pageFrom(root, `${folder}${name}.md`));
  return [
    section(root, 'docs/guides', 'Guides', 'Short ways to one aim each.', named('docs/guides/', GUIDES)),
    section(
      root,
      'docs/gallery',
      'Galleries',
      'What the toolkit really makes, from public-domain portraits and from words.',
      [styleGallery(root), characterGallery(root)],
    ),
    section(root, 'docs', 'Handbook', 'How it is made, and how it is run.', [
      ...named('docs/', HANDBOOK),
      pageFrom(root, 'apps/server/README.md'),
    ]),
    section(
      root,
      'docs/evaluation',
      'Evaluation',
      'What was measured, how, and what the figures do not say. Scripts of the repository write most of these pages.',
      [
        pageFrom(root, 'docs/styles.md'),
        ...pagesIn(root, 'docs/evaluation'),
        { ...pageFrom(root, 'docs/evaluation/face-api/likeness.md'), title: 'Likeness by face-api' },
      ],
    ),
    section(root, 'docs/decisions', 'Decisions', '', pagesIn(root, 'docs/decisions')),
    { ...modelTable(root), children: pagesIn(root, 'models') },
    section(root, 'docs/project', 'Project', 'How the project is looked after.', [
      ...named('', PROJECT),
      { ...pageFrom(root, 'AGENTS.md'), title: 'Handbook of the code' },
    ]),
  ];
}
