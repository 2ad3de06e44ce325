import type { LightBuffer } from './light-buffer.js';
import { Material, scatters } from './materials.js';
import { clamp, smoothstep } from './maths.js';
import type { Scene } from './scene.js';
import { SurfaceSample } from './surface-sample.js';
import type { Visibility } from './visibility.js';

/** Reads what is at a sample of the picture, and the light there. */
export class SurfaceReader {
  readonly sample = new SurfaceSample();
  readonly #scene: Scene;
  readonly #visibility: Visibility;
  readonly #light: LightBuffer;
  readonly #irradiance: readonly [Float32Array, Float32Array, Float32Array];
  readonly #vector = new Float64Array(4);

  constructor(
    scene: Scene,
    visibility: Visibility,
    light: LightBuffer,
    irradiance: readonly [Float32Array, Float32Array, Float32Array],
  ) {
    this.#scene = scene;
    this.#visibility = visibility;
    this.#light = light;
    this.#irradiance = irradiance;
  }

  /** The same `sample` every time. */
  read(at: number, material: number): SurfaceSample {
    this.#readSurface(at, material);
    this.#readLight(at, scatters(material));
    return this.sample;
  }

  #readSurface(at: number, material: number): void {
    const s = this.sample;
    const v = this.#vector;
    const { mesh } = this.#visibility;
    this.#visibility.locate(at);
    this.#visibility.read(mesh.normals, v);
    const length = 1 / (Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) || 1);
    s.nx = v[0] * length;
    s.ny = v[1] * length;
    s.nz = v[2] * length;
    if (s.nz < 0) {
      if (material === Material.Skin || material === Material.Eye) s.nz = 0;
      else {
        s.nx = -s.nx;
        s.ny = -s.ny;
        s.nz = -s.nz;
      }
    }
    this.#visibility.read(mesh.colours, v);
    s.r = v[0];
    s.g = v[1];
    s.b = v[2];
    this.#visibility.read(mesh.rests, v);
    s.u = v[0];
    s.v = v[1];
    s.w = v[2];
    if (material === Material.Hair || material === Material.ShortHair || material === Material.Roots) {
      this.#visibility.read(mesh.tangents, v);
      const t = 1 / (Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) || 1);
      s.tx = v[0] * t;
      s.ty = v[1] * t;
      s.tz = v[2] * t;
    } else if (material === Material.Skin) this.#readPaint();
    else if (material === Material.Printed) this.#colourBy(this.#scene.printColour);
    else if (mesh.materials[mesh.indices[this.#visibility.owner[at] - 3]] === Material.Garment)
      this.#colourBy(this.#scene.clothColour);
  }

  #colourBy(print: Scene['clothColour']): void {
    const s = this.sample;
    const v = this.#vector;
    print(s.u, s.v, s.w, v);
    s.r = v[0];
    s.g = v[1];
    s.b = v[2];
  }

  /** The paint covers the front of the face; behind it the skin keeps the colour of its vertices. */
  #readPaint(): void {
    const s = this.sample;
    s.wet = 0;
    if (s.w <= 0.16 || s.v >= 1.6 || s.v <= -1.1) return;
    const v = this.#vector;
    this.#scene.facePaint.read(s.u, s.v, v);
    const share = smoothstep(0.16, 0.4, s.w);
    s.r += (v[0] - s.r) * share;
    s.g += (v[1] - s.g) * share;
    s.b += (v[2] - s.b) * share;
    s.wet = v[3] * share;
  }

  /** Light of the half-size buffer, from neighbours of like depth. */
  #readLight(at: number, skin: boolean): void {
    const s = this.sample;
    const { width, height, positions, materials, lit, open } = this.#light;
    const [red, green, blue] = this.#irradiance;
    const wide = this.#visibility.width;
    const depth = this.#visibility.depth[at];
    const fx = ((at % wide) - 1) / 4;
    const fy = (Math.floor(at / wide) - 1) / 4;
    const x0 = Math.floor(fx);
    const y0 = Math.floor(fy);
    const a = fx - x0;
    const b = fy - y0;
    let total = 0;
    let sLit = 0;
    let sOpen = 0;
    let sR = 0;
    let sG = 0;
    let sB = 0;
    for (let j = 0; j < 2; j++)
      for (let i = 0; i < 2; i++) {
        const X = x0 + i;
        const Y = y0 + j;
        if (X < 0 || Y < 0 || X >= width || Y >= height) continue;
        const g = Y * width + X;
        const other = materials[g];
        if (other === Material.None) continue;
        let weight = (i ? a : 1 - a) * (j ? b : 1 - b) + 0.002;
        const apart = Math.abs(positions[g * 3 + 2] - depth);
        if (apart >= 0.06) weight *= Math.max(0.0005, 1 - (apart - 0.06) * 9);
        if (skin && !scatters(other)) weight *= 0.0005;
        total += weight;
        sLit += lit[g] * weight;
        sOpen += open[g] * weight;
        if (skin) {
          sR += red[g] * weight;
          sG += green[g] * weight;
          sB += blue[g] * weight;
        }
      }
    if (total <= 0) {
      s.lit = s.open = 1;
      s.ir = s.ig = s.ib = 0.6;
      return;
    }
    s.lit = clamp(sLit / total);
    s.open = sOpen / total;
    s.ir = sR / total;
    s.ig = sG / total;
    s.ib = sB / total;
  }
}
