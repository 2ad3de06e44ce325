import { DefaultTheme, type NavigationElement, type ProjectReflection, type Reflection } from 'typedoc';
import { PACKAGE_GROUPS } from './packages.js';

/** The theme of typedoc with a navigation of two levels: sections with their pages, then groups of packages. */
export class SiteTheme extends DefaultTheme {
  override buildNavigation({ documents = [], groups = [] }: ProjectReflection): NavigationElement[] {
    const link = (page: Reflection, text = page.name): NavigationElement => ({
      text,
      path: this.router.getFullUrl(page),
      kind: page.kind,
    });
    const sections = documents.map((section) => ({
      text: section.name,
      // A heading that folds and is a link as well cannot be used by keyboard and by voice.
      children: [link(section, 'Overview'), ...(section.children ?? []).map((page) => link(page))],
    }));
    const packages = groups
      .filter(({ title }) => PACKAGE_GROUPS.includes(title))
      .map(({ title, children }) => ({ text: title, children: children.map((page) => link(page)) }));
    return [...sections, ...packages];
  }
}
