import { setTimeout as pause } from 'node:timers/promises';
import { processTree, type TreeMeasure } from './process-tree.js';

export interface HealthMeasures {
  readonly milliseconds: readonly number[];
  readonly failures: number;
}

/** Asks `/healthz` ten times a second until the signal. Times while the server is known to be dead do not count. */
export async function watchHealth(
  url: string,
  isDown: () => boolean,
  signal: AbortSignal,
): Promise<HealthMeasures> {
  const milliseconds: number[] = [];
  let failures = 0;
  while (!signal.aborted) {
    const startedMs = performance.now();
    const ok = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.ok;
      },
      () => false,
    );
    if (!isDown()) {
      if (ok) milliseconds.push(performance.now() - startedMs);
      else failures++;
    }
    await pause(100, undefined, { signal }).catch(() => undefined);
  }
  return { milliseconds, failures };
}

/** Memory of the server with its children, taken after every request. */
export class MemoryWatch {
  readonly #server: number[] = [];
  readonly #children: number[] = [];
  #peakServer = 0;
  #peakChild = 0;

  sample(pid: number | undefined): void {
    if (pid === undefined) return;
    const { root, children }: TreeMeasure = processTree(pid);
    if (root === undefined) return;
    this.#server.push(root.memoryBytes);
    this.#children.push(children.reduce((sum, child) => sum + child.memoryBytes, 0));
    this.#peakServer = Math.max(this.#peakServer, root.memoryBytes);
    for (const child of children) this.#peakChild = Math.max(this.#peakChild, child.memoryBytes);
  }

  get samples(): number {
    return this.#server.length;
  }

  /** Means of so many equal parts of the run, so that warming up is told from growing. */
  parts(count: number): { readonly server: number[]; readonly children: number[] } {
    const size = this.#server.length / count;
    const means = (values: readonly number[]): number[] =>
      Array.from({ length: count }, (_, part) =>
        mean(values.slice(Math.floor(part * size), Math.floor((part + 1) * size))),
      );
    return { server: means(this.#server), children: means(this.#children) };
  }

  get peaks(): { readonly server: number; readonly child: number } {
    return { server: this.#peakServer, child: this.#peakChild };
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The value below which the share `part` lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
