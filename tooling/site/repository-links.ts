import { existsSync } from 'node:fs';
import { dirname, posix } from 'node:path';

const LINK = /\]\((?<target>(?![a-z]+:|#)[^)\s#]+)(?<anchor>#[^)\s]*)?\)/g;
const PICTURE = /\.(?:png|jpe?g|svg|webp)$/;

/**
 * Points the links of a page at files that are no pages of the site, such as sources and folders, to the repository.
 * @param text Markdown
 * @param path The page, from the root of the repository
 * @param isPage Whether a path from the root is a page of the site
 * @param repository Address of a file, to which its path is added
 */
export function linkedToRepository(
  text: string,
  path: string,
  isPage: (path: string) => boolean,
  { root, repository }: { root: string; repository: string },
): string {
  return text.replaceAll(LINK, (link, target: string, anchor = '') => {
    const file = posix.join(dirname(path), target).replace(/\/$/, '');
    if (PICTURE.test(file) || isPage(file) || !existsSync(`${root}/${file}`)) return link;
    return `](${repository}${file}${anchor as string})`;
  });
}
