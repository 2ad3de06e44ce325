import type { PictureSize } from '@avatar/stage';
import type { MeshBuilder } from './mesh-builder.js';
import { createDepthBuffer, rasterise } from './rasterise.js';
import { Material } from './materials.js';

/** Orthographic: picture x = centreX + x * scale, in pixels. */
export interface Camera extends PictureSize {
  readonly scale: number;
  readonly centreX: number;
  readonly centreY: number;
}

/** Decides skin (true) or cloth for a point of a garment, by its rest position. */
export type SkinCut = (x: number, y: number, z: number) => boolean;

/** Which triangle each of the four samples of a pixel sees, at twice the size of the picture. */
export class Visibility {
  readonly width: number;
  readonly height: number;
  readonly depth: Float32Array;
  readonly owner: Uint32Array;
  readonly mesh: MeshBuilder;
  readonly #points: Float32Array;
  readonly #cut: SkinCut | undefined;
  #a = 0;
  #b = 0;
  #c = 0;
  #wa = 0;
  #wb = 0;
  #wc = 0;

  constructor(mesh: MeshBuilder, camera: Camera, cut?: SkinCut) {
    this.mesh = mesh;
    this.#cut = cut;
    this.width = camera.widthPx * 2;
    this.height = camera.heightPx * 2;
    const points = new Float32Array(mesh.vertexCount * 3);
    const { positions } = mesh;
    const scale = camera.scale * 2;
    for (let i = 0; i < points.length; i += 3) {
      points[i] = camera.centreX * 2 + positions[i] * scale;
      points[i + 1] = camera.centreY * 2 + positions[i + 1] * scale;
      points[i + 2] = positions[i + 2];
    }
    this.#points = points;
    const buffer = createDepthBuffer(this.width, this.height, true);
    rasterise({ points, indices: mesh.indices, indexCount: mesh.indexCount }, buffer);
    this.depth = buffer.depth;
    this.owner = buffer.owner as Uint32Array;
  }

  /** Makes `read` give the attributes at this sample. It must be covered. */
  locate(sample: number): void {
    const { indices } = this.mesh;
    const points = this.#points;
    const t = this.owner[sample] - 3;
    const a = indices[t] * 3;
    const b = indices[t + 1] * 3;
    const c = indices[t + 2] * 3;
    const x = (sample % this.width) + 0.5;
    const y = Math.floor(sample / this.width) + 0.5;
    const ax = points[a];
    const ay = points[a + 1];
    const bx = points[b];
    const by = points[b + 1];
    const cx = points[c];
    const cy = points[c + 1];
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    this.#wa = ((bx - x) * (cy - y) - (by - y) * (cx - x)) / area;
    this.#wb = ((cx - x) * (ay - y) - (cy - y) * (ax - x)) / area;
    this.#wc = 1 - this.#wa - this.#wb;
    this.#a = a;
    this.#b = b;
    this.#c = c;
  }

  /** One attribute, interpolated. */
  read(attribute: Float32Array, out: Float64Array): void {
    for (let j = 0; j < 3; j++)
      out[j] =
        attribute[this.#a + j] * this.#wa +
        attribute[this.#b + j] * this.#wb +
        attribute[this.#c + j] * this.#wc;
  }

  /** Material at a covered sample, with garments decided. Leaves the sample located if it had to. */
  materialAt(sample: number): Material {
    const { materials, indices, rests } = this.mesh;
    const material = materials[indices[this.owner[sample] - 3]] as Material;
    if (material !== Material.Garment) return material;
    this.locate(sample);
    this.read(rests, this.#rest);
    return this.#cut?.(this.#rest[0], this.#rest[1], this.#rest[2]) ? Material.Skin : Material.Cloth;
  }
  readonly #rest = new Float64Array(3);
}
