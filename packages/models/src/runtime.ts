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

/** How the weights of a model are written. */
export type WeightsFormat = 'onnx' | 'tfjs';

/** A model of TensorFlow.js, read from disk. */
export interface TfjsWeights {
  /** The bytes of `model.json`. */
  readonly model: Uint8Array;
  /** The shards that it names, in its order. */
  readonly shards: readonly Uint8Array[];
}

/** What a backend is given of a model, by format. */
export interface WeightsOfFormat {
  /** Path of the file, or its bytes where a path must not be followed. */
  readonly onnx: string | Uint8Array;
  readonly tfjs: TfjsWeights;
}

/**
 * What runs models of one format: a library such as ONNX Runtime or TensorFlow.js behind two functions. A hub opens each
 * model once.
 */
export interface InferenceBackend<Format extends WeightsFormat> {
  readonly format: Format;
  /**
   * Loads weights.
   *
   * @throws AvatarError `model-unavailable` if this backend cannot load them here
   */
  readonly open: (weights: WeightsOfFormat[Format], entry: ModelEntry) => Promise<Inference>;
}
