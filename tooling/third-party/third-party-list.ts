/** `packages` of a package-lock.json: by folder. */
export type LockedPackages = Readonly<
  Record<
    string,
    {
      readonly version?: string;
      readonly license?: string;
      readonly dev?: boolean;
      readonly link?: boolean;
    }
  >
>;

/** Markdown: what is installed in production, each name and version once, by licence. */
export function thirdPartyList(packages: LockedPackages): string {
  const byLicence = new Map<string, Set<string>>();
  for (const [folder, { version, license = 'not stated', dev, link }] of Object.entries(packages)) {
    const name = folder.split('node_modules/').at(-1) ?? '';
    if (!folder.includes('node_modules/') || dev || link || version === undefined) continue;
    byLicence.set(license, (byLicence.get(license) ?? new Set()).add(`${name} ${version}`));
  }
  const sections = [...byLicence]
    .sort(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([licence, names]) => `## ${licence}\n\n${[...names].sort().join(', ')}\n`);
  return `# Libraries that come along

Written by \`npm run build:third-party\` from the lock file. An application installs only those that its packages need;
models are not libraries: \`models/manifest.json\` has their sources and licences.

${sections.join('\n')}`;
}
