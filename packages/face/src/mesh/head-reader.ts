import { mix, smoothstep, type Point } from '@avatar/image';
import type { FaceLandmarks, Plane } from '@avatar/stage';
import { headHeightPx } from './head.js';
import { eyeMidpoint, landmarkPoint, landmarkPolygon } from './landmarks.js';
import { CHIN, FACE_OVAL, LEFT_TEMPLE, NOSE, RIGHT_TEMPLE } from './mesh-topology.js';
import { eyeLineAngle, headPose } from './pose.js';

/** Rays from between the eyes, a step apart, from one side over the crown to the other; degrees above the eye line. */
const STEP_DEG = 7.5;
const SKULL_DEG = { from: 25, to: 155 };
/**
 * Where along a ray the skull is, as multiples of the way to the face's outline; a bald head reaches to about 1.45
 * above, 1.2 beside.
 */
const SKULL_REACH = { least: 1.04, above: 1.32, beside: 1.1 };
/** A piece is as wide as so many rays. */
const PIECE = 3;
/** Ears and cheeks: rays around the eye line, just outside the outline. */
const SIDE_DEG = { from: -22, to: 8 };
const SIDE_REACH = { from: 1, to: 1.06 };
/**
 * A side that the head turns away shows no ear: its temple is nearer to the nose than this share of the other's
 * distance.
 */
const TURNED_AWAY = 0.55;
/** Rays of the skull that lean so far to a side that is turned away are left out. */
const TURNED_MOST = 0.08;
/** From this yaw on the mesh guesses where the skull is. */
const PROFILE_RAD = 0.85;
/** Pitch, in radians, of a face that looks up: it hides its skull behind the forehead. */
const LOOKS_UP = { hardly: -0.2, fully: -0.45 };
/** In head heights: below the chin, and below the eyes; half widths. */
const NECK = { from: 0.04, to: 0.16, aside: 0.1 };
/** The neck of a turned head is not under the chin but behind it, by up to so much. */
const BEHIND = [-0.22, 0, 0.22];
const CHEST = { from: 0.85, to: 1.15, aside: 0.2 };
const SAMPLES = 5;

const least = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

const along = (from: number, to: number, index: number): number =>
  from + ((to - from) * index) / (SAMPLES - 1);

/** Reads a matte at the places where the head that the mesh implies must be. */
export class HeadReader {
  /** In the head's own axes: u to the side, v downwards, pixels from between the eyes. */
  readonly #chin: Point;
  readonly #eyes: Point;
  readonly #cos: number;
  readonly #sin: number;
  readonly #heightPx: number;
  readonly #oval: Point[];
  /** How far either side is turned towards the viewer, in [0, 1], by the sign of u. */
  readonly #shown: Readonly<Record<1 | -1, number>>;

  constructor(
    private readonly alpha: Plane,
    private readonly landmarks: FaceLandmarks,
    private readonly inside: Plane | undefined,
  ) {
    const [x, y] = eyeMidpoint(landmarks);
    const angle = eyeLineAngle(landmarks);
    this.#eyes = [x, y];
    this.#cos = Math.cos(angle);
    this.#sin = Math.sin(angle);
    this.#heightPx = headHeightPx(landmarks);
    this.#oval = landmarkPolygon(landmarks, FACE_OVAL).map(([px, py]) => this.#toHead(px, py));
    const point = (index: number): Point => {
      const [px, py] = landmarkPoint(landmarks, index);
      return this.#toHead(px, py);
    };
    this.#chin = point(CHIN);
    const [nose] = point(NOSE);
    const temples = [point(RIGHT_TEMPLE)[0] - nose, point(LEFT_TEMPLE)[0] - nose];
    const right = Math.max(...temples, 1e-3);
    const left = Math.max(...temples.map((distance) => -distance), 1e-3);
    this.#shown = { 1: Math.min(1, right / left), [-1]: Math.min(1, left / right) };
  }

  #toHead(x: number, y: number): Point {
    const dx = x - this.#eyes[0];
    const dy = y - this.#eyes[1];
    return [this.#cos * dx + this.#sin * dy, -this.#sin * dx + this.#cos * dy];
  }

