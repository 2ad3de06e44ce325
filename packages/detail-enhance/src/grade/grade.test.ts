import { createPlanar, createPlane, rgbToLab } from '@avatar/image';
import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { editorialPortrait, type GradeParameters } from '@avatar/styles';
import type { PlanarImage, Plane } from '@avatar/stage';
import { describe, expect, it } from 'vitest';
import { detailEnhance } from '../detail-enhance.js';
import { gradePicture } from './grade.js';

const SIDE = 64;
const none = { a: 0, b: 0 };
const NEUTRAL: GradeParameters = {
  monochrome: 0,
  redFilter: 0,
  saturation: 1,
  tint: { shadows: none, midtones: none, highlights: none },
  contrast: 0,
  blackPoint: 0,
  whitePoint: 100,
  vignette: 0,
  glow: { strength: 0, threshold: 60, reach: 0.02 },
  grain: 0,
};

function flat(red: number, green: number, blue: number): PlanarImage {
  const image = createPlanar(SIDE, SIDE);
  [red, green, blue].forEach((value, channel) => image.planes[channel].fill(value));
  return image;
}

const DEEP_SKIN = flat(0.34, 0.22, 0.17);
const GREY = flat(0.3, 0.3, 0.3);
const covered = createPlane(SIDE, SIDE, 1);
const bare = createPlane(SIDE, SIDE);

const graded = (image: PlanarImage, skin: Plane, grade: Partial<GradeParameters>, intensity = 1, seed = 1) =>
  gradePicture({ image, skin, grade: { ...NEUTRAL, ...grade }, intensity, seed, checkpoint: () => {} });
const labAt = ({ planes }: PlanarImage, i: number) => rgbToLab(planes[0][i], planes[1][i], planes[2][i]);
const CENTRE = (SIDE / 2) * SIDE + SIDE / 2;

