import type { LightBuffer } from './light-buffer.js';
import { Material } from './materials.js';
import { clamp, smoothstep } from './maths.js';
import type { Scene } from './render.js';
import { shadeCyberEye, shadeEye } from './shade-eye.js';
import { shadeHair, shadeShortHair } from './shade-hair.js';
import { shadeRoots } from './shade-roots.js';
import { shadeSkin } from './shade-skin.js';
import {
  shadeCloth,
  shadeDull,
  shadeGloss,
  shadeGlow,
  shadeLeather,
  shadeMetal,
  shadeMoist,
  shadeTeeth,
} from './shade-surface.js';
import { SurfaceSample } from './surface-sample.js';
import { filmCurve } from './tone-curve.js';
import type { Visibility } from './visibility.js';

/** Samples of one pixel that lie nearer than this in depth are shaded once. Units. */
const SAME_DEPTH = 0.035;
/** Materials with detail finer than a pixel: every sample is shaded. */
const isFine = (material: number): boolean =>
  material === Material.Eye || material === Material.CyberEye || material === Material.Roots;

export interface ShadedPicture {
  /** Linear RGB, ground included where there is one, else multiplied by the coverage. */
  readonly picture: Float32Array;
  /** Share of a pixel that is covered. */
  readonly coverage: Float32Array;
  /** What glows, at a quarter of the size. */
  readonly glow: Float32Array | undefined;
}

/** Shades a pixel once if its four samples see one triangle, and each of them otherwise. */
export class PixelShader {
  readonly #scene: Scene;
  readonly #visibility: Visibility;
  readonly #light: LightBuffer;
  readonly #irradiance: readonly [Float32Array, Float32Array, Float32Array];
  readonly #sample = new SurfaceSample();
  readonly #vector = new Float64Array(4);
  #glows = false;

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

  shadeAll(): ShadedPicture {
    const size = this.#scene.camera.sizePx;
    const wide = size * 2;
    const { owner, depth } = this.#visibility;
    const picture = new Float32Array(size * size * 3);
    const coverage = new Float32Array(size * size);
    const small = size >> 2;
    const glow = new Float32Array(small * small * 3);
    const samples = [0, 0, 0, 0];
    const materials: number[] = [0, 0, 0, 0];
    const done = [false, false, false, false];
    const ground = new Float64Array(3);
    let anyGlow = false;
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++) {
        const at = y * size + x;
        const first = y * 2 * wide + x * 2;
        const t = owner[first];
        samples[0] = first;
        samples[1] = first + 1;
        samples[2] = first + wide;
        samples[3] = first + wide + 1;
        this.#glows = false;
        let covered = 0;
        if (t !== 0 && t === owner[samples[1]] && t === owner[samples[2]] && t === owner[samples[3]]) {
          const material = this.#visibility.materialAt(first);
          if (!isFine(material) && material === this.#visibility.materialAt(samples[3])) {
            this.#shade(first, material, 1, picture, at * 3);
            covered = 4;
          }
        }
        if (covered === 0) {
          for (let s = 0; s < 4; s++) {
            materials[s] = owner[samples[s]] === 0 ? Material.None : this.#visibility.materialAt(samples[s]);
            done[s] = materials[s] === Material.None;
            if (!done[s]) covered++;
          }
          for (let s = 0; s < 4; s++) {
            if (done[s]) continue;
            const material = materials[s];
            let count = 1;
            if (!isFine(material))
              for (let r = s + 1; r < 4; r++)
                if (
                  !done[r] &&
                  materials[r] === material &&
                  Math.abs(depth[samples[r]] - depth[samples[s]]) < SAME_DEPTH
                ) {
                  done[r] = true;
                  count++;
                }
            this.#shade(samples[s], material, count / 4, picture, at * 3);
          }
        }
        coverage[at] = covered / 4;
        if (this.#glows) {
          anyGlow = true;
          const to = ((y >> 2) * small + Math.min(small - 1, x >> 2)) * 3;
          for (let c = 0; c < 3; c++) glow[to + c] += picture[at * 3 + c] / 16;
        }
        if (covered < 4 && this.#scene.backdrop) {
          this.#scene.backdrop((x + 0.5) / size, (y + 0.5) / size, ground);
          for (let c = 0; c < 3; c++) picture[at * 3 + c] += (ground[c] * (4 - covered)) / 4;
        }
      }
    return { picture, coverage, glow: anyGlow ? glow : undefined };
  }

  #shade(at: number, material: number, weight: number, picture: Float32Array, to: number): void {
    const s = this.#sample;
    this.#readSurface(at, material);
    this.#readLight(at, material === Material.Skin);
    this.#answer(material);
    // A little more contrast and colour, then the film.
    const luma = 0.3 * s.outR + 0.59 * s.outG + 0.11 * s.outB;
    const saturation = material === Material.Skin ? 1.1 : 1.05;
    const contrast = 0.9 + 0.16 * smoothstep(0, 0.7, luma);
    picture[to] += weight * filmCurve((luma + (s.outR - luma) * saturation) * contrast);
    picture[to + 1] += weight * filmCurve((luma + (s.outG - luma) * saturation) * contrast);
    picture[to + 2] += weight * filmCurve((luma + (s.outB - luma) * saturation) * contrast);
  }

  #answer(material: number): void {
    const s = this.#sample;
    const { atmosphere, eyePaint } = this.#scene;
    switch (material) {
      case Material.Skin:
        return shadeSkin(s, atmosphere);
      case Material.Hair:
        return shadeHair(s, atmosphere);
      case Material.ShortHair:
        return shadeShortHair(s, atmosphere);
      case Material.Roots:
        return shadeRoots(s, atmosphere, this.#scene.skinColour);
      case Material.Eye:
        return shadeEye(s, eyePaint);
      case Material.CyberEye:
        this.#glows = shadeCyberEye(s, eyePaint) || this.#glows;
        return;
      case Material.Gloss:
        return shadeGloss(s, atmosphere);
      case Material.Leather:
        return shadeLeather(s, atmosphere);
      case Material.Metal:
        return shadeMetal(s, atmosphere);
      case Material.Moist:
        return shadeMoist(s, atmosphere);
      case Material.Teeth:
        return shadeTeeth(s, atmosphere);
      case Material.Dull:
        return shadeDull(s, atmosphere);
      case Material.Glow:
        this.#glows = true;
        return shadeGlow(s);
      default:
        return shadeCloth(s, atmosphere);
    }
  }

  #readSurface(at: number, material: number): void {
    const s = this.#sample;
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
    else if (mesh.materials[mesh.indices[this.#visibility.owner[at] - 3]] === Material.Garment) {
      this.#scene.clothColour(s.u, s.v, s.w, v);
      s.r = v[0];
      s.g = v[1];
      s.b = v[2];
    }
  }

  /** The paint covers the front of the face; behind it the skin keeps the colour of its vertices. */
  #readPaint(): void {
    const s = this.#sample;
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
    const s = this.#sample;
    const { size, positions, materials, lit, open } = this.#light;
    const [red, green, blue] = this.#irradiance;
    const wide = this.#visibility.size;
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
        if (X < 0 || Y < 0 || X >= size || Y >= size) continue;
        const g = Y * size + X;
        const other = materials[g];
        if (other === Material.None) continue;
        let weight = (i ? a : 1 - a) * (j ? b : 1 - b) + 0.002;
        const apart = Math.abs(positions[g * 3 + 2] - depth);
        if (apart >= 0.06) weight *= Math.max(0.0005, 1 - (apart - 0.06) * 9);
        if (skin && other !== Material.Skin) weight *= 0.0005;
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
