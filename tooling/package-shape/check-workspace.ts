import { anatomyProblems } from './anatomy.js';
import { cycleProblems } from './cycles.js';
import { fileCycleProblems } from './file-cycles.js';
import { importProblems } from './check-imports.js';
import { roomProblems } from './rooms.js';
import { versionProblems } from './versions.js';
import type { Workspace } from './workspace.js';

/** Every way in which the packages are not in the shape that AGENTS.md describes, as sentences; empty if none. */
export function workspaceProblems(workspace: Workspace): string[] {
  return [
    ...workspace.packages.flatMap((inspected) => [
      ...anatomyProblems(inspected, workspace),
      ...importProblems(inspected, workspace),
      ...fileCycleProblems(inspected),
      ...roomProblems(inspected),
    ]),
    ...cycleProblems(workspace),
    ...versionProblems(workspace),
  ];
}
