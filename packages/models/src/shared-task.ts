interface Running<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Work that several callers may ask for at once and that is done once. A caller that aborts stops waiting; the work
 * itself is aborted when nobody waits for it any more. Nothing is remembered after it settled.
 */
export class SharedTasks<T> {
  readonly #running = new Map<string, Running<T>>();

  async join(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const task = this.#running.get(key) ?? this.#start(key, start);
    task.waiting++;
    try {
      return await untilAborted(task.promise, signal);
    } finally {
      task.waiting--;
      if (task.waiting === 0) {
        if (this.#running.get(key) === task) this.#running.delete(key);
        task.controller.abort();
      }
    }
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<T>): Running<T> {
    const controller = new AbortController();
    const promise = start(controller.signal);
    const task: Running<T> = { promise, controller, waiting: 0 };
    this.#running.set(key, task);
    const forget = () => {
      if (this.#running.get(key) === task) this.#running.delete(key);
    };
    promise.then(forget, forget);
    return task;
  }
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
