/** One thing in a store. */
export interface StoredEntry {
  readonly key: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
}

/**
 * Where bytes lie: a folder, a bucket, or whatever else offers these six things. Keys are made by `objectPath`; a
 * store refuses any other form before it touches anything.
 */
export interface ObjectStore {
  /** Whole or not at all: a reader never sees half an object. Replaces what was there. */
  readonly put: (key: string, bytes: Uint8Array, contentType: string) => Promise<void>;
  /** Undefined when there is none. */
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  /** Nothing happens when there is none. */
  readonly delete: (key: string) => Promise<void>;
  /** Everything whose key begins with `prefix` (a whole segment, such as `acc_1/`; empty for all). */
  readonly list: (prefix: string) => AsyncIterable<StoredEntry>;
  /** Removes what writers that died left half written. */
  readonly sweep: () => Promise<void>;
  /** Resolves when the store can be read. */
  readonly ping: () => Promise<void>;
}
