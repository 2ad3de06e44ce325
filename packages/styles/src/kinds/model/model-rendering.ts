import type { Finish } from '../../parameters/finish.js';

/** How a picture lies in a tensor of a network: one picture, three channels, sRGB-encoded. */
export interface PictureTensor {
  /** Name of the input or the output in the file, 1 to 100 characters. */
  readonly name: string;
  /** `nchw`: one colour plane after the other. `nhwc`: the three channels of each pixel together. */
  readonly layout: 'nchw' | 'nhwc';
  readonly colourOrder: 'rgb' | 'bgr';
  /** The values of black and of white, -1024 to 1024, such as 0 and 1, -1 and 1, or 0 and 255. */
  readonly range: readonly [black: number, white: number];
}

export interface NetworkInput extends PictureTensor {
  /** Side of the square that the network is shown, in pixels, 32 to 2048. */
  readonly sizePx: number;
}

/** A picture-to-picture network, and how it is fed and read. Its output is a square picture of any size. */
export interface StyleNetwork {
  /**
   * One ONNX file without external data, or the `model.json` of a TensorFlow.js model with its shards beside it, up to 512
   * MiB. In a style file: its path from that file's folder, with forward slashes, which must not lead out of the folder.
   * In code: an absolute path.
   */
  readonly file: string;
  /** Default: `onnx`. `tfjs` needs a hub with `@avatar/tfjs`. */
  readonly format?: 'onnx' | 'tfjs';
  /**
   * SHA-256 of the file in lower-case hex; of a TensorFlow.js model that of `model.json` and its shards one behind the
   * other. Without it the file is taken as it is.
   */
  readonly sha256?: string;
  readonly input: NetworkInput;
  readonly output: PictureTensor;
}

/** How the person is rendered: by a network that comes with the style. */
export interface ModelRendering extends Finish {
  readonly kind: 'model';
  readonly model: StyleNetwork;
}

/** What a style's own network is called in errors and metadata, in place of its file. */
export const ownModelId = (token: string): string => `${token}:model`;
