import type { FacialHairStyle } from '@avatar/character';
import { knotCurve } from '@avatar/vector';
import { linear, mixColours } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { Material } from '../render/materials.js';
import { clamp, mix, mixVec, smoothstep, type Vec3 } from '../render/maths.js';
import { laySheet } from '../render/sheet.js';

/** Beards that cover the jaw. */
export type Grown = Exclude<FacialHairStyle, 'none' | 'stubble' | 'moustache' | 'goatee'>;
/** Thickness on the cheek, and how far the beard goes below the jaw, in units. */
const LENGTHS: Readonly<Record<Grown, readonly [thickness: number, below: number]>> = {
  short_beard: [0.068, 0.075],
  full_beard: [0.15, 0.17],
  long_beard: [0.17, 0.78],
};
/** Upper edge of a beard: height at an azimuth in degrees. */
const upperEdge = knotCurve([0, 16, 28, 42, 58, 72, 84, 90], [0.98, 0.93, 0.76, 0.64, 0.5, 0.26, 0, -0.04]);

const HALF = 36;
const ROWS = 46;
const AXIS_Z = 0.05;

/** One piece around the axis of the head: down the cheek to the jaw, down its own length, and closed below. */
export class BeardSheet {
  readonly #figure: Figure;
  readonly #thickness: number;
  readonly #below: number;
  readonly #profiles: { readonly azimuth: number; jaw: number; readonly radii: Float64Array }[] = [];
  readonly #cover = new Float32Array((2 * HALF + 1) * (ROWS + 1));

  constructor(figure: Figure, style: Grown) {
    this.#figure = figure;
    [this.#thickness, this.#below] = LENGTHS[style];
    for (let i = 0; i <= HALF; i++) this.#profiles.push(this.#profile((i / HALF) * 1.56));
    this.#smoothJaw();
  }

  /** Distance of the skin from the axis. */
  #radius(azimuth: number, y: number): number {
    const { field } = this.#figure.headSurface;
    const s = Math.sin(azimuth);
    const c = Math.cos(azimuth);
    let inside = 0;
    let outside = 0;
    for (let r = 1.45; r > 0.2; r -= 0.07)
      if (field(s * r, y, AXIS_Z + c * r) < 0) {
        inside = r;
        outside = r + 0.07;
        break;
      }
    if (inside === 0) return 0.02;
    for (let i = 0; i < 7; i++) {
      const middle = (inside + outside) / 2;
      if (field(s * middle, y, AXIS_Z + c * middle) < 0) inside = middle;
      else outside = middle;
    }
    return inside;
  }

