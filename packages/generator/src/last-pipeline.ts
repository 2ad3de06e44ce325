import { codeOf } from '@avatar/styles';
import { avatarPipeline, type AvatarPipeline } from './avatar-pipeline.js';
import type { AvatarPipelineOptions } from './shared-stages.js';

/**
 * Keeps the last pipeline, so that a series with the same options paints its backdrop once. One only: a backdrop of
 * 2048 px takes 50 MB.
 */
export class LastPipeline {
  #key: string | undefined;
  #code: unknown;
  #pipeline: AvatarPipeline | undefined;

  get(options: AvatarPipelineOptions): AvatarPipeline {
    // A picture of the caller's would have to be compared byte for byte, and is decoded in less time than one is drawn.
    if (options.backdrop !== undefined) return avatarPipeline(options);
    // Next to what an engine takes, a backdrop is painted in no time.
    if (options.engine !== undefined) return avatarPipeline(options);
    // Everything but what all runs share is plain data, a style of the caller's own included, unless it renders by a
    // function.
    const key = JSON.stringify({ ...options, models: undefined, detector: undefined, embedder: undefined });
    const code = codeOf(options.style);
    if (this.#pipeline === undefined || key !== this.#key || code !== this.#code)
      this.#pipeline = avatarPipeline(options);
    this.#key = key;
    this.#code = code;
    return this.#pipeline;
  }
}
