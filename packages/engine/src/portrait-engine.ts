import type { PictureSize } from '@avatar/stage';

/** Sizes that an engine can make: a list, or sides within bounds that are multiples of a number of pixels. */
export type EngineSizes =
  readonly PictureSize[] | { readonly minPx: number; readonly maxPx: number; readonly multipleOf: number };

/** What an engine can do with a request; what it cannot is left out of the request, or told by the caller. */
export interface EngineCapabilities {
  /** It paints from words alone. */
  readonly fromText: boolean;
  /** It repaints a photo, which it is given as the reference. */
  readonly fromPhoto: boolean;
  /**
   * How it wants to be told where it may paint: `white` is a mask that is white there and black elsewhere,
   * `transparent` one that is transparent there and opaque elsewhere, `none` takes no mask.
   */
  readonly mask: 'white' | 'transparent' | 'none';
  /** It obeys `strength` by a setting of its own; otherwise only by words in the prompt. */
  readonly strength: boolean;
  /** The same seed gives the same picture. */
  readonly seed: boolean;
  /** It takes words about what must not be seen. */
  readonly negativePrompt: boolean;
  readonly sizes: EngineSizes;
  /** `free`: nobody charges for a call. `known`: every picture says its cost. `unknown`: look at the provider's bill. */
  readonly cost: 'free' | 'known' | 'unknown';
}

/** One picture to be painted. */
export interface PortraitRequest {
  readonly prompt: string;
  readonly negativePrompt?: string;
  /** PNG of the person, aligned: upright, framed as the avatar will be. Absent for a picture from words alone. */
  readonly photo?: Uint8Array;
  /** PNG of the size of `photo`, in the form that the engine's capabilities name. Always there where they name one. */
  readonly mask?: Uint8Array;
  /** How far the picture may go from the photo, in (0, 1]; towards 0 it is the photo. */
  readonly strength: number;
  /** 32-bit unsigned. */
  readonly seed: number;
  /** One of the engine's sizes. */
  readonly size: PictureSize;
}

/** What a call took, as far as the provider tells. */
export interface EngineUse {
  /** Id of the model that painted, in the provider's own words. */
  readonly model?: string;
  /** Charged for this call, in US dollars. */
  readonly costUsd?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  /** What the provider warned of, one sentence each. For developers. */
  readonly warnings?: readonly string[];
}

export interface PaintedPortrait {
  /** The file as the engine made it: PNG, JPEG or WebP. Nobody has looked at it yet. */
  readonly bytes: Uint8Array;
  readonly use: EngineUse;
}

/**
 * A generative engine: it paints a portrait, somewhere. What it makes is trusted as little as any upload: the pipeline
 * finds the face again, frames it, cuts it out and judges it.
 */
export interface PortraitEngine {
  /** Names the engine in metadata and errors: 1 to 64 lower-case letters, digits and `-`, such as `comfyui`. */
  readonly id: string;
  readonly capabilities: EngineCapabilities;
  /** Milliseconds after which a call is given up, 1000 to 900 000. */
  readonly timeoutMs: number;
  /**
   * Paints one picture. Call it through `paintPortrait`, which holds the deadline.
   * @throws AvatarError from `engineFailure`; the signal's reason once it is aborted
   */
  readonly paint: (
    request: PortraitRequest,
    control: { readonly signal: AbortSignal },
  ) => Promise<PaintedPortrait>;
}