  #profile(azimuth: number) {
    const { chinY } = this.#figure.rig.head;
    const atLip = this.#radius(azimuth, 0.88);
    let jaw = 0.9;
    for (let y = 0.9; y < chinY; y += 0.03) {
      if (this.#radius(azimuth, y) < atLip * mix(0.8, 0.66, azimuth / 1.56)) break;
      jaw = y;
    }
    return {
      azimuth,
      jaw,
      radii: Float64Array.from({ length: 26 }, (_, j) => this.#radius(azimuth, mix(-0.15, chinY, j / 25))),
    };
  }

  /** The jaw is found in steps: evened out, so that the lower edge is not torn. */
  #smoothJaw(): void {
    for (let pass = 0; pass < 12; pass++) {
      const jaws = this.#profiles.map(({ jaw }) => jaw);
      this.#profiles.forEach((profile, i) => {
        const before = jaws[Math.abs(i - 1)];
        const after = jaws[Math.min(HALF, i + 1)];
        profile.jaw = (before + 2 * jaws[i] + after) / 4;
      });
    }
  }

  #radiusOf(radii: Float64Array, y: number): number {
    const u = clamp((y + 0.15) / (this.#figure.rig.head.chinY + 0.15)) * 25;
    const k = Math.min(24, Math.floor(u));
    return mix(radii[k], radii[k + 1], u - k);
  }

  /** Share of hair over the skin. */
  #coverAt(x: number, y: number, z: number): number {
    const { mouth } = this.#figure.face;
    const ax = Math.abs(x);
    const azimuth = (Math.atan2(ax, z - AXIS_Z) * 180) / Math.PI;
    let k = smoothstep(-0.02, 0.17, y - upperEdge(azimuth)) * smoothstep(90, 79, azimuth);
    const mx = ax / (mouth.half + 0.04);
    const my = (y - mouth.y - 0.02) / (0.11 + mouth.lowerBorder(0) * 0.55);
    const aroundLips = smoothstep(0.75, 1.35, mx * mx + my * my);
    k *= aroundLips;
    const bridge =
      smoothstep(0.17, 0.03, Math.abs(ax - mouth.half - 0.05)) *
      smoothstep(0.25, 0.08, Math.abs(y - mouth.y + 0.04));
    k = Math.max(k, bridge * aroundLips);
    return k;
  }

  build(): void {
    const { mesh, headFrame, rig, beard, skin } = this.#figure;
    const { chinY } = rig.head;
    const base = linear(mixColours(beard.base, beard.low, 0.25));
    const [low, high] = [linear(beard.lowest), linear(beard.high)];
    const bare = linear(skin.base);
    const slot = (u: number, v: number) => Math.round(u * 2 * HALF) * (ROWS + 1) + Math.round(v * ROWS);
    mesh.begin('beard', Material.ShortHair, headFrame);
    laySheet(
      mesh,
      (u, v) => {
        const column = Math.abs(Math.round(u * 2 * HALF) - HALF);
        const { azimuth, jaw, radii } = this.#profiles[column];
        const side = u < 0.5 ? -1 : 1;
        const front = Math.cos(Math.min(1.57, azimuth * 0.86)) ** 1.6;
        const reach = this.#below * front + 0.02 + this.#thickness * 0.5;
        const from = upperEdge((azimuth * 180) / Math.PI) - 0.02;
        const y = mix(from, jaw + reach, clamp(v / 0.9));
        const fall = clamp((y - jaw) / reach);
        const a = side * azimuth;
        const strands =
          (0.01 * Math.sin(a * 30 + y * 4 + Math.sin(y * 11 + a * 5) * 1.1) +
            0.008 * Math.sin(a * 47 - y * 7 + Math.sin(y * 6))) *
          Math.min(1.3, this.#thickness * 9);
        let r = this.#radiusOf(radii, Math.min(y, jaw));
        const cover = this.#coverAt(Math.sin(a) * r, Math.min(y, 1.3), AXIS_Z + Math.cos(a) * r);
        this.#cover[slot(u, v)] = cover;
        const long = this.#below > 0.3;
        const grown =
          this.#thickness * (0.5 + (long ? 0.25 : 0.7) * smoothstep(0.85, chinY, y)) +
          (cover > 0.2 ? strands : 0);
        r =
          r * mix(1, mix(0.86, long ? 0.8 : 0.62, front * (this.#below > 0.2 ? 1 : 0.6)), fall * fall) +
          mix(-0.05, grown, cover);
        // Never below the skin under the jaw.
        r = Math.max(r, this.#radiusOf(radii, y) + 0.035 * (2 * cover - 1));
        if (v > 0.9) r *= 1 - 7.5 * (v - 0.9);
        return [
          Math.sin(a) * r,
          y + (v > 0.9 ? -0.5 * (v - 0.9) : 0) + 0.02 * Math.sin(a * 17) * fall,
          AXIS_Z + Math.cos(a) * r,
        ];
      },
      {
        columns: 2 * HALF,
        rows: ROWS,
        colour: (u, v, p) => {
          const a = Math.atan2(p[0], p[2]);
          const q = Math.sin(a * 30 + p[1] * 4 + Math.sin(p[1] * 11 + a * 5) * 1.1);
          const hair = q > 0 ? mixVec(base, high, q * 0.4) : mixVec(base, low, -q * 0.6);
          return mixVec(bare, hair, smoothstep(0.12, 0.62, this.#cover[slot(u, v)]));
        },
        rest: (_u, _v, p): Vec3 => [Math.atan2(p[0], p[2]) * 26, p[1] * 3, 0],
        outward: (p) => [p[0], 0.12, p[2] - AXIS_Z],
      },
    );
  }
}
