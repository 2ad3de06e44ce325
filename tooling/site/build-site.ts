import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Application,
  Converter,
  FileRegistry,
  OptionDefaults,
  PageEvent,
  type TypeDocOptions,
} from 'typedoc';
import { accessible } from './accessible.js';
import { Content, type Places } from './content.js';
import { PACKAGE_GROUPS, sitePackages } from './packages.js';
import { sitePages } from './site-pages.js';
import { SiteTheme } from './site-theme.js';

/**
 * Builds the site from the Markdown and the TSDoc of the tree: static files that need neither a server nor a network.
 * @param root The repository, with a trailing slash
 * @param target Folder of the site; emptied before
 * @throws {Error} when something of it could not be read or written
 */
export async function buildSite(root: string, target: string): Promise<void> {
  const places = { root, repository: repositoryOf(root) };
  const packages = sitePackages(root);
  const content = new Content(sitePages(root), packages, places);
  const entryPoints = packages.map(({ folder }) => join(root, 'packages', folder, 'src/index.ts'));
  const app = await Application.bootstrap({ ...options(places), entryPoints });
  // The one it begins with knows only files on the disk, and some pages are made here.
  app.files = new FileRegistry();
  const readme = readFileSync(join(root, 'README.md'), 'utf8').replace(/^# .*\n/, '');
  app.converter.on(Converter.EVENT_BEGIN, ({ project }) => content.addPages(app.converter, project, readme));
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) =>
    content.addReadmes(app.converter, project),
  );
  app.renderer.defineTheme('site', SiteTheme);
  app.renderer.on(PageEvent.END, (page) => (page.contents &&= withIndex(accessible(page.contents))));
  const project = await app.convert();
  if (!project) throw new Error('The sources could not be read');
  await app.generateDocs(project, target);
  if (app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error('The site could not be written whole');
}

const options = ({ root, repository }: Places): TypeDocOptions => ({
  name: '@avatar',
  tsconfig: join(root, 'tsconfig.json'),
  basePath: root,
  readme: 'none',
  // `npm run types` checks them.
  skipErrorChecking: true,
  excludePrivate: true,
  excludeInternal: true,
  excludeExternals: true,
  disableGit: true,
  sourceLinkTemplate: `${repository}{path}#L{line}`,
  // The client's types are generated, and say it so.
  blockTags: [...OptionDefaults.blockTags, '@description', '@constant', '@enum'],
  sort: ['documents-first', 'kind', 'alphabetical-ignoring-documents'],
  sortEntryPoints: false,
  groupOrder: [...PACKAGE_GROUPS, '*'],
  searchInDocuments: true,
  searchInComments: true,
  highlightLanguages: [
    'typescript',
    'javascript',
    'json',
    'bash',
    'html',
    'console',
    'sql',
    'yaml',
    'docker',
  ],
  theme: 'site',
  customCss: join(root, 'tooling/site/site.css'),
  customFooterHtml:
    '<p>Apache-2.0. The portraits are in the public domain: Eileen Collins (NASA), Grace Hopper (US Navy).</p>',
  hideGenerator: true,
  validation: false,
  treatWarningsAsErrors: true,
  logLevel: 'Warn',
});

/** Address of a file of the repository, as the packages name it. */
function repositoryOf(root: string): string {
  const { repository } = JSON.parse(readFileSync(join(root, 'packages/stage/package.json'), 'utf8')) as {
    repository: { url: string };
  };
  return `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/`;
}

/** Links to the first page by its file, for who opens the folder without a server. */
const withIndex = (html: string): string => html.replaceAll(/href="\.\.\/(?=["#])/g, 'href="../index.html');
