/** What a mesh of the bust hangs on: the bones that move it. */
export type Carrier = 'head' | 'eye_left' | 'eye_right' | 'skin';

/** How a mesh looks; the writer makes a glTF material of it. */
export interface Finish {
  /** Name of the material. */
  readonly name: string;
  readonly roughness: number;
  readonly metal?: number;
  readonly doubleSided?: boolean;
  /** Shines by itself. */
  readonly glows?: boolean;
}

/** A mesh of the bust in head units: x to the viewer's right, y down, z to the viewer. */
export interface BustMesh {
  readonly name: string;
  readonly carrier: Carrier;
  readonly finish: Finish;
  /** Three values a vertex. */
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Linear RGB. */
  readonly colours: Float32Array;
  /** What the part's maker knows of a vertex: its place in the part, or on a strand. */
  readonly rests: Float32Array;
  readonly indices: Uint32Array;
  /** Texture coordinates, two a vertex, v downwards; left out where there is no texture. */
  readonly uvs?: Float32Array;
  /** -1 upper lip, 1 lower lip, -2 and 2 the walls of the mouth behind them, 0 neither; left out where no vertex is at a mouth. */
  readonly lips?: Int8Array;
}
