import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const LINK = /<(?:a|link|img|script|source)\b[^>]*?\s(?:href|src)="(?<target>[^"]*)"/g;
const NAMED = /\s(?:id|name)="(?<name>[^"]*)"/g;
const ELSEWHERE = /^(?:[a-z][a-z+.-]*:|\/\/)/i;

/**
 * The links of a folder of HTML files that lead to no file of the folder, or to no place in it, as `page: link`. Links to
 * other hosts are not followed.
 */
export function brokenLinks(site: string): string[] {
  const names = new Map<string, ReadonlySet<string>>();
  const namesIn = (file: string): ReadonlySet<string> => {
    const known = names.get(file) ?? new Set(matches(readFileSync(file, 'utf8'), NAMED, 'name'));
    names.set(file, known);
    return known;
  };
  return pagesOf(site).flatMap((page) =>
    matches(readFileSync(page, 'utf8'), LINK, 'target')
      .filter((target) => !ELSEWHERE.test(target) && !leads(page, target, namesIn))
      .map((target) => `${relative(site, page)}: ${target}`),
  );
}

function leads(page: string, target: string, namesIn: (file: string) => ReadonlySet<string>): boolean {
  const [path, anchor] = target.split('#').map((part) => decodeURIComponent(part.replaceAll('&amp;', '&')));
  const file = path === '' ? page : resolve(dirname(page), path.replace(/\?.*$/, ''));
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  return !anchor || !file.endsWith('.html') || namesIn(file).has(anchor);
}

export const pagesOf = (site: string): string[] =>
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(site, name));

const matches = (text: string, pattern: RegExp, group: string): string[] =>
  [...text.matchAll(pattern)].map((match) => match.groups?.[group] ?? '');
