import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Longest command line in bytes that a process may have been started with; threads have half the stack. From about 28
 * 900 on ONNX Runtime 1.30 ends the process when it loads a model, and no exception tells of it
 * (docs/known-faults.md).
 */
const LONGEST = isMainThread ? 24_000 : 12_000;

/** Whether this process was started with a command line that ONNX Runtime cannot read. */
export function isCommandLineTooLong(): boolean {
  // Only Linux has the file, and only there the fault was seen.
  if (process.platform !== 'linux') return false;
  try {
    return readFileSync('/proc/self/cmdline').length > LONGEST;
  } catch {
    return false;
  }
}
