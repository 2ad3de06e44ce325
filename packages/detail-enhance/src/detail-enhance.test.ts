import { createPlane, toPlanar } from '@avatar/image';
import { describeStage, stageContext, structuralSimilarity, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { detailEnhance } from './detail-enhance.js';
import { textured } from './fixtures/textures.js';

const stage = detailEnhance({ style: 'corporate_headshot' });
const person = () => {
  const artifacts = syntheticArtifacts({ sizePx: 256 });
  return { ...artifacts, avatar: { ...artifacts.avatar, image: textured(artifacts.avatar.image, 0.03, 7) } };
};

describeStage(stage, [{ name: 'a drawn face', input: person }], {
  intensity: {
    reference: ({ avatar }) => avatar.image,
    result: ({ avatar }) => avatar.image,
    intensities: [0.05, 0.25, 0.5, 0.75, 1],
  },
});

describe('detailEnhance', () => {
  it('resembles the picture less with every step of intensity', async () => {
    const input = person();
    const similarities: number[] = [];
    for (const intensity of [0.02, 0.25, 0.5, 0.75, 1]) {
      const { avatar } = await stage.run(input, stageContext({ intensity }));
      similarities.push(structuralSimilarity(avatar.image, input.avatar.image));
    }
    expect(similarities[0]).toBeGreaterThan(0.999);
    for (let i = 1; i < similarities.length; i++) expect(similarities[i]).toBeLessThan(similarities[i - 1]);
  });

  it('does not touch the backdrop', async () => {
    const input = person();
    const { avatar } = await stage.run(input, stageContext());
    const { data } = input.cutout.alpha;
    let outside = 0;
    for (let i = 0; i < data.length; i++) {
      if (data[i] > 0) continue;
      outside++;
      for (let channel = 0; channel < 3; channel++)
        if (avatar.image.planes[channel][i] !== input.avatar.image.planes[channel][i])
          expect.fail(`pixel ${i} changed`);
    }
    expect(outside).toBeGreaterThan(1000);
  });

  it('goes by the opacity of the avatar where it has its own', async () => {
    const input = person();
    const alpha = createPlane(256, 256);
    const avatar = { ...input.avatar, alpha };
    const result = await stage.run({ ...input, avatar }, stageContext());
    expect(result.avatar.image).toEqual(input.avatar.image);
    expect(result.avatar.alpha).toBe(alpha);
  });

  it('passes the landmarks on and stays within the gamut', async () => {
    const input = person();
    const { avatar } = await stage.run(input, stageContext());
    expect(avatar.landmarks).toBe(input.avatar.landmarks);
    for (const plane of avatar.image.planes)
      for (const value of plane) if (!(value >= 0 && value <= 1)) expect.fail(`${value} is out of range`);
  });

  it('survives a picture without any skin', async () => {
    const input = person();
    const none = createPlane(256, 256);
    const regions = { ...input.regions, skin: none, eyes: none, oval: none };
    const { avatar } = await stage.run({ ...input, regions }, stageContext());
    for (const value of avatar.image.planes[0]) if (Number.isNaN(value)) expect.fail('not a number');
  });

  it('works at small and odd sizes', async () => {
    const input = syntheticArtifacts({ sizePx: 75 });
    const { avatar } = await stage.run(input, stageContext());
    expect(avatar.image.width).toBe(75);
    expect(toPlanar(input.photo.image).width).toBe(75);
  });

  it('refuses an unknown style and unknown options', () => {
    expect(() => detailEnhance({ style: 'unheard_of' })).toThrow(/known are corporate_headshot/);
    expect(() => detailEnhance({ style: 'corporate_headshot', blur: 1 } as never)).toThrow(/blur/);
  });
});
