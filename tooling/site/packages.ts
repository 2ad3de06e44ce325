import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Groups of the navigation in their order. What is in none of them is a foundation. */
const GROUPS = {
  'Packages to begin with': ['generator', 'cli', 'client', 'worker-pool', 'pipeline-runner', 'stage', 'onnx'],
  Stages: [
    'load',
    'face-align',
    'face-reshape',
    'matte',
    'bg-generate',
    'style-apply',
    'composite',
    'detail-enhance',
    'quality-gate',
    'save',
  ],
  'Styles and characters': [
    'styles',
    'style-fit',
    'character',
    'character-brief',
    'character-draw',
    'character-fit',
    'character-glb',
    'conversation',
  ],
  'Engines and back-ends': ['engine', 'engine-ai-sdk', 'engine-comfyui', 'tfjs', 'face-api'],
} as const;
export const FOUNDATIONS = 'Foundations';
export const PACKAGE_GROUPS: readonly string[] = [...Object.keys(GROUPS), FOUNDATIONS];

export interface SitePackage {
  /** Its folder under `packages`. */
  readonly folder: string;
  readonly name: string;
  readonly group: string;
  /** Its README without the heading, which repeats the name. */
  readonly readme: string;
}

/** The packages that are published, as the navigation groups them. */
export function sitePackages(root: string): SitePackage[] {
  return readdirSync(join(root, 'packages')).map((folder) => {
    const file = (name: string) => readFileSync(join(root, 'packages', folder, name), 'utf8');
    const { name } = JSON.parse(file('package.json')) as { name: string };
    const readme = file('README.md').replace(/^# .*\n/, '');
    return { folder, name, group: groupOf(folder), readme };
  });
}

const groupOf = (folder: string): string =>
  Object.entries<readonly string[]>(GROUPS).find(([, folders]) => folders.includes(folder))?.[0] ??
  FOUNDATIONS;
