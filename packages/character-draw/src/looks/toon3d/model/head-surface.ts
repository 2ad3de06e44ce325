import type { HeadSections } from '../../../rig/index.js';
import { bump, clamp, mix, smoothstep, type Vec3 } from '../render/maths.js';
import { capsule, ellipsoid, frontOf, intersection, union } from '../render/field.js';
import type { Solid } from '../render/lattice-samples.js';
import type { FaceShape } from './face-shape.js';
import { Lump } from './lump.js';
import { power, root } from './superellipse.js';

/** How softly the chin turns into the throat, units. */
const CHIN_ROUND = 0.2;

/** The skin of the head as one solid: sections of the rig with everything that a face has, lids and lips included. */
export class HeadSurface implements Solid {
  /** While false the mouth is not cut open: for what lies on the lips. */
  isMouthCut = true;
  readonly #head: HeadSections;
  readonly #face: FaceShape;
  #row = Number.NaN;
  #width = 1;
  #front = 1;
  #back = -1;
  #middle = 0;
  readonly #lumps: Readonly<
    Record<
      'cheek' | 'chin' | 'socket' | 'lowerPad' | 'fold' | 'lidBall' | 'tip' | 'wing' | 'muzzle' | 'hump',
      Lump
    >
  >;
  readonly #nostril: Lump;
  readonly #bridgeFrom: Vec3;
  readonly #bridgeTo: Vec3;
  readonly #cavity: readonly [middle: number, half: number];

