import type { CharacterEdit, CharacterSpec, Expression, PoseSpec } from '@avatar/character';
import type { BustFormat, Compression } from '@avatar/character-glb';
import type { Understood } from '@avatar/character-brief';
import type { UnsupportedWish } from '../avatar-result.js';

/** A character as a bust for other programs, instead of a picture. */
export interface ModelOptions {
  /** `vrm`, experimental: the same bust at rest, as viewers of VRM 1.0 load it. */
  readonly format: BustFormat;
  /** The only look with a third dimension. */
  readonly look?: 'toon3d' | undefined;
  /** Changes of what the words or the spec say, applied in their order; at most 500. Default: none. */
  readonly edits?: readonly CharacterEdit[] | undefined;
  /** Replaces parts of the pose: the file has the head turned. A bust has no gestures. */
  readonly pose?: PoseSpec | undefined;
  /** Replaces the expression: what the face shows until somebody moves it. */
  readonly expression?: Expression | undefined;
  /** Decides what was not said of a person without a seed: 0 to 4294967295. Default: the seed of the spec, or 0. */
  readonly seed?: number | undefined;
  /** `meshopt`: less than half the size, for viewers that read it, as three.js and Babylon.js do. Not with `vrm`. Default `none`. */
  readonly compression?: Compression | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A person as a file of glTF 2.0, binary. */
export interface CharacterModelResult {
  readonly origin: 'character';
  readonly delivered: 'avatar';
  readonly format: BustFormat;
  /** `model/gltf-binary`: metres, y up, facing along z. */
  readonly bytes: Uint8Array;
  /** Triangles of all meshes together. */
  readonly triangles: number;
  readonly look: 'toon3d';
  /** Who was modelled, with the seed that decides all that was not said. */
  readonly character: CharacterSpec & { readonly seed: number };
  /** What the words put into the character, word by word. Empty for a spec. */
  readonly understood: readonly Understood[];
  /** What was asked for and is not in the file. */
  readonly unsupported: readonly UnsupportedWish[];
  readonly seed: number;
  /** Wall-clock milliseconds from the call to the result. */
  readonly latencyMs: number;
}
