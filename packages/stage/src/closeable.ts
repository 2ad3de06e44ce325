/**
 * Holds models, processes or memory that its owner gives back: by `close()`, or by `await using` where the language has
 * it (TypeScript, Node 24).
 */
export interface Closeable extends AsyncDisposable {
  /** Lets running work end, then gives everything back. Calling it again does nothing more. */
  close(): Promise<void>;
  /** The same as `close`. */
  [Symbol.asyncDispose](): Promise<void>;
}
