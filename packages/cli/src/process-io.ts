import { WriteStream } from 'node:tty';
import { OUTPUT_CLOSED, type CliIo } from './cli-io.js';

/**
 * The real world: the process's streams, its folder, and Ctrl+C as a signal.
 *
 * @param abort aborts as well, for a process that is told by another one
 */
export function processIo(abort?: AbortSignal): CliIo {
  const { stdout, stderr, env } = process;
  const controller = new AbortController();
  stopWhenInterrupted(controller);
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    controller.abort(OUTPUT_CLOSED);
  });
  return {
    // Only looked at when asked for: a stream that is touched keeps the process waiting.
    stdin: () => process.stdin,
    stdout: (text) => void stdout.write(text),
    stdoutBytes: (bytes) => void stdout.write(bytes),
    stdoutIsTerminal: stdout.isTTY,
    stderr: (text) => void stderr.write(text),
    terminal: stderr.isTTY ? stderr : undefined,
    colour: takesColour(stdout, env),
    errorColour: takesColour(stderr, env),
    env,
    cwd: process.cwd(),
    signal: abort ? AbortSignal.any([controller.signal, abort]) : controller.signal,
    createGenerator: async (options) => {
      const { createAvatarGenerator, growHeapInLargeSteps } = await import('@avatar/generator');
      growHeapInLargeSteps();
      return createAvatarGenerator(options);
    },
    fitStyle: async (examples, options, onDownload) => {
      const [{ createModelHub }, { fitStyle }] = await Promise.all([
        import('@avatar/onnx'),
        import('@avatar/style-fit'),
      ]);
      await using models = createModelHub({ onProgress: onDownload });
      return await fitStyle(examples, { ...options, models });
    },
  };
}

/** Node's own rules: FORCE_COLOR asks for colour anywhere, NO_COLOR and a dumb terminal for none. */
function takesColour(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (!stream.isTTY && env['FORCE_COLOR'] === undefined) return false;
  // An empty NO_COLOR asks for nothing (no-color.org), which not every Node knows.
  const asked = { ...env, NO_COLOR: env['NO_COLOR'] || undefined };
  return WriteStream.prototype.getColorDepth.call(stream, asked) > 1;
}

/** The first Ctrl+C or termination aborts; the second one kills, as without a handler. */
function stopWhenInterrupted(controller: AbortController): void {
  const abort = () => controller.abort();
  process.once('SIGINT', abort);
  process.once('SIGTERM', abort);
}
