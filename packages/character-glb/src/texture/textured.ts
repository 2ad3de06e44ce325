import type { BustMesh } from '../mesh/bust-mesh.js';

export interface Texture {
  readonly name: string;
  readonly png: Uint8Array;
  /** Whether it goes on beyond its edges, mirrored. */
  readonly repeats?: boolean;
}

/** A mesh with a picture on it; the colours of its vertices multiply the picture. */
export interface Textured extends BustMesh {
  /** Two values a vertex; v downwards. */
  readonly uvs: Float32Array;
  readonly texture: Texture;
}

export const isTextured = (mesh: BustMesh): mesh is Textured => 'texture' in mesh;

/** Vertices that leave the picture as it is. */
export const uncoloured = (mesh: BustMesh): Float32Array => new Float32Array(mesh.colours.length).fill(1);