describe('gradePicture', () => {
  it('leaves colours where every parameter is neutral', () => {
    const [before, after] = [labAt(DEEP_SKIN, CENTRE), labAt(graded(DEEP_SKIN, covered, {}), CENTRE)];
    for (let axis = 0; axis < 3; axis++) expect(Math.abs(after[axis] - before[axis])).toBeLessThan(0.15);
  });

  it('neither lightens nor darkens dark skin by contrast or a red filter', () => {
    const grade = { contrast: 0.8, monochrome: 1, redFilter: 0.4 };
    const after = labAt(graded(DEEP_SKIN, covered, grade), CENTRE)[0];
    expect(Math.abs(after - labAt(DEEP_SKIN, CENTRE)[0])).toBeLessThan(1.5);
  });

  it('takes all colour out in black and white', () => {
    const { planes } = graded(DEEP_SKIN, covered, { monochrome: 1, grain: 2 });
    for (let i = 0; i < planes[0].length; i++) {
      expect(planes[0][i]).toBeCloseTo(planes[1][i], 3);
      expect(planes[2][i]).toBeCloseTo(planes[1][i], 3);
    }
  });

  it('tints the skin less than half as much as the rest', () => {
    const tint = { shadows: { a: 0, b: -10 }, midtones: { a: 0, b: -10 }, highlights: none };
    const onSkin = labAt(graded(GREY, covered, { tint }), CENTRE)[2];
    const elsewhere = labAt(graded(GREY, bare, { tint }), CENTRE)[2];
    expect(elsewhere).toBeLessThan(-8);
    expect(Math.abs(onSkin)).toBeLessThan(Math.abs(elsewhere) / 2);
  });

  it('darkens the corners and not the middle', () => {
    const picture = graded(GREY, bare, { vignette: 0.5 });
    expect(labAt(picture, CENTRE)[0]).toBeCloseTo(labAt(GREY, CENTRE)[0], 0);
    expect(labAt(picture, SIDE * SIDE - 1)[0]).toBeLessThan(labAt(GREY, CENTRE)[0] - 10);
  });

  it('lets light spill around bright parts, and none where there are no bright parts', () => {
    const lamp = flat(0.1, 0.1, 0.1);
    for (const plane of lamp.planes)
      for (let y = 20; y < 44; y++) plane.fill(1, y * SIDE + 20, y * SIDE + 44);
    const glow = { strength: 0.5, threshold: 60, reach: 0.05 };
    const beside = 32 * SIDE + 17;
    expect(labAt(graded(lamp, bare, { glow }), beside)[0]).toBeGreaterThan(labAt(lamp, beside)[0] + 4);
    expect(graded(GREY, bare, { glow })).toEqual(graded(GREY, bare, {}));
  });

  it('lets coloured light spill in its colour where the style says so', () => {
    const lamp = flat(0.05, 0.05, 0.05);
    for (let y = 20; y < 44; y++) lamp.planes[0].fill(1, y * SIDE + 20, y * SIDE + 44);
    const glow = { strength: 0.8, threshold: 30, reach: 0.05 };
    const beside = 32 * SIDE + 17;
    const redness = (colour: number) => labAt(graded(lamp, bare, { glow: { ...glow, colour } }), beside)[1];
    expect(redness(1)).toBeGreaterThan(redness(0) + 5);
  });

  it('lets light leak in from the right', () => {
    const lightLeak = { colour: [1, 0.5, 0.2], strength: 1 } as const;
    const picture = graded(GREY, bare, { lightLeak });
    const [, a, b] = labAt(picture, 12 * SIDE + SIDE - 1);
    expect(a).toBeGreaterThan(15);
    expect(b).toBeGreaterThan(15);
    expect(labAt(picture, 12 * SIDE)).toEqual(labAt(graded(GREY, bare, {}), 12 * SIDE));
  });

  it.each([0.12, 0.25, 0.45, 0.7])(
    'fades black and white and leaves skin of %d as light as it is',
    (tone) => {
      const skin = flat(tone * 1.15, tone * 0.9, tone * 0.8);
      const fade = { blackPoint: 10, whitePoint: 94, contrast: 0.3 };
      const before = labAt(skin, CENTRE)[0];
      const after = labAt(graded(skin, covered, fade), CENTRE)[0];
      expect(after).toBeLessThan(Math.max(before, 28) + 0.7);
      expect(after).toBeGreaterThan(before - 6);
      expect(labAt(graded(flat(0, 0, 0), bare, fade), CENTRE)[0]).toBeCloseTo(10, 0);
    },
  );

  it('has the grain of its seed, as strong as asked', () => {
    const picture = graded(GREY, bare, { grain: 3 });
    expect(graded(GREY, bare, { grain: 3 })).toEqual(picture);
    expect(graded(GREY, bare, { grain: 3 }, 1, 2)).not.toEqual(picture);
    const mean = labAt(GREY, 0)[0];
    let squares = 0;
    for (let i = 0; i < SIDE * SIDE; i++) squares += (labAt(picture, i)[0] - mean) ** 2;
    expect(Math.sqrt(squares / SIDE ** 2)).toBeGreaterThan(2);
    expect(Math.sqrt(squares / SIDE ** 2)).toBeLessThan(4);
  });

  it('moves every pixel in proportion to the intensity', () => {
    const grade = { saturation: 0.5, vignette: 0.4, grain: 2 };
    const whole = graded(DEEP_SKIN, covered, grade).planes[0];
    const half = graded(DEEP_SKIN, covered, grade, 0.5).planes[0];
    for (let i = 0; i < whole.length; i++)
      expect(half[i]).toBeCloseTo((whole[i] + DEEP_SKIN.planes[0][i]) / 2, 5);
  });
});

describe('black and white at a lower intensity', () => {
  it('stays nearly without colour, and comes back to it towards 0', () => {
    const chroma = (intensity: number) => {
      const [, a, b] = labAt(graded(DEEP_SKIN, covered, { monochrome: 1 }, intensity), CENTRE);
      return Math.hypot(a, b);
    };
    expect(chroma(0.7)).toBeLessThan(1);
    expect(chroma(0.01)).toBeGreaterThan(0.9 * Math.hypot(...labAt(DEEP_SKIN, CENTRE).slice(1)));
  });
});

describeStage(detailEnhance({ style: 'editorial_portrait' }), [
  { name: 'a drawn face', input: () => syntheticArtifacts({ sizePx: 256 }) },
]);

describe('a style without a grade', () => {
  it('gives the picture that the same style with a neutral grade is built on', async () => {
    const style = editorialPortrait;
    const { kind, tone, relight, retouch } = style.rendering;
    const ungraded = { kind, tone, relight, retouch };
    const artifacts = syntheticArtifacts({ sizePx: 128 });
    const run = async (own: typeof style) =>
      (await detailEnhance({ style: own }).run(artifacts, stageContext())).avatar.image;
    const plain = await run({ ...style, rendering: ungraded });
    const neutral = await run({ ...style, rendering: { ...ungraded, grade: NEUTRAL } });
    for (let channel = 0; channel < 3; channel++)
      for (let i = 0; i < plain.planes[0].length; i += 37)
        expect(Math.abs(neutral.planes[channel][i] - plain.planes[channel][i])).toBeLessThan(0.006);
  });
});
