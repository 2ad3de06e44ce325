import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerProcess } from './server-process.js';

export interface Measure {
  readonly rss: number;
  readonly heapUsed: number;
  /** Open files and connections; 0 where the system does not tell. */
  readonly handles: number;
}

/** For jobs that wait, bodies that never come and connections that are only kept open. */
const QUIET_MS = 15_000;
const BETWEEN_MS = 1_000;

/** What the server needs when it has had some quiet. */
export async function measured(server: ServerProcess): Promise<Measure> {
  await pause(QUIET_MS);
  // What the first collection finds out to be unneeded is given back to the system by the next.
  await server.memory();
  await pause(BETWEEN_MS);
  const { rss, heapUsed } = await server.memory();
  return { rss, heapUsed, handles: handlesOf(server.pid) };
}

function handlesOf(pid: number | undefined): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}
