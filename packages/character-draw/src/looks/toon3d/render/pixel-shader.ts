import type { LightBuffer } from './light-buffer.js';
import { Material } from './materials.js';
import { smoothstep } from './maths.js';
import type { Scene } from './scene.js';
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
import { SurfaceReader } from './surface-reader.js';
import type { SurfaceSample } from './surface-sample.js';
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
  readonly #reader: SurfaceReader;
  #glows = false;

  constructor(
    scene: Scene,
    visibility: Visibility,
    light: LightBuffer,
    irradiance: readonly [Float32Array, Float32Array, Float32Array],
  ) {
    this.#scene = scene;
    this.#visibility = visibility;
    this.#reader = new SurfaceReader(scene, visibility, light, irradiance);
  }

  shadeAll(): ShadedPicture {
    const { widthPx, heightPx } = this.#scene.camera;
    const wide = widthPx * 2;
    const { owner, depth } = this.#visibility;
    const picture = new Float32Array(widthPx * heightPx * 3);
    const coverage = new Float32Array(widthPx * heightPx);
    const columns = widthPx >> 2;
    const rows = heightPx >> 2;
    const glow = new Float32Array(columns * rows * 3);
    const samples = [0, 0, 0, 0];
    const materials: number[] = [0, 0, 0, 0];
    const done = [false, false, false, false];
    const ground = new Float64Array(3);
    let anyGlow = false;
    for (let y = 0; y < heightPx; y++)
      for (let x = 0; x < widthPx; x++) {
        const at = y * widthPx + x;
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
          const to = ((y >> 2) * columns + Math.min(columns - 1, x >> 2)) * 3;
          for (let c = 0; c < 3; c++) glow[to + c] += picture[at * 3 + c] / 16;
        }
        if (covered < 4 && this.#scene.backdrop) {
          this.#scene.backdrop((x + 0.5) / widthPx, (y + 0.5) / heightPx, ground);
          for (let c = 0; c < 3; c++) picture[at * 3 + c] += (ground[c] * (4 - covered)) / 4;
        }
      }
    return { picture, coverage, glow: anyGlow ? glow : undefined };
  }

  #shade(at: number, material: number, weight: number, picture: Float32Array, to: number): void {
    const s = this.#reader.read(at, material);
    this.#answer(s, material);
    // A little more contrast and colour, then the film.
    const luma = 0.3 * s.outR + 0.59 * s.outG + 0.11 * s.outB;
    const saturation = material === Material.Skin ? 1.1 : 1.05;
    const contrast = 0.9 + 0.16 * smoothstep(0, 0.7, luma);
    picture[to] += weight * filmCurve((luma + (s.outR - luma) * saturation) * contrast);
    picture[to + 1] += weight * filmCurve((luma + (s.outG - luma) * saturation) * contrast);
    picture[to + 2] += weight * filmCurve((luma + (s.outB - luma) * saturation) * contrast);
  }

  #answer(s: SurfaceSample, material: number): void {
    const { atmosphere, eyePaint } = this.#scene;
    switch (material) {
      case Material.Skin:
        shadeSkin(s, atmosphere);
        return;
      case Material.Hair:
        shadeHair(s, atmosphere);
        return;
      case Material.ShortHair:
        shadeShortHair(s, atmosphere);
        return;
      case Material.Roots:
        shadeRoots(s, atmosphere, this.#scene.skinColour);
        return;
      case Material.Eye:
        shadeEye(s, eyePaint);
        return;
      case Material.CyberEye:
        this.#glows = shadeCyberEye(s, eyePaint) || this.#glows;
        return;
      case Material.Gloss:
        shadeGloss(s, atmosphere);
        return;
      case Material.Leather:
        shadeLeather(s, atmosphere);
        return;
      case Material.Metal:
        shadeMetal(s, atmosphere);
        return;
      case Material.Moist:
        shadeMoist(s, atmosphere);
        return;
      case Material.Teeth:
        shadeTeeth(s, atmosphere);
        return;
      case Material.Dull:
        shadeDull(s, atmosphere);
        return;
      case Material.Glow:
        this.#glows = true;
        shadeGlow(s);
        return;
      default:
        shadeCloth(s, atmosphere);
        return;
    }
  }
}