  /** Opacity at a place of the head's axes; undefined where there is no photo. */
  #at([u, v]: Point): number | undefined {
    const x = Math.floor(this.#eyes[0] + this.#cos * u - this.#sin * v);
    const y = Math.floor(this.#eyes[1] + this.#sin * u + this.#cos * v);
    const { width, height, data } = this.alpha;
    if (x < 0 || y < 0 || x >= width || y >= height) return undefined;
    const index = y * width + x;
    if (this.inside && this.inside.data[index] < 0.99) return undefined;
    return data[index];
  }

  /** Undefined where less than half of the places are in the photo. */
  #mean(places: readonly Point[]): number | undefined {
    const known = places.map((place) => this.#at(place)).filter((value) => value !== undefined);
    if (known.length * 2 < places.length || known.length === 0) return undefined;
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  }

  face(): number | undefined {
    const places = [0.3, 0.6, 0.9].flatMap((scale) =>
      this.#oval.map(([u, v]): Point => [u * scale, v * scale + (1 - scale) * 0.3 * this.#chin[1]]),
    );
    return this.#mean(places);
  }

  chest(): number | undefined {
    return this.#mean(this.#box([0, 0], CHEST));
  }

  sides(): number | undefined {
    return least([this.#side(1), this.#side(-1)]);
  }

  #box([u, v]: Point, { from, to, aside }: typeof NECK): Point[] {
    return Array.from({ length: SAMPLES * SAMPLES }, (_, k): Point => [
      u + this.#heightPx * along(-aside, aside, k % SAMPLES),
      v + this.#heightPx * along(from, to, Math.floor(k / SAMPLES)),
    ]);
  }

  /** The best of three places, under the chin and to its sides. */
  neck(): number | undefined {
    const [u, v] = this.#chin;
    const places = BEHIND.map((aside) => this.#mean(this.#box([u + aside * this.#heightPx, v], NECK)));
    const known = places.filter((value) => value !== undefined);
    return places[1] === undefined ? undefined : Math.max(...known);
  }

  /** Distance from between the eyes to the face's outline, in pixels. */
  #outline(angle: number): number {
    const cos = Math.cos(angle);
    const sin = -Math.sin(angle);
    let far = 0;
    this.#oval.forEach(([u, v], k) => {
      const [nextU, nextV] = this.#oval[(k + 1) % this.#oval.length];
      const [du, dv] = [nextU - u, nextV - v];
      const det = du * sin - dv * cos;
      if (Math.abs(det) < 1e-9) return;
      const ray = (du * v - dv * u) / det;
      const share = (cos * v - sin * u) / det;
      if (ray > far && share >= 0 && share <= 1) far = ray;
    });
    return far;
  }

  #ray(degrees: number, from: number, to: number): Point[] {
    const angle = (degrees * Math.PI) / 180;
    const reach = this.#outline(angle);
    return Array.from({ length: SAMPLES }, (_, k): Point => {
      const far = reach * along(from, to, k);
      return [Math.cos(angle) * far, -Math.sin(angle) * far];
    });
  }

  skull(): number | undefined {
    const { pitchRad, yawRad } = headPose(this.landmarks);
    if (pitchRad < LOOKS_UP.fully || Math.abs(yawRad) > PROFILE_RAD) return undefined;
    const above = mix(1.08, SKULL_REACH.above, smoothstep(LOOKS_UP.fully, LOOKS_UP.hardly, pitchRad));
    const rays: (number | undefined)[] = [];
    for (let degrees = SKULL_DEG.from; degrees <= SKULL_DEG.to; degrees += STEP_DEG) {
      const angle = (degrees * Math.PI) / 180;
      const shown = this.#shown[Math.cos(angle) > 0 ? 1 : -1];
      const { least: nearest, beside } = SKULL_REACH;
      // What is turned away ends at the outline itself; only above the forehead there is more.
      const turned = Math.abs(Math.cos(angle)) * (1 - shown);
      const far = beside + (above - beside) * Math.sin(angle) ** 2;
      rays.push(turned > TURNED_MOST ? undefined : this.#mean(this.#ray(degrees, nearest, far)));
    }
    const pieces = rays.map((_, first) => {
      const piece = rays.slice(first, first + PIECE).filter((value) => value !== undefined);
      return piece.length < PIECE ? undefined : piece.reduce((sum, value) => sum + value, 0) / PIECE;
    });
    return least(pieces);
  }

  #side(sign: 1 | -1): number | undefined {
    if (this.#shown[sign] < TURNED_AWAY) return undefined;
    const places: Point[] = [];
    for (let degrees = SIDE_DEG.from; degrees <= SIDE_DEG.to; degrees += STEP_DEG)
      places.push(...this.#ray(sign > 0 ? degrees : 180 - degrees, SIDE_REACH.from, SIDE_REACH.to));
    return this.#mean(places);
  }
}
