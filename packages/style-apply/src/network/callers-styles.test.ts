import { createPlanar, mapPlanes, toLab } from '@avatar/image';
import type { PlanarImage } from '@avatar/stage';
import {
  corporateHeadshot,
  defineStyle,
  type ModelRendering,
  type RenderFunction,
  type StyleNetwork,
} from '@avatar/styles';
import {
  describeStage,
  fakeModelHub,
  meanAbsoluteDifference,
  stageContext,
  structuralSimilarity,
  syntheticArtifacts,
  type FakeModel,
} from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { styleApply } from '../style-apply.js';

const SIZE = 128;
const person = syntheticArtifacts({ sizePx: SIZE });
const photo = person.cutout.foreground;

const network: StyleNetwork = {
  file: '/styles/acme/acme.onnx',
  input: { name: 'photo', layout: 'nchw', colourOrder: 'rgb', range: [0, 1], sizePx: 64 },
  output: { name: 'poster', layout: 'nchw', colourOrder: 'rgb', range: [0, 1] },
};
const styleOf = (rendering: ModelRendering) =>
  defineStyle({ ...corporateHeadshot, token: 'acme_poster', rendering });
const hubWith = (poster: FakeModel) => fakeModelHub({ 'acme_poster:model': poster });

const negative: FakeModel = ({ photo: { data, dims } }) => ({
  poster: { data: (data as Float32Array).map((value) => 1 - value), dims },
});
const invert: RenderFunction = ({ cutout }) =>
  mapPlanes(cutout.foreground, (plane) => ({ ...plane, data: plane.data.map((value) => 1 - value) }));
const functionStyle = (render: RenderFunction, keepColour?: number) =>
  defineStyle({
    ...corporateHeadshot,
    rendering: { kind: 'function', render, ...(keepColour === undefined ? {} : { keepColour }) },
  });

const models = hubWith(negative);
const growth = {
  intensity: {
    reference: () => photo,
    result: ({ avatar }: { avatar: { image: PlanarImage } }) => avatar.image,
    intensities: [0.05, 0.25, 0.5, 0.75, 1],
  },
};
describeStage(
  styleApply({ style: styleOf({ kind: 'model', model: network }), models }),
  [{ name: 'a drawn person, by a network', input: () => person }],
  { modelRuns: () => models.calls.length, ...growth },
);
describeStage(
  styleApply({ style: functionStyle(invert) }),
  [{ name: 'a drawn person, by a function', input: () => person }],
  growth,
);

