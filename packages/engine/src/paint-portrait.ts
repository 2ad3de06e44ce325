import { AvatarError } from '@avatar/stage';
import { engineFailure } from './engine-failure.js';
import type { PaintedPortrait, PortraitEngine, PortraitRequest } from './portrait-engine.js';

/**
 * Calls an engine within its deadline, whether it obeys its signal or not, and turns whatever it throws into the
 * toolkit's error.
 * @throws AvatarError `timeout` (`engine-timeout`), and those of the engine; the signal's reason once it is aborted
 */
export async function paintPortrait(
  engine: PortraitEngine,
  request: PortraitRequest,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<PaintedPortrait> {
  signal?.throwIfAborted();
  const deadline = AbortSignal.timeout(engine.timeoutMs);
  const either = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
  try {
    const painted = await Promise.race([engine.paint(request, { signal: either }), rejectedBy(either)]);
    if (!(painted.bytes instanceof Uint8Array) || painted.bytes.length === 0)
      throw engineFailure(engine.id, 'engine-no-image', 'answered without a picture; look at its own log');
    return painted;
  } catch (cause) {
    signal?.throwIfAborted();
    if (deadline.aborted) throw tooSlow(engine, cause);
    if (AvatarError.is(cause)) throw cause;
    throw engineFailure(engine.id, 'engine-failed', 'failed; its own error is the cause', { cause });
  }
}

const tooSlow = ({ id, timeoutMs }: PortraitEngine, cause: unknown): AvatarError =>
  engineFailure(
    id,
    'engine-timeout',
    `took longer than ${timeoutMs} ms; raise timeoutMs or use a faster model`,
    {
      cause,
      facts: { timeoutMs },
    },
  );

const rejectedBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
