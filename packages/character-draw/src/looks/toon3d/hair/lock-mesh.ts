import { LOCK_PROFILES, type Lock } from '../../../hair/index.js';
import { linear, mixColours, shade } from '../model/colours.js';
import type { HairColours } from '../model/colours.js';
import type { Frame } from '../render/frame.js';
import { Material } from '../render/materials.js';
import { smoothCurve } from '../render/curve.js';
import { clamp, lineNoise, mix, mixVec, smoothstep, vec3, type Vec3 } from '../render/maths.js';
import type { MeshBuilder } from '../render/mesh-builder.js';
import { sweepTube, type TubePoint } from '../render/tube.js';

/** Direction away from the head: over the skull from its middle, below it from the axis of the neck. */
export const awayFromHead = (p: Vec3): Vec3 =>
  p[1] > 0.6 ? [p[0], 0, p[2] + 0.3] : [p[0], (p[1] + 0.42) * 0.9, p[2] + 0.08];

export interface LockStyle {
  readonly mesh: MeshBuilder;
  readonly frame: Frame;
  readonly name: string;
  readonly colours: HairColours;
  /** Linear colour of streaks and tips. */
  readonly second?: Vec3;
  /**
   * Lifts a point of a centre line off the face or the shoulders, `lift` units, where it would sink in; undefined where it
   * would have to climb onto the shoulder.
   */
  readonly settle?: (point: Vec3, lift: number) => Vec3 | undefined;
  /** How often the streaks break along the lock: 1 straight to 12 coily. */
  readonly frizz: number;
}

/** A lock that swings needs a ring at each bend, or it is a chain of straight pieces. */
const swings = (lock: Lock): boolean => lock.centre.length > 20;
const isRound = (lock: Lock): boolean =>
  lock.profile === 'rope' || lock.profile === 'tuft' || lock.profile === 'ball';

/** The back of a lock mirrors its front, so that strands meet at its edges. */
const fromEdge = (around: number): number => Math.min(around, 1 - around);

/** Roots and tips lie close, the middle stands off. */
const liftAt = (t: number): number => mix(0.05, 0.022, t) * smoothstep(-0.02, 0.22, t);

/** The centre line of a lock, lifted off the skin wherever it would sink in. */
function lyingOn(settle: LockStyle['settle'], lock: Lock): readonly Vec3[] {
  const { layer } = lock;
  const line = lock.centre.map(vec3);
  if (!settle) return line;
  const count = swings(lock) ? 34 : Math.max(12, line.length);
  let hangsBehind = false;
  return smoothCurve(line, count).map((p, i) => {
    if (hangsBehind || (layer === 'back' && p[1] < 1.5)) return p;
    const settled = settle(p, liftAt(i / (count - 1)));
    // From here on the lock hangs behind the shoulder: its tip would come out of it again as a lump.
    hangsBehind = settled === undefined;
    return settled ?? p;
  });
}

