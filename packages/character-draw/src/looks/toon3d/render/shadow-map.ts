import { KEY } from './lights.js';
import { unit, type Vec3 } from './maths.js';
import type { MeshBuilder } from './mesh-builder.js';
import { createDepthBuffer, rasterise } from './rasterise.js';

const RIGHT: Vec3 = unit([KEY[2], 0, -KEY[0]]);
const DOWN: Vec3 = [
  KEY[1] * RIGHT[2] - KEY[2] * RIGHT[1],
  KEY[2] * RIGHT[0] - KEY[0] * RIGHT[2],
  KEY[0] * RIGHT[1] - KEY[1] * RIGHT[0],
];

/** The scene's depth as the key light sees it. */
export class ShadowMap {
  readonly size: number;
  readonly depth: Float32Array;
  readonly #scale: number;
  readonly #middle: number;

  /** `extent` units of the scene, around the height `middle`, fit into `size` texels. */
  constructor(mesh: MeshBuilder, size: number, extent: number, middle: number) {
    this.size = size;
    this.#scale = size / extent;
    this.#middle = middle;
    const { positions } = mesh;
    const points = new Float32Array(mesh.vertexCount * 3);
    for (let i = 0; i < points.length; i += 3) {
      points[i] = this.u(positions[i], positions[i + 1], positions[i + 2]);
      points[i + 1] = this.v(positions[i], positions[i + 1], positions[i + 2]);
      points[i + 2] = this.towards(positions[i], positions[i + 1], positions[i + 2]);
    }
    const buffer = createDepthBuffer(size, size, false);
    rasterise({ points, indices: mesh.indices, indexCount: mesh.indexCount }, buffer);
    this.depth = buffer.depth;
  }

  /** Texels of one unit. */
  get texelsPerUnit(): number {
    return this.#scale;
  }

  u(x: number, y: number, z: number): number {
    return this.size / 2 + (x * RIGHT[0] + (y - this.#middle) * RIGHT[1] + z * RIGHT[2]) * this.#scale;
  }

  v(x: number, y: number, z: number): number {
    return this.size / 2 + (x * DOWN[0] + (y - this.#middle) * DOWN[1] + z * DOWN[2]) * this.#scale;
  }

  /** Distance towards the light. */
  towards(x: number, y: number, z: number): number {
    return x * KEY[0] + (y - this.#middle) * KEY[1] + z * KEY[2];
  }
}
