import { createAvatarGenerator } from '@avatar/generator';
import { createModelHub } from '@avatar/onnx';
import { fitStyle } from '@avatar/style-fit';
import type { CliIo } from './cli-io.js';

/**
 * The real world: the process's streams, its folder, and Ctrl+C as a signal.
 *
 * @param abort aborts as well, for a process that is told by another one
 */
export function processIo(abort?: AbortSignal): CliIo {
  const { stdout, stderr, env } = process;
  const interrupted = interruption();
  // A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    // Only looked at when asked for: a stream that is touched keeps the process waiting.
    stdin: () => process.stdin,
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    terminal: stderr.isTTY ? stderr : undefined,
    colour: stdout.isTTY && !env['NO_COLOR'],
    cwd: process.cwd(),
    signal: abort ? AbortSignal.any([interrupted, abort]) : interrupted,
    createGenerator: createAvatarGenerator,
    fitStyle: async (examples, options, onDownload) => {
      await using models = createModelHub({ onProgress: onDownload });
      return await fitStyle(examples, { ...options, models });
    },
  };
}

/** Aborted by the first Ctrl+C or termination; the second one kills, as without a handler. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort();
  process.once('SIGINT', abort);
  process.once('SIGTERM', abort);
  return controller.signal;
}
