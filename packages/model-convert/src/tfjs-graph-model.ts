import type { Network, Value } from './network.js';
import type { Weight, WeightGroup } from './weight-manifest.js';

/** A value of a node's attribute, as the TensorFlow.js converter writes it. */
export interface GraphAttribute {
  readonly s?: string;
  readonly b?: boolean;
  readonly i?: string | number;
  readonly f?: number;
  readonly shape?: { readonly dim?: readonly { readonly size: string | number }[] };
  readonly list?: { readonly i?: readonly (string | number)[]; readonly s?: readonly string[] };
}

export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, GraphAttribute | { readonly shape: GraphAttribute }>>;
}

/** model.json of a TensorFlow.js graph model, as far as it is read. */
export interface GraphModel {
  readonly modelTopology: { readonly node: readonly GraphNode[] };
  readonly weightsManifest: readonly WeightGroup[];
}

/** What the conversion of one node may ask for. */
export interface GraphContext {
  readonly network: Network;
  value(input: string): Value;
  /** The constant behind an input, or undefined if it is computed. */
  constant(input: string): Weight | undefined;
  node(input: string): GraphNode | undefined;
}
