/**
 * Does one thing at a time, and of the wishes that come meanwhile only the last: what is typed fast does not pile up
 * on the server, and what was begun is finished, which costs it less than an abort.
 */
export class Latest<Wish> {
  #wanted: { readonly wish: Wish } | undefined;
  #isRunning = false;

  constructor(
    private readonly work: (wish: Wish) => Promise<void>,
    private readonly onProblem: (error: unknown) => void,
  ) {}

  get isIdle(): boolean {
    return !this.#isRunning;
  }

  wish(wish: Wish): void {
    this.#wanted = { wish };
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let next = this.#next(); next !== undefined; next = this.#next())
      try {
        await this.work(next.wish);
      } catch (error) {
        this.onProblem(error);
      }
    this.#isRunning = false;
  }

  #next(): { readonly wish: Wish } | undefined {
    const next = this.#wanted;
    this.#wanted = undefined;
    return next;
  }
}

/** Calls the last of many calls, once there was none for a while. */
export function debounced<Arguments extends readonly unknown[]>(
  work: (...given: Arguments) => void,
  waitMs: number,
): (...given: Arguments) => void {
  let timer: number | undefined;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), waitMs);
  };
}
