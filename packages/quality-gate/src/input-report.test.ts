import { FACE_OVAL, OUTER_LIPS, eyeCentres, landmarkPolygon } from '@avatar/face';
import {
  createPlane,
  fillPolygon,
  gaussianBlur,
  planesOf,
  toPlanar,
  toRaster,
  type Point,
} from '@avatar/image';
import type { InputReport, Photo, RasterImage } from '@avatar/stage';
import { syntheticArtifacts } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { reportInput } from './input-report.js';
import { INPUT_ADVICE } from './input-advice.js';
import { scoreOf } from './input-score.js';

const { photo, faces } = syntheticArtifacts({ faceWidth: 0.35 });
const { landmarks } = faces.faces[0];

const reportOn = (change: (image: RasterImage) => RasterImage, source: Partial<Photo> = {}) =>
  reportInput({ ...photo, ...source, image: change(photo.image) }, faces, 0);
const codesOf = async (change: (image: RasterImage) => RasterImage) =>
  (await reportOn(change)).warnings.map(({ code }) => code);

const same = (image: RasterImage) => image;
const darkened = (image: RasterImage) => ({ ...image, data: image.data.map((value) => value * 0.12) });

function blurred(image: RasterImage): RasterImage {
  const [red, green, blue] = planesOf(toPlanar(image)).map((plane) => gaussianBlur(plane, 9).data);
  return toRaster({ planes: [red, green, blue], width: image.width, height: image.height });
}

/** Paints over parts of the drawn face. */
function covered(outlines: readonly (readonly Point[])[], colour: readonly number[]) {
  return (image: RasterImage): RasterImage => {
    const region = createPlane(image.width, image.height);
    for (const outline of outlines) fillPolygon(region, outline);
    const data = image.data.slice();
    for (let i = 0; i < region.data.length; i++) if (region.data[i] > 0) data.set(colour, i * 3);
    return { ...image, data };
  };
}

