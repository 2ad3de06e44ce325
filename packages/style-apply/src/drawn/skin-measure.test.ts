import { createPlane, seededRandom } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { measureSkin } from './skin-measure.js';
import type { DrawnSubject } from './subject.js';

const SIZE = 80;

type Lab = readonly [L: number, a: number, b: number];

/** Skin with the colours of `colourAt`, all of it in the face where `inFace` says so. */
function subject(
  colourAt: (share: number) => Lab,
  inFace: (i: number) => boolean = () => true,
): DrawnSubject {
  const random = seededRandom(3);
  const [L, a, b] = [0, 1, 2].map(() => new Float32Array(SIZE * SIZE));
  const oval = createPlane(SIZE, SIZE);
  for (let i = 0; i < L.length; i++) {
    [L[i], a[i], b[i]] = colourAt(random());
    oval.data[i] = inFace(i) ? 1 : 0;
  }
  const lab = { L, a, b, width: SIZE, height: SIZE };
  return { lab, skin: createPlane(SIZE, SIZE, 1), oval } as unknown as DrawnSubject;
}

/** Of the same chroma in proportion to the light, but where it shines: there the lamp is white. */
const shining =
  (matteL: number) =>
  (share: number): Lab => {
    const L = matteL + 40 * share ** 2;
    const colour = (L + 16) * (1 - 0.6 * Math.max(0, share - 0.35));
    return [L, 0.24 * colour, 0.32 * colour];
  };

describe('measureSkin', () => {
  it('measures dark skin below its highlights', () => {
    expect(measureSkin(subject(shining(30))).L).toBeLessThan(36);
  });

  it('measures matte dark skin, and light skin, a little above the middle', () => {
    const matte = (share: number): Lab => [
      32 + 16 * share,
      0.24 * (48 + 16 * share),
      0.32 * (48 + 16 * share),
    ];
    expect(measureSkin(subject(matte)).L).toBeCloseTo(32 + 16 * 0.54, 0);
    expect(measureSkin(subject(shining(60))).L).toBeCloseTo(60 + 40 * 0.54 ** 2, 0);
  });

  it('takes skin beside the face where the face has none', () => {
    const { L } = measureSkin(
      subject(
        () => [70, 12, 16],
        (i) => i < 20,
      ),
    );
    expect(L).toBeCloseTo(70, 4);
  });
});
