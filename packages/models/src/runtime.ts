import type { ModelEntry } from './manifest.js';
import type { Tensor } from './tensor.js';

/** Input tensors by the names of the model's entry. */
export type Feeds = Readonly<Record<string, Tensor>>;

/** Loaded weights, inside a runtime. */
export interface Inference {
  /**
   * Runs once. The hub has checked names and sides of `feeds` against the entry; outputs have the entry's names too.
   *
   * @throws AvatarError `inference-failed`
   */
  readonly run: (feeds: Feeds) => Promise<Record<string, Tensor>>;
  /** Frees the memory. Called once, when no run is under way. */
  readonly release: () => Promise<void>;
}

/** What runs models: a library such as ONNX Runtime behind two functions. A hub opens each file once. */
export interface ModelRuntime {
  /**
   * Loads weights.
   *
   * @param weights path of the file, or its bytes where a path must not be followed
   * @throws AvatarError `model-unavailable` if this runtime cannot load them here
   */
  readonly open: (weights: string | Uint8Array, entry: ModelEntry) => Promise<Inference>;
}
