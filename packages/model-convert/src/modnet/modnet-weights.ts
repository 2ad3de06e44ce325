import { decodeOnnxModel } from '../onnx-schema.js';
import { type Weight, weightNamed } from '../weight-manifest.js';

/** A convolution's numbers: the filter is out, in, height, width. */
export interface Layer {
  readonly filter: Weight;
  readonly bias: Weight;
}

/** What the published file holds. */
export interface ModnetWeights {
  /** In order of computation; those of the encoder, which have no names, come first. */
  readonly convolutions: readonly Layer[];
  readonly layer: (name: string) => Layer;
  readonly weight: (name: string) => Weight;
  /** The second operands of the matrix products, in order. */
  readonly matrices: readonly Weight[];
}

interface StoredTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly rawData: Uint8Array;
}

interface StoredModel {
  readonly graph: {
    readonly node: readonly { readonly opType: string; readonly input: readonly string[] }[];
    readonly initializer: readonly StoredTensor[];
  };
}

function weightOf({ dims, rawData }: StoredTensor): Weight {
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength);
  const data = Float32Array.from({ length: rawData.byteLength >> 2 }, (_, i) => view.getFloat32(4 * i, true));
  return { data, shape: dims };
}

/** @throws Error if the bytes are no ONNX file */
export function readModnetWeights(file: Uint8Array): ModnetWeights {
  const { graph } = decodeOnnxModel(file) as unknown as StoredModel;
  const weights = new Map(graph.initializer.map((tensor) => [tensor.name, weightOf(tensor)]));
  const weight = (name: string): Weight => weightNamed(weights, name);
  const operandsOf = (opType: string) => graph.node.filter((node) => node.opType === opType);
  return {
    convolutions: operandsOf('Conv').map(({ input: [, filter, bias] }) => ({
      filter: weight(filter),
      bias: weight(bias),
    })),
    layer: (name) => ({ filter: weight(`${name}.weight`), bias: weight(`${name}.bias`) }),
    weight,
    matrices: operandsOf('MatMul').map(({ input: [, matrix] }) => weight(matrix)),
  };
}