describe('a style with a network', () => {
  const render = async (rendering: ModelRendering, fake: FakeModel, intensity = 1) => {
    const stage = styleApply({ style: styleOf(rendering), models: hubWith(fake) });
    return (await stage.run(person, stageContext({ intensity }))).avatar;
  };

  it('resembles the photo less with every step of intensity', async () => {
    let last = 1;
    for (const intensity of [0.02, 0.25, 0.5, 0.75, 1]) {
      const { image } = await render({ kind: 'model', model: network }, negative, intensity);
      const similarity = structuralSimilarity(image, photo);
      expect(similarity).toBeLessThan(last);
      last = similarity;
    }
  });

  it.each([
    ['nchw', 'rgb', [0, 1]],
    ['nhwc', 'rgb', [-1, 1]],
    ['nchw', 'bgr', [0, 255]],
    ['nhwc', 'bgr', [255, 0]],
  ] as const)('feeds and reads %s, %s, %o', async (layout, colourOrder, range) => {
    const form = { layout, colourOrder, range };
    const model = {
      ...network,
      input: { ...network.input, ...form },
      output: { ...network.output, ...form },
    };
    let fed: Float32Array = new Float32Array();
    const same: FakeModel = ({ photo: tensor }) => {
      fed = tensor.data as Float32Array;
      expect(tensor.dims).toEqual(layout === 'nchw' ? [1, 3, 64, 64] : [1, 64, 64, 3]);
      return { poster: tensor };
    };
    const { image } = await render({ kind: 'model', model }, same);
    // What comes back is the photo, at half its resolution.
    expect(meanAbsoluteDifference(image, photo)).toBeLessThan(0.02);
    // The photo's first pixel is a flat background: its colour can be read off the tensor.
    const first = layout === 'nchw' ? [fed[0], fed[64 * 64], fed[2 * 64 * 64]] : [...fed.slice(0, 3)];
    const colour = photo.planes.map((plane) => range[0] + plane[0] * (range[1] - range[0]));
    if (colourOrder === 'bgr') colour.reverse();
    first.forEach((value, c) => {
      expect(Math.abs(value - colour[c]) / Math.abs(range[1] - range[0])).toBeLessThan(0.02);
    });
  });

  it('takes an output of another size', async () => {
    const large: FakeModel = () => ({
      poster: { data: new Float32Array(3 * 96 * 96).fill(0.5), dims: [1, 3, 96, 96] },
    });
    const { image } = await render({ kind: 'model', model: network }, large);
    expect(image.width).toBe(SIZE);
    expect(image.planes[1][SIZE * 40 + 40]).toBeCloseTo(0.5, 5);
  });

  it('keeps the colours of the photo as far as it is told to', async () => {
    const grey: FakeModel = () => ({
      poster: { data: new Float32Array(3 * 64 * 64).fill(0.6), dims: [1, 3, 64, 64] },
    });
    const at = person.regions.skin.data.indexOf(1);
    const chroma = async (keepColour: number) => {
      const { image } = await render({ kind: 'model', model: network, keepColour }, grey);
      const { a, b } = toLab(image);
      return Math.hypot(a[at], b[at]);
    };
    expect(await chroma(0)).toBeLessThan(1);
    const own = toLab(photo);
    expect(await chroma(1)).toBeCloseTo(Math.hypot(own.a[at], own.b[at]), 0);
    expect(await chroma(0.5)).toBeCloseTo(Math.hypot(own.a[at], own.b[at]) / 2, 0);
  });

  it.each([
    ['another shape', { data: new Float32Array(5), dims: [1, 5] }],
    ['one channel', { data: new Float32Array(64 * 64), dims: [1, 1, 64, 64] }],
    ['no numbers', { data: new Float32Array(3 * 64 * 64).fill(NaN), dims: [1, 3, 64, 64] }],
    ['bytes', { data: new Uint8Array(3 * 64 * 64), dims: [1, 3, 64, 64] }],
  ])('refuses an output of %s', async (_name, poster) => {
    await expect(render({ kind: 'model', model: network }, () => ({ poster }))).rejects.toMatchObject({
      code: 'inference-failed',
      reason: 'wrong-output',
      facts: { model: 'acme_poster:model' },
    });
  });

  it('needs a model hub', () => {
    const style = styleOf({ kind: 'model', model: network });
    expect(() => styleApply({ style })).toThrow(/Expected a model hub .* for models, received undefined/);
  });
});

describe('a style with a function', () => {
  it('is given the person, the signal and the seed, and paints over the photo', async () => {
    const context = stageContext({ seed: 7 });
    const stage = styleApply({
      style: functionStyle((given, run) => {
        expect(given).toEqual({ face: person.face, cutout: person.cutout, regions: person.regions });
        expect(run).toEqual({ signal: context.signal, seed: 7 });
        return invert(given, run);
      }),
    });
    const { face, cutout, regions } = person;
    const { avatar } = await stage.run({ face, cutout, regions }, context);
    expect(avatar.landmarks).toBe(face.landmarks);
    expect(avatar.image.planes[0][99]).toBeCloseTo(1 - photo.planes[0][99], 6);
  });

  it.each([
    ['another size', createPlanar(9, 9)],
    ['no picture', {} as PlanarImage],
    ['no numbers', mapPlanes(photo, (plane) => ({ ...plane, data: plane.data.map(() => NaN) }))],
  ])('refuses %s', async (_name, picture) => {
    for (const share of [0, 0.5]) {
      const stage = styleApply({ style: functionStyle(() => picture, share) });
      await expect(stage.run(person, stageContext())).rejects.toMatchObject({ code: 'stage-failed' });
    }
  });

  it('clips what leaves the gamut', async () => {
    const bright = mapPlanes(photo, (plane) => ({ ...plane, data: plane.data.map(() => 3) }));
    const { avatar } = await styleApply({ style: functionStyle(() => bright) }).run(person, stageContext());
    expect(Math.max(...avatar.image.planes[0])).toBe(1);
  });
});
