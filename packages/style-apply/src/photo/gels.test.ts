import { createPlane, labToRgb, luminance, rgbToLab, srgbToLinear } from '@avatar/image';
import type { PlanarImage } from '@avatar/stage';
import { cyberpunk, type Gel, type GelLighting } from '@avatar/styles';
import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { castShadow } from './cast-shadow.js';
import { unitDirection } from './direction.js';
import { gelLight } from './gel-light.js';
import { styleApply } from '../style-apply.js';
import { buildSurface } from './surface.js';

const SIZE = 200;
const { face, cutout } = syntheticArtifacts({ sizePx: SIZE });
const surface = buildSurface(face, cutout.alpha, 1);

/** Mesh points: the cheeks on the left and right of the picture, the tip of the nose, and beside its wings. */
const [LEFT_CHEEK, RIGHT_CHEEK, NOSE_TIP, LEFT_OF_NOSE, RIGHT_OF_NOSE] = [50, 280, 4, 203, 423];
const pixelOf = (index: number, sizePx = SIZE, points = face.landmarks.points): number =>
  Math.round(points[index * 3 + 1]) * sizePx + Math.round(points[index * 3]);

const lighting = (gels: readonly Gel[]): GelLighting => ({
  gels,
  fill: [0.5, 0.5, 0.5],
  exposure: 0.8,
  bleach: 0.3,
  shine: 0.1,
  castShadows: 0,
});
const red: Gel = { colour: [1, 0, 0], direction: [-1, 0, 0.2], strength: 1, falloff: 1 };

describe('the relief of the surface', () => {
  it('has the nose in front of the cheeks', () => {
    const nose = surface.height.data[pixelOf(NOSE_TIP)];
    for (const cheek of [LEFT_CHEEK, RIGHT_CHEEK])
      expect(nose).toBeGreaterThan(surface.height.data[pixelOf(cheek)] + 4);
  });
});

describe('castShadow', () => {
  it('puts the side of the nose that is turned away into the dark', () => {
    const visible = castShadow(surface, unitDirection([-0.9, 0, 0.25])).data;
    expect(visible[pixelOf(RIGHT_OF_NOSE)]).toBeLessThan(0.75);
    expect(visible[pixelOf(LEFT_OF_NOSE)]).toBeGreaterThan(0.9);
  });

  it('casts none from a lamp at the camera', () => {
    for (const value of castShadow(surface, unitDirection([0, 0, 1])).data) expect(value).toBeCloseTo(1, 5);
  });
});

describe('gelLight', () => {
  it('lights the side that faces the lamp, in its colour', () => {
    const [reds, greens] = gelLight(surface, lighting([red]), 1).diffuse;
    expect(reds.data[pixelOf(LEFT_CHEEK)]).toBeGreaterThan(0.4);
    expect(reds.data[pixelOf(RIGHT_CHEEK)]).toBeLessThan(0.02);
    for (const value of greens.data) expect(value).toBe(0);
  });

  it('lets a lamp follow the light of the photo', () => {
    const following = lighting([{ ...red, fromKeySide: true }]);
    const fromLeft = gelLight(surface, following, 1).diffuse[0].data;
    const fromRight = gelLight(surface, following, -1).diffuse[0].data;
    expect(fromLeft[pixelOf(LEFT_CHEEK)]).toBeGreaterThan(fromLeft[pixelOf(RIGHT_CHEEK)]);
    expect(fromRight[pixelOf(RIGHT_CHEEK)]).toBeGreaterThan(fromRight[pixelOf(LEFT_CHEEK)]);
  });

  it('leaves what the face hides from the lamp dark', () => {
    const low = { ...red, direction: [-1, 0, 0.4] } as const;
    const lit = (castShadows: number) =>
      gelLight(surface, { ...lighting([low]), castShadows }, 1).diffuse[0].data;
    const [open, shaded] = [lit(0), lit(1)];
    const deepest = open.reduce((least, value, i) => Math.min(least, value > 0.1 ? shaded[i] / value : 1), 1);
    expect(deepest).toBeLessThan(0.6);
    expect(shaded[pixelOf(LEFT_CHEEK)]).toBeCloseTo(open[pixelOf(LEFT_CHEEK)], 2);
  });
});

const stage = styleApply({ style: 'cyberpunk' });

describeStage(stage, [{ name: 'a drawn face', input: () => syntheticArtifacts({ sizePx: 256 }) }], {
  intensity: {
    reference: ({ cutout }) => cutout.foreground,
    result: ({ avatar }) => avatar.image,
    intensities: [0.05, 0.25, 0.5, 0.75, 1],
  },
});

/** A face with skin of one lightness, before and after. */
async function inNeon(lightness: number) {
  const skin = labToRgb(lightness, 12, 16).map((value) => Math.round(255 * value)) as [
    number,
    number,
    number,
  ];
  const input = syntheticArtifacts({ sizePx: 256, skin, clothes: [238, 238, 240] });
  const { avatar } = await stage.run(input, stageContext());
  const meanLuminance = ({ planes }: PlanarImage) => {
    const onSkin = input.regions.skin.data;
    let [sum, count] = [0, 0];
    for (let i = 0; i < onSkin.length; i++) {
      if (onSkin[i] < 0.9) continue;
      const [r, g, b] = planes.map((plane) => srgbToLinear(plane[i]));
      sum += luminance(r, g, b);
      count++;
    }
    return sum / count;
  };
  const labAt = (index: number) => {
    const i = pixelOf(index, 256, input.face.landmarks.points);
    const [r, g, b] = avatar.image.planes.map((plane) => plane[i]);
    return rgbToLab(r, g, b);
  };
  return { before: meanLuminance(input.cutout.foreground), after: meanLuminance(avatar.image), labAt };
}

describe.each([
  { name: 'very dark', lightness: 28 },
  { name: 'dark', lightness: 42 },
  { name: 'medium', lightness: 60 },
  { name: 'pale', lightness: 78 },
])('$name skin in neon light', ({ lightness }) => {
  it('does not get lighter', async () => {
    const { before, after } = await inNeon(lightness);
    expect(after).toBeLessThan(before);
    expect(after).toBeGreaterThan(0.4 * before);
  });

  it('is magenta on one side and cyan on the other, and clips on neither', async () => {
    const { labAt } = await inNeon(lightness);
    const [left, right] = [labAt(LEFT_CHEEK), labAt(RIGHT_CHEEK)];
    expect(left[1] - right[1]).toBeGreaterThan(12);
    expect(right[2]).toBeLessThan(0);
    expect(Math.max(left[0], right[0])).toBeLessThan(82);
  });
});

it('gels do not depend on what is under transparent pixels', async () => {
  const input = syntheticArtifacts({ sizePx: 128 });
  const { avatar } = await stage.run(input, stageContext());
  const outside = input.cutout.alpha.data.indexOf(0);
  for (let channel = 0; channel < 3; channel++)
    expect(avatar.image.planes[channel][outside]).toBe(input.cutout.foreground.planes[channel][outside]);
  expect(cyberpunk.rendering.relight.gels).toBeDefined();
});

it('survives a person without skin', async () => {
  const input = syntheticArtifacts({ sizePx: 128 });
  const regions = { ...input.regions, skin: createPlane(128, 128) };
  const { avatar } = await stage.run({ ...input, regions }, stageContext());
  for (const value of avatar.image.planes[0]) if (!(value >= 0 && value <= 1)) expect.fail('out of range');
});
