import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A page of the site: Markdown that is in the tree, or that is made when the site is built. */
export interface Page {
  /** What the navigation calls it. */
  readonly title: string;
  /** From the root of the repository. Of a page that is made it is where its links start from. */
  readonly path: string;
  readonly text: string;
  readonly children: readonly Page[];
}

/** A page from its file; its first heading is the title. */
export function pageFrom(root: string, path: string): Page {
  const text = readFileSync(join(root, path), 'utf8');
  return { title: headingOf(text) ?? basename(path, '.md'), path, text, children: [] };
}

/** The Markdown files of a folder by name, without its README. */
export function pagesIn(root: string, folder: string): Page[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => pageFrom(root, `${folder}/${name}`));
}

/** A page over others: the README of the folder where there is one, else a list of them under `introduction`. */
export function section(
  root: string,
  folder: string,
  title: string,
  introduction: string,
  children: readonly Page[],
): Page {
  const path = `${folder}/README.md`;
  const text = existsSync(join(root, path))
    ? readFileSync(join(root, path), 'utf8')
    : `# ${title}\n\n${introduction}\n\n${children.map((child) => listed(folder, child)).join('\n')}\n`;
  return { title, path, text, children };
}

const listed = (folder: string, { title, path, text }: Page): string =>
  `- [${title}](${linkFrom(folder, path)}): ${firstSentence(text)}`;

/** A relative link from a folder to a file, both from the root of the repository. */
export function linkFrom(folder: string, path: string): string {
  return '../'.repeat(folder === '' ? 0 : folder.split('/').length) + path;
}

export const headingOf = (text: string): string | undefined =>
  /^# (?<heading>.+)$/m.exec(text)?.groups?.heading.replaceAll('`', '');

/** Without links, which start from another folder. */
function firstSentence(text: string): string {
  const paragraph = text.split(/\n\n+/).find((block) => /^[A-Z"`@]/.test(block)) ?? '';
  const plain = paragraph.replaceAll(/\s+/g, ' ').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return /^.*?[.:](?= |$)/.exec(plain)?.[0].replace(/:$/, '.') ?? plain;
}
