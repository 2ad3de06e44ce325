/** A moment's view of a pool. */
export interface PoolStats {
  readonly workers: number;
  /** Calls that wait for a child. */
  readonly queued: number;
  /** Calls that a child is busy with, warm-ups included. */
  readonly running: number;
  /** Children that were replaced: killed at a deadline, died, or had their number of runs. */
  readonly restarts: number;
  /** Children with their models loaded. */
  readonly warm: number;
  /** Process ids of the children that are alive. */
  readonly pids: readonly number[];
}
