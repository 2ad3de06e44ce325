import { clamp } from './maths.js';
import { Material } from './materials.js';
import type { ShadowMap } from './shadow-map.js';
import type { Visibility } from './visibility.js';

const TAPS = 16;
const DISC_X = new Float64Array(TAPS);
const DISC_Y = new Float64Array(TAPS);
for (let i = 0; i < TAPS; i++) {
  const turn = i * 2.39996;
  const radius = Math.sqrt((i + 0.5) / TAPS);
  DISC_X[i] = Math.cos(turn) * radius;
  DISC_Y[i] = Math.sin(turn) * radius;
}
/** Reach of the shadow's soft edge in units, by material. */
const softness = (material: number): number =>
  material === Material.Skin ? 0.115 : material === Material.Eye ? 0.03 : 0.085;
/** The two scales of ambient occlusion in units. */
const NEAR_REACH = 0.12;
const FAR_REACH = 0.36;

/** Shadow and ambient occlusion at half the size of the picture: they are soft, and cost by the pixel. */
export class LightBuffer {
  readonly width: number;
  readonly height: number;
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly materials: Uint8Array;
  /** Share of the key light that arrives, 0 to 1. */
  lit: Float32Array;
  /** Share of the light from all around that arrives, 0.2 to 1. */
  open: Float32Array;
  /** Pixels of this buffer a unit. */
  readonly scale: number;

  constructor(visibility: Visibility, shadows: ShadowMap, pictureScale: number) {
    const width = visibility.width >> 2;
    const height = visibility.height >> 2;
    this.width = width;
    this.height = height;
    this.scale = pictureScale / 2;
    this.positions = new Float32Array(width * height * 3);
    this.normals = new Float32Array(width * height * 3);
    this.materials = new Uint8Array(width * height);
    this.lit = new Float32Array(width * height).fill(1);
    this.open = new Float32Array(width * height).fill(1);
    this.#readSurface(visibility);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const at = y * width + x;
        if (this.materials[at] === Material.None) continue;
        const noise = (52.98 * ((0.0671 * x + 0.00584 * y) % 1)) % 1;
        const c = Math.cos(noise * 6.283);
        const s = Math.sin(noise * 6.283);
        this.lit[at] = this.#keyLight(shadows, at, c, s);
        this.open[at] = this.#openness(at, x, y, c, s);
      }
    this.lit = this.#denoised(this.lit);
    this.open = this.#denoised(this.#denoised(this.open));
  }

  #readSurface(visibility: Visibility): void {
    const { width, height, positions, normals, materials } = this;
    const position = new Float64Array(3);
    const normal = new Float64Array(3);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const sample = (y * 4 + 1) * visibility.width + x * 4 + 1;
        if (visibility.owner[sample] === 0) continue;
        const at = y * width + x;
        materials[at] = visibility.materialAt(sample);
        visibility.locate(sample);
        visibility.read(visibility.mesh.positions, position);
        visibility.read(visibility.mesh.normals, normal);
        const flip = normal[2] < -0.1 ? -1 : 1;
        const length =
          flip / (Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]) || 1);
        for (let j = 0; j < 3; j++) {
          positions[at * 3 + j] = position[j];
          normals[at * 3 + j] = normal[j] * length;
        }
      }
  }

  #keyLight(map: ShadowMap, at: number, c: number, s: number): number {
    const { positions: p, normals: n } = this;
    const q = at * 3;
    const x = p[q] + n[q] * 0.035;
    const y = p[q + 1] + n[q + 1] * 0.035;
    const z = p[q + 2] + n[q + 2] * 0.035;
    const u = map.u(x, y, z);
    const v = map.v(x, y, z);
    const limit = map.towards(x, y, z) + 0.045;
    const radius = softness(this.materials[at]) * map.texelsPerUnit;
    const { size, depth } = map;
    let free = 0;
    for (let i = 0; i < TAPS; i++) {
      const X = (u + (DISC_X[i] * c - DISC_Y[i] * s) * radius) | 0;
      const Y = (v + (DISC_X[i] * s + DISC_Y[i] * c) * radius) | 0;
      if (X < 0 || Y < 0 || X >= size || Y >= size || depth[Y * size + X] < limit) free++;
    }
    return free / TAPS;
  }

  #openness(at: number, x: number, y: number, c: number, s: number): number {
    const { width, height, positions: p, normals: n, materials } = this;
    const q = at * 3;
    let closed = 0;
    for (let i = 0; i < TAPS; i++) {
      const reach = (i & 1 ? FAR_REACH : NEAR_REACH) * this.scale;
      const X = Math.floor(x + (DISC_X[i] * c - DISC_Y[i] * s) * reach + 0.5);
      const Y = Math.floor(y + (DISC_X[i] * s + DISC_Y[i] * c) * reach + 0.5);
      if (X < 0 || Y < 0 || X >= width || Y >= height) continue;
      const other = Y * width + X;
      if (materials[other] === Material.None) continue;
      const g = other * 3;
      const dx = p[g] - p[q];
      const dy = p[g + 1] - p[q + 1];
      const dz = p[g + 2] - p[q + 2];
      const distance = Math.sqrt(dx * dx + dy * dy + dz * dz) + 1e-3;
      const rise = (dx * n[q] + dy * n[q + 1] + dz * n[q + 2]) / distance - 0.1;
      if (rise <= 0 || distance > 0.75) continue;
      const near = clamp((0.75 - distance) * 1.43);
      closed += rise * near * near * (3 - 2 * near);
    }
    return clamp(1 - (2 * closed) / TAPS, 0.22, 1);
  }

  /** 3 x 3 mean over neighbours of like depth. */
  #denoised(source: Float32Array): Float32Array {
    const { width, height, positions, materials } = this;
    const target = new Float32Array(source.length).fill(1);
    for (let y = 1; y < height - 1; y++)
      for (let x = 1; x < width - 1; x++) {
        const at = y * width + x;
        if (materials[at] === Material.None) continue;
        const z = positions[at * 3 + 2];
        let sum = 0;
        let weight = 0;
        for (let j = -width; j <= width; j += width)
          for (let i = at + j - 1; i <= at + j + 1; i++) {
            const step = positions[i * 3 + 2] - z;
            if (materials[i] === Material.None || step > 0.09 || step < -0.09) continue;
            sum += source[i];
            weight++;
          }
        target[at] = weight > 0 ? sum / weight : source[at];
      }
    return target;
  }
}
