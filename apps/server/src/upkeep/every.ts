/** Something that is done again and again, never twice at once. */
export interface Repetition {
  /** Resolves when it is not being done any more. */
  readonly stop: () => Promise<void>;
}

/** The pause is between two rounds, so a slow round is no reason for haste. */
export function every(
  pauseMs: number,
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
): Repetition {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const wait = () => {
    if (!isStopped) timer = setTimeout(() => void (round = work().then(wait, failed)), pauseMs);
  };
  const failed = (error: unknown) => {
    onError(error);
    wait();
  };
  wait();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
