import type { StageEvent } from '@avatar/stage';

/**
 * A listener watches a run and cannot change it: what it throws, or the promise that it rejects, is dropped,
 * and the run goes on. Listeners that must not fail unseen catch their own errors.
 */
export function shieldedListener(listener: ((event: StageEvent) => unknown) | undefined) {
  return (event: StageEvent): void => {
    try {
      const returned = listener?.(event);
      if (returned instanceof Promise) returned.catch(() => undefined);
    } catch {
      // Dropped on purpose, see above.
    }
  };
}
