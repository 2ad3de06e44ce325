import { readFile } from 'node:fs/promises';
import { modelUnavailable } from './fetch/download-failure.js';
import type { InferenceBackend } from './runtime.js';

export interface FakeRuntime extends InferenceBackend<'onnx'> {
  /** Models opened so far, and models released. */
  readonly opened: string[];
  readonly released: string[];
}

/** Weights of the fake runtime: a number as text. */
export const weightsOf = (factor: number): Uint8Array => Buffer.from(`times ${factor}`);

/** A runtime whose models multiply `image` by the number in their weights and call it `result`. */
export function fakeRuntime(): FakeRuntime {
  const opened: string[] = [];
  const released: string[] = [];
  return {
    opened,
    released,
    format: 'onnx',
    open: async (weights, { id }) => {
      const text = Buffer.from(typeof weights === 'string' ? await readFile(weights) : weights).toString();
      if (!text.startsWith('times ')) throw modelUnavailable(id, 'no-provider', 'it is no network');
      const factor = Number(text.slice('times '.length));
      opened.push(id);
      return {
        run: async ({ image }) => {
          const data = Float32Array.from(image.data as Float32Array, (value) => value * factor);
          // A run takes a while: whoever releases meanwhile is caught.
          await new Promise((resolve) => setImmediate(resolve));
          if (released.includes(id)) throw new Error(`${id} ran after its release`);
          return { result: { data, dims: image.dims } };
        },
        release: async () => void released.push(id),
      };
    },
  };
}
