import { readdirSync, readFileSync } from 'node:fs';

interface ProcessMeasure {
  readonly pid: number;
  readonly memoryBytes: number;
  /** Of the process and of its children that have ended. */
  readonly processorSeconds: number;
}

export interface TreeMeasure {
  readonly root: ProcessMeasure | undefined;
  readonly children: readonly ProcessMeasure[];
}

/** `getconf CLK_TCK` and the page size of every Linux that Node.js runs on, ARM with large pages apart. */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

/** A process and everything below it, from `/proc`. Empty where there is none. */
export function processTree(root: number): TreeMeasure {
  const all = allProcesses();
  const below = new Set<number>([root]);
  // Parents are older than children, but numbers may have wrapped around: until nothing is added.
  for (let size = 0; size !== below.size;) {
    size = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  const measured = all.filter(({ pid }) => below.has(pid));
  return {
    root: measured.find(({ pid }) => pid === root),
    children: measured.filter(({ pid }) => pid !== root),
  };
}

function allProcesses(): (ProcessMeasure & { readonly parent: number })[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => processOf(Number(name)));
  } catch {
    return [];
  }
}

function processOf(pid: number): (ProcessMeasure & { readonly parent: number })[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return [
      {
        pid,
        parent: Number(fields[1]),
        memoryBytes: Number(fields[21]) * PAGE_BYTES,
        processorSeconds: ticks / TICKS_PER_SECOND,
      },
    ];
  } catch {
    // It ended in between.
    return [];
  }
}