/** A lock as one grooved body, with a few loose strands over it. */
export function buildLock(style: LockStyle, lock: Lock, number: number): void {
  const { colours, mesh, frame } = style;
  const centre = lyingOn(style.settle, lock);
  const low = linear(colours.lowest);
  const profile = LOCK_PROFILES[lock.profile];
  const rope = lock.profile === 'rope';
  // Ropes of black hair are told apart by their tones alone.
  const lit = rope ? shade(colours.high, { light: 0.06 }) : colours.high;
  const base = linear(
    mixColours(colours.base, lock.tone > 0 ? lit : colours.low, Math.min(0.8, Math.abs(lock.tone) * 0.7)),
  );
  const streaked = style.second !== undefined && number % 3 === 1;
  const long = lock.centre.length > 8;
  mesh.begin(style.name, Material.Hair, frame);
  const colour = ({ along, out, side }: TubePoint): Vec3 => {
    const deep = clamp(out * 0.35 + 0.65) * (rope ? 1 : mix(0.86, 1, clamp(along * 5)));
    let c = mixVec(low, base, deep * (1 - 0.12 * side * side));
    if (style.second)
      c = mixVec(c, style.second, streaked ? 0.85 * clamp(along * 4) : 0.9 * clamp((along - 0.72) * 4));
    return c;
  };
  const phase = lineNoise(number * 1.37, 2) * 6;
  const grooves = isRound(lock) || lock.halfWidth < 0.06 ? 0 : 0.11;
  const relief = rope
    ? (turn: number, along: number) =>
        1 +
        0.075 * Math.cos(turn + along * 46 + phase) +
        0.13 * (lineNoise(along * 21 + number * 3.3, 4) - 0.5)
    : grooves > 0
      ? (turn: number, along: number) =>
          1 +
          grooves * Math.cos(5 * turn + phase + along * 1.6) +
          0.05 * Math.cos(9 * turn - phase * 2 + along)
      : undefined;
  const density = lock.halfWidth / 0.055;
  sweepTube(mesh, centre, {
    // A root that lies open on the brow must not be blunt.
    width: (t) =>
      lock.halfWidth * profile(t) * (isRound(lock) && !rope ? 1 : 0.2 + 0.8 * smoothstep(0, 0.16, t)),
    flatness: rope ? 0.9 : lock.profile === 'tuft' ? 0.8 : lock.profile === 'ball' ? 1 : 0.46,
    outward: awayFromHead,
    colour,
    rest: ({ around, along }) => [fromEdge(around) * density, along * (rope ? 4 : style.frizz), number],
    bend: isRound(lock) ? 0.15 : 0.42,
    around: rope ? 9 : lock.profile === 'tuft' ? 9 : lock.profile === 'ball' ? 28 : 14,
    rings: rope ? 70 : lock.profile === 'ball' ? 20 : swings(lock) ? 44 : long ? 24 : 17,
    ...(relief && { relief }),
  });
  if (!isRound(lock) && lock.halfWidth > 0.08 && lock.layer !== 'back')
    looseStrands(style, lock, centre, number, base);
}

/** Thin strands beside a lock: they break its outline. */
function looseStrands(
  style: LockStyle,
  lock: Lock,
  centre: readonly Vec3[],
  number: number,
  colour: Vec3,
): void {
  const profile = LOCK_PROFILES[lock.profile];
  const last = centre.length - 1;
  for (let k = 0; k < 2; k++) {
    const aside = (k === 0 ? -1 : 1) * (0.72 + 0.4 * lineNoise(number * 2.1 + k * 7.3, 9));
    const line = centre.map((p, i): Vec3 => {
      const t = i / last;
      const next = centre[Math.min(last, i + 1)];
      const before = centre[Math.max(0, i - 1)];
      const away = awayFromHead(p);
      const length = Math.sqrt(away[0] ** 2 + away[1] ** 2 + away[2] ** 2) || 1;
      // Sideways: across the lock, in the surface of the head.
      const sx = (next[1] - before[1]) * away[2] - (next[2] - before[2]) * away[1];
      const sy = (next[2] - before[2]) * away[0] - (next[0] - before[0]) * away[2];
      const sz = (next[0] - before[0]) * away[1] - (next[1] - before[1]) * away[0];
      const side = Math.sqrt(sx * sx + sy * sy + sz * sz) || 1;
      const w = lock.halfWidth * Math.max(0.16, profile(t));
      const a = (aside * w * (1 + 0.25 * t)) / side;
      const o = (w * 0.46 * Math.sqrt(Math.max(0, 1 - aside * aside)) + 0.014) / length;
      return [p[0] + sx * a + away[0] * o, p[1] + sy * a + away[1] * o, p[2] + sz * a + away[2] * o];
    });
    sweepTube(style.mesh, line, {
      width: (t) => lock.halfWidth * 0.16 * Math.sin(Math.PI * clamp(0.1 + 0.86 * t)),
      flatness: 0.7,
      outward: awayFromHead,
      colour: () => colour,
      rest: ({ around, along }) => [fromEdge(around) * 0.8, along * style.frizz, number + 31 + k],
      bend: 0.4,
      around: 5,
      rings: swings(lock) ? 28 : 13,
    });
  }
}
