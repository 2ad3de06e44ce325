import type { FilledCharacter } from '@avatar/character';
import { describe, expect, it } from 'vitest';
import { TYPICAL } from '../typical-character.test-support.js';
import { PLAIN_LOOK } from './plain-look.test-support.js';
import { personOf } from './person.js';
import { proportionsFor } from './proportions.js';
import { createRig, type Rig } from './rig.js';
import { silhouetteOf } from './silhouette.js';

const rigOf = (
  pose: Partial<FilledCharacter['pose']> = {},
  face: Partial<FilledCharacter['face']> = {},
): Rig =>
  createRig({
    person: personOf({
      ...TYPICAL,
      face: { ...TYPICAL.face, ...face },
      pose: { ...TYPICAL.pose, ...pose },
    }),
    look: PLAIN_LOOK,
    scale: 100,
    centre: [400, 400],
  });

const YAWS = [-45, -30, -12, 0, 12, 30, 45];
const EXTREMES = [0, 0.5, 1];

describe('head', () => {
  it('narrows steadily from the cheeks to the chin, whatever the measures', () => {
    for (const jaw of EXTREMES)
      for (const chin of EXTREMES)
        for (const length of EXTREMES) {
          const { head } = rigOf({}, { jaw, chin, length });
          const widths = Array.from({ length: 30 }, (_, i) =>
            head.halfWidth(0.5 + ((head.chinY - 0.5) * i) / 29),
          );
          widths.slice(1).forEach((width, i) => expect(width).toBeLessThanOrEqual(widths[i] + 0.012));
          expect(widths[29]).toBeLessThan(0.05);
        }
  });

  it('has a silhouette that runs down on both sides at every turn', () => {
    for (const yaw of YAWS)
      for (const pitch of [-12, 0, 12]) {
        const { left, right } = silhouetteOf(rigOf({ yaw, pitch }));
        for (const side of [left, right])
          side.slice(1).forEach(([, y], i) => expect(y).toBeGreaterThan(side[i][1] - 1.5));
        left.forEach(([x], i) => expect(x).toBeLessThanOrEqual(right[i][0] + 1e-6));
      }
  });

  it('shows its features inside of its silhouette when it is turned', () => {
    for (const yaw of YAWS) {
      const rig = rigOf({ yaw });
      const { left, right, heights } = silhouetteOf(rig);
      const row = heights.findIndex((y) => y >= 0.12);
      for (const side of [-1, 1]) {
        const [x] = rig.onEyePlane(side * 0.44, 0.12);
        expect(x).toBeGreaterThan(left[row][0]);
        expect(x).toBeLessThan(right[row][0]);
      }
    }
  });
});

describe('turning', () => {
  it('keeps every distance on the head: the same person in every pose', () => {
    const points = [
      [0.4, 0.1, 0.9],
      [-0.4, 0.1, 0.9],
      [0, 0.6, 1.2],
      [0, 1.4, 0.8],
    ] as const;
    const distances = (rig: Rig) =>
      points.flatMap((a, i) =>
        points.slice(i + 1).map((b) => {
          const [p, q] = [rig.turn(a), rig.turn(b)];
          return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
        }),
      );
    const front = distances(rigOf());
    for (const yaw of YAWS)
      distances(rigOf({ yaw, pitch: 8, roll: -6 })).forEach((d, i) => expect(d).toBeCloseTo(front[i], 9));
  });

  it('mirrors itself', () => {
    const left = rigOf({ yaw: -30 }).onFace(-0.4, 0.5);
    const right = rigOf({ yaw: 30 }).onFace(0.4, 0.5);
    expect(400 - left[0]).toBeCloseTo(right[0] - 400, 6);
    expect(left[1]).toBeCloseTo(right[1], 6);
  });

  it('goes down when the person looks down', () => {
    expect(rigOf({ pitch: 10 }).onFace(0, 0.6)[1]).toBeGreaterThan(rigOf().onFace(0, 0.6)[1]);
  });
});

describe('proportions', () => {
  it('move by presentation and stay as they are without', () => {
    expect(proportionsFor(PLAIN_LOOK, 1).jaw).toBeCloseTo(0.06);
    expect(proportionsFor(PLAIN_LOOK, 0)).toMatchObject({ jaw: 0, eyeSize: 1 });
  });
});
