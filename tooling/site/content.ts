import { dirname, join } from 'node:path';
import {
  Comment,
  CommentTag,
  DocumentReflection,
  MinimalSourceFile,
  normalizePath,
  type CommentDisplayPart,
  type ContainerReflection,
  type Converter,
  type ProjectReflection,
  type Reflection,
} from 'typedoc';
import type { SitePackage } from './packages.js';
import type { Page } from './page.js';
import { linkedToRepository } from './repository-links.js';

/** Where things are: the repository on disk, with a trailing slash, and the address that a path is added to. */
export interface Places {
  readonly root: string;
  readonly repository: string;
}

/** The pages and READMEs of the site, as typedoc takes them: each known by its path, so that links between them hold. */
export class Content {
  private readonly paths: ReadonlySet<string>;

  constructor(
    private readonly pages: readonly Page[],
    private readonly packages: readonly SitePackage[],
    private readonly places: Places,
  ) {
    const documents = everyPage(pages).flatMap(({ path }) => addressesOf(path));
    const readmes = packages.flatMap(({ folder }) => addressesOf(`packages/${folder}/README.md`));
    this.paths = new Set(['README.md', ...documents, ...readmes]);
  }

  /** The first page and the documents: before the sources are read. */
  addPages(converter: Converter, project: ProjectReflection, readme: string): void {
    project.readme = this.parsed(converter, project, 'README.md', readme);
    this.register(project, project, 'README.md');
    const add = (
      parent: ContainerReflection | DocumentReflection,
      { title, path, text, children }: Page,
    ): void => {
      const content = this.parsed(converter, project, path, text);
      const document = new DocumentReflection(title, parent, content, {});
      parent.addChild(document);
      project.registerReflection(document, undefined, normalizePath(join(this.places.root, path)));
      this.register(project, document, path);
      for (const child of children) add(document, child);
    };
    for (const page of this.pages) add(project, page);
  }

  /** Names, groups and READMEs of the packages: when the sources have been read. */
  addReadmes(converter: Converter, project: ProjectReflection): void {
    for (const { folder, name, group, readme } of this.packages) {
      const module = project.children?.find((child) => `/${child.name}`.endsWith(`/${folder}/src`));
      if (!module) throw new Error(`typedoc did not read packages/${folder}`);
      const path = `packages/${folder}/README.md`;
      module.name = name;
      module.readme = this.parsed(converter, project, path, readme);
      grouped(module, group);
      this.register(project, module, path);
    }
  }

  private parsed(
    converter: Converter,
    project: ProjectReflection,
    path: string,
    text: string,
  ): CommentDisplayPart[] {
    const linked = linkedToRepository(
      withoutDeclarations(text),
      path,
      (at) => this.paths.has(at),
      this.places,
    );
    const file = new MinimalSourceFile(linked, normalizePath(join(this.places.root, path)));
    return converter.parseRawComment(file, project.files).content;
  }

  private register(project: ProjectReflection, reflection: Reflection, path: string): void {
    for (const address of addressesOf(path))
      project.files.registerReflectionPath(normalizePath(join(this.places.root, address)), reflection);
  }
}

const everyPage = (pages: readonly Page[]): Page[] =>
  pages.flatMap((page) => [page, ...everyPage(page.children)]);

/** A folder is where its README is. */
const addressesOf = (path: string): string[] => (path.endsWith('README.md') ? [path, dirname(path)] : [path]);

/** What snippets declare for the compiler is not for readers. */
const withoutDeclarations = (text: string): string => text.replaceAll(/^<!-- given\n[\s\S]*?-->\n/gm, '');

function grouped(reflection: Reflection, group: string): void {
  reflection.comment ??= new Comment();
  reflection.comment.blockTags.push(new CommentTag('@group', [{ kind: 'text', text: group }]));
}