/** Round lenses, each as wide as 0.9 of the distance between the eyes. */
function lenses(): Point[][] {
  const { right, left } = eyeCentres(landmarks);
  const radius = 0.45 * (left[0] - right[0]);
  return [right, left].map(([x, y]) =>
    Array.from({ length: 24 }, (_, i): Point => {
      const angle = (i / 12) * Math.PI;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  );
}

const mask = (): Point[][] => [landmarkPolygon(landmarks, OUTER_LIPS, 2.4)];

describe('reportInput', () => {
  test('every component is in [0, 1], and the weights add up to 1', async () => {
    const { components } = await reportOn(same);
    for (const { score, reason } of components) {
      if (score === undefined) expect(reason).toBeTruthy();
      else {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }
    expect(components.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(new Set(components.map(({ name }) => name)).size).toBe(components.length);
    for (const name of Object.keys(INPUT_ADVICE)) expect(components.map((each) => each.name)).toContain(name);
  });

  test('darkness and blur are low quality, and lower the score', async () => {
    const { score } = await reportOn(same);
    const dark = await reportOn(darkened);
    const soft = await reportOn(blurred);
    expect(dark.warnings).toMatchObject([{ code: 'low-quality', threshold: 35 }]);
    expect(soft.warnings).toMatchObject([{ code: 'low-quality', threshold: 40 }]);
    expect(dark.score).toBeLessThan(score - 0.2);
    expect(soft.score).toBeLessThan(score - 0.2);
    expect(dark.warnings[0].message).toContain('dark');
    expect(soft.warnings[0].message).toContain('blurred');
    expect([dark, soft].map(({ doubts }) => doubts.length)).toEqual([1, 1]);
  });

  test('dark lenses over the eyes occlude', async () => {
    expect(await codesOf(covered(lenses(), [20, 20, 25]))).toEqual(['occluded']);
  });

  test('cloth over the mouth occludes', async () => {
    expect(await codesOf(covered(mask(), [120, 160, 200]))).toEqual(['occluded']);
  });

  test('a covered mouth is a doubt, and so is a face that the border cuts; glasses are none', async () => {
    const doubtsOn = async (change: (image: RasterImage) => RasterImage) =>
      (await reportOn(change)).doubts.map(({ code }) => code);
    expect(await doubtsOn(same)).toEqual([]);
    expect(await doubtsOn(covered(lenses(), [20, 20, 25]))).toEqual([]);
    expect(await doubtsOn(covered(mask(), [120, 160, 200]))).toEqual(['occluded']);
    const [face] = faces.faces;
    const points = face.landmarks.points.map((value, i) => (i % 3 === 0 ? value - face.box.x - 30 : value));
    const atBorder = { ...face, landmarks: { ...face.landmarks, points } };
    const cut = await reportInput(photo, { ...faces, faces: [atBorder] }, 0);
    expect(cut.doubts[0]).toMatchObject({ code: 'face-cut' });
  });

  test('a turned head is a doubt where the mesh only guesses', async () => {
    const [face] = faces.faces;
    const turned = async (presence: number) => {
      const pose = { ...face.pose, yawRad: 0.8 };
      return (await reportInput(photo, { ...faces, faces: [{ ...face, pose, presence }] }, 0)).doubts;
    };
    expect(await turned(0.99)).toEqual([]);
    expect(await turned(0.7)).toMatchObject([{ code: 'extreme-pose' }]);
  });

  test('a face that the mesh doubts is said to be hidden where nothing else explains it', async () => {
    const [face] = faces.faces;
    const { warnings, doubts } = await reportInput(
      photo,
      { ...faces, faces: [{ ...face, presence: 0.3 }] },
      0,
    );
    expect(warnings).toMatchObject([{ code: 'occluded', measured: 0.3, threshold: 0.8 }]);
    expect(doubts).toEqual(warnings);
  });

  test('an even face without features is not taken for a covered one by its eyes', async () => {
    const { warnings } = await reportOn(covered([landmarkPolygon(landmarks, FACE_OVAL)], [205, 160, 135]));
    expect(warnings.map(({ message }) => message).join(' ')).not.toContain('glasses');
  });

  test('resolution is that of the file, not of the shrunk photo', async () => {
    const small = await reportOn(same, { scale: 1 });
    const shrunk = await reportOn(same, { scale: 0.25 });
    const resolutions = [small, shrunk].map(({ components }) => scoreOf(components, 'eye-distance'));
    expect(resolutions[1]).toBeGreaterThan(resolutions[0]);
  });

  test('what is poor has advice, what is good has none', async () => {
    const adviceIn = ({ components }: InputReport, name: string) =>
      components.find((each) => each.name === name)?.advice;
    expect(adviceIn(await reportOn(darkened), 'exposure')).toBe(INPUT_ADVICE.exposure);
    expect(adviceIn(await reportOn(blurred), 'sharpness')).toBe(INPUT_ADVICE.sharpness);
    expect(adviceIn(await reportOn(covered(lenses(), [20, 20, 25])), 'eyes-visible')).toBe(
      INPUT_ADVICE['eyes-visible'],
    );
    expect(adviceIn(await reportOn(covered(mask(), [120, 160, 200])), 'mouth-visible')).toBe(
      INPUT_ADVICE['mouth-visible'],
    );
    const good = await reportOn(same);
    for (const name of ['exposure', 'eyes-visible', 'mouth-visible', 'yaw', 'face-count'])
      expect(adviceIn(good, name)).toBeUndefined();
  });

  test('a second face counts by its size against the first', async () => {
    const [face] = faces.faces;
    const half = { ...face, box: { ...face.box, width: face.box.width / 2 } };
    const { components } = await reportInput(photo, { faces: [face, half], unclear: 0 });
    expect(components.find(({ name }) => name === 'face-count')).toMatchObject({ score: 0.5, measured: 2 });
  });

  test('no face is a warning here', async () => {
    const empty = await reportInput(photo, { faces: [], unclear: 0 });
    expect(empty).toMatchObject({ score: 0, warnings: [{ code: 'no-face' }] });
    const unclear = await reportInput(photo, { faces: [], unclear: 1 });
    expect(unclear.warnings).toMatchObject([{ code: 'face-not-clear' }]);
  });
});