  constructor(head: HeadSections, face: FaceShape) {
    this.#head = head;
    this.#face = face;
    const { eye, nose, mouth } = face;
    const [ex, ey, ez] = eye.centre;
    const r = eye.ball;
    const atBase = head.front(nose.base);
    const atMouth = head.front(mouth.y) - 0.02;
    const hood = eye.hood;
    this.#lumps = {
      cheek: new Lump([0.53, 0.5, 0.72], [0.24, 0.21, 0.17 + face.cheek], 0.24),
      chin: new Lump([0, head.chinY - 0.165, 0.85], [0.03 + face.chin * 1.1, 0.16, 0.15], 0.17),
      socket: new Lump([ex - 0.02, ey, ez + 0.1], [r * 0.9, r * 0.94, r], 0.08),
      lowerPad: new Lump([ex - 0.01, ey + r * 0.93, ez + r * 0.54], [r * 0.86, r * 0.27, r * 0.42], 0.16),
      fold: new Lump(
        [ex + 0.01, ey - r * (1.12 - hood * 0.22), ez + r * 0.4],
        [r * 0.9, r * 0.27, r * (0.44 + 0.14 * hood)],
        0.15,
      ),
      lidBall: new Lump([ex, ey, ez], [r * 1.1, r * 1.1, r * 1.1], 0.05),
      tip: new Lump(
        [0, nose.base - 0.06 - 0.03 * nose.turn, nose.tip - nose.ball * 1.02],
        [nose.ball * 1.12 + nose.wing * 0.08, nose.ball * 0.98, nose.ball * 1.02],
        0.065,
      ),
      wing: new Lump(
        [nose.wing * 0.7, nose.base - 0.022, atBase + 0.035],
        [nose.wing * 0.36, 0.075, 0.115],
        0.06,
      ),
      muzzle: new Lump([0, mouth.y + 0.01, atMouth - 0.05], [mouth.half * 1.2, 0.19, 0.08], 0.2),
      hump: new Lump(
        [0, 0.2, mix(head.front(-0.04), nose.tip - 0.1, 0.42) + 0.03],
        [0.062, 0.17, 0.075 + nose.hump],
        0.08,
      ),
    };
    this.#nostril = new Lump(
      [nose.wing * 0.42, nose.base + 0.042 - 0.018 * nose.turn, atBase + 0.095],
      [0.042 * nose.nostril, 0.028, 0.06],
      0.02,
    );
    this.#bridgeFrom = [0, -0.08, head.front(-0.04) - 0.03 + nose.bridge * 0.35];
    this.#bridgeTo = [0, nose.base - 0.11, nose.tip - 0.135];
    const top = mouth.upperEdge(0);
    const bottom = mouth.lowerEdge(0);
    this.#cavity = [(top + bottom) / 2 + 0.005, Math.max(0.03, (bottom - top) / 2)];
  }

  row(y: number): void {
    if (y === this.#row) return;
    this.#row = y;
    y = Math.min(y, this.#head.chinY - 0.05);
    this.#width = Math.max(0.02, this.#head.halfWidth(y));
    this.#front = this.#head.front(y);
    this.#back = this.#head.back(y);
    this.#middle = this.#head.middle(y);
  }

  /** Front of the skin over a point, lips closed. */
  frontAt(x: number, y: number): number {
    this.isMouthCut = false;
    const z = frontOf(this.field, x, y, 1.6, 0.1);
    this.isMouthCut = true;
    return z;
  }

  readonly field = (x: number, y: number, z: number): number => {
    this.row(y);
    return this.at(x, y, z);
  };

  at(x: number, y: number, z: number): number {
    const ax = x < 0 ? -x : x;
    let d = this.#sections(ax, y, z);
    if (y < 0.75)
      d = union(d, ellipsoid(x, y, z, [0, -0.42, -0.08], [0.985 * this.#head.width, 1.06, 1.06]), 0.08);
    if (z < 0.2) return d;
    d = this.#forms(d, ax, x, y, z);
    d = this.#nose(d, x, y, z);
    d = this.#eyes(d, ax, y, z);
    return this.#mouth(d, x, y, z);
  }

  #sections(ax: number, y: number, z: number): number {
    const m = this.#middle;
    const depth = Math.max(0.02, z > m ? this.#front - m : m - this.#back);
    const w = this.#width;
    const { chinY } = this.#head;
    if (y < -1.49) return Math.max(-1.5 - y, 0) + Math.sqrt(ax * ax + (z - m) * (z - m)) * 0.5;
    if (y > chinY + 0.3) return y - chinY;
    const u = ax / w;
    const v = Math.abs(z - m) / depth;
    if (u > 3 || v > 3) return Math.max(u - 1, v - 1) * Math.min(w, depth);
    const d = (root(power(u) + power(v)) - 1) * Math.min(w, depth);
    if (y > chinY - 0.4) return intersection(d, y - chinY, CHIN_ROUND);
    return y < -0.8 ? d * mix(1, 0.22, smoothstep(-0.8, -1.3, y)) : d;
  }

  #forms(d: number, ax: number, x: number, y: number, z: number): number {
    const { cheek, chin } = this.#lumps;
    d = cheek.add(d, ax, y, z);
    if (y > -0.8 && y < 0.3) d -= this.#browBone(ax, y);
    d = chin.add(d, x, y, z);
    if (this.#face.cleft && y > 1) d += 0.02 * bump(x, 0.022) * bump(y - this.#head.chinY + 0.13, 0.07);
    return d;
  }

  /** The bone over the eyes: it follows the round of the forehead and runs out at the temples. */
  #browBone(ax: number, y: number): number {
    const { brow } = this.#face;
    return (
      (0.03 + 0.055 * brow) *
      bump(y + 0.27, 0.15) *
      smoothstep(0.9, 0.42, ax) *
      mix(0.5, 1, smoothstep(0, 0.24, ax))
    );
  }

  #nose(d: number, x: number, y: number, z: number): number {
    const { nose } = this.#face;
    if (y < -0.5 || y > nose.base + 0.3 || x > 0.5 || x < -0.5 || z < 0.7) return d;
    const { tip, wing, hump } = this.#lumps;
    if (d > -0.3)
      d = union(
        d,
        capsule(x, y, z, this.#bridgeFrom, this.#bridgeTo, nose.ridge * 0.95, nose.ridge * 1.25 + 0.025),
        0.13,
      );
    if (nose.hump > 0) d = hump.add(d, x, y, z);
    else if (nose.hump < 0) d -= nose.hump * bump(y - 0.22, 0.16) * bump(x, 0.1) * 0.8;
    d = tip.add(d, x, y, z);
    const ax = x < 0 ? -x : x;
    d = wing.add(d, ax, y, z);
    // The crease around the wing.
    d +=
      0.012 *
      bump(Math.sqrt((ax - nose.wing * 0.62) ** 2 + (y - nose.base + 0.03) ** 2) - nose.wing * 0.5, 0.028) *
      smoothstep(nose.wing * 0.75, nose.wing, ax);
    return this.#nostril.cut(d, ax, y, z);
  }

  #eyes(d: number, ax: number, y: number, z: number): number {
    const { eye } = this.#face;
    const [ex, ey, ez] = eye.centre;
    const r = eye.ball;
    const dx = ax - ex;
    const dy = y - ey;
    if (dx > r * 2.3 || dx < -r * 2.3 || dy > r * 2.2 || dy < -r * 2.2 || z < 0.4) return d;
    const { socket, lowerPad, fold, lidBall } = this.#lumps;
    d = socket.cut(d, ax, y, z);
    d = lowerPad.add(d, ax, y, z);
    d = fold.add(d, ax, y, z);
    d = lidBall.add(d, ax, y, z);
    const top = eye.upper(dx);
    if (eye.fold > 0 && dy < top)
      d +=
        0.02 *
        bump(dy - top + eye.fold, 0.02) *
        smoothstep(-1.05, -0.7, dx / eye.half) *
        smoothstep(1.25, 0.9, dx / eye.half);
    if (eye.closed || z < ez - 0.1) return d;
    return intersection(d, -this.lidOpening(dx, dy), 0.014);
  }

  /** Below 0 inside the opening of the lids; distance in units, roughly. */
  lidOpening(outwards: number, height: number): number {
    const { eye } = this.#face;
    const beyond = Math.max(eye.inner - outwards, outwards - eye.outer);
    return Math.max((eye.upper(outwards) - height) * 0.8, (height - eye.lower(outwards)) * 0.8, beyond * 0.7);
  }

  #mouth(d: number, x: number, y: number, z: number): number {
    const { mouth } = this.#face;
    const dy = y - mouth.y;
    const { half } = mouth;
    if (z < 0.55 || dy < -0.4 || dy > 0.55 || x > half * 1.7 || x < -half * 1.7) return d;
    d = this.#lumps.muzzle.add(d, x, y, z);
    const t = (x - mouth.shift) / half;
    if (t > -1.25 && t < 1.25) d -= this.#lips(t, dy);
    if (!mouth.open || !this.isMouthCut) return d;
    const tt = clamp(t, -1, 1);
    const opening =
      Math.max(mouth.upperEdge(tt) - dy, dy - mouth.lowerEdge(tt), (Math.abs(t) - 0.97) * half) * 0.85;
    const deep = this.#head.front(mouth.y) - 0.24;
    return intersection(d, -Math.max(opening, deep - z), 0.016);
  }

  /** Swelling of the lips, the groove between them, and the dimples of the corners. */
  #lips(t: number, dy: number): number {
    const { mouth } = this.#face;
    const c = clamp(t, -1, 1);
    const upper = mouth.upperEdge(c);
    const lower = mouth.lowerEdge(c);
    const taper = Math.sqrt(Math.max(0, 1 - t * t));
    let swell = 0;
    if (dy < upper) {
      const v = clamp((upper - dy) / Math.max(0.012, upper - mouth.upperBorder(c)), 0, 1.6);
      swell =
        mouth.upperSwell *
        taper *
        (v < 1
          ? Math.sqrt(Math.max(0, 1 - (v * 1.25 - 0.35) ** 2)) * (1 - 0.25 * v)
          : 0.5 * smoothstep(1.6, 1, v));
    } else if (dy > lower) {
      const v = clamp((dy - lower) / Math.max(0.012, mouth.lowerBorder(c) - lower), 0, 1.6);
      swell =
        mouth.lowerSwell *
        taper *
        (v < 1 ? Math.sqrt(Math.max(0, 1 - (v * 1.2 - 0.4) ** 2)) : 0.62 * smoothstep(1.5, 1, v));
    }
    const corner = bump(Math.abs(t) - 1.05, 0.13) * bump(dy - mouth.upperEdge(1) - 0.004, 0.06);
    const groove = mouth.open ? 0 : 0.018 * bump(dy - upper, 0.014) * smoothstep(1.05, 0.8, Math.abs(t));
    return swell - 0.012 * corner - groove;
  }

  get cavity(): readonly [middle: number, half: number] {
    return this.#cavity;
  }
}
