import { describeStage, stageContext, structuralSimilarity, syntheticArtifacts } from '@avatar/testing';
import { rgbToLab, toLab } from '@avatar/image';
import { corporateHeadshotOf, medianLightness } from './fixtures/people.js';
import { describe, expect, it } from 'vitest';
import { styleApply } from './style-apply.js';

const stage = styleApply({ style: 'corporate_headshot' });
const person = () => syntheticArtifacts({ sizePx: 256 });

describeStage(stage, [{ name: 'a drawn face', input: person }], {
  intensity: {
    reference: ({ cutout }) => cutout.foreground,
    result: ({ avatar }) => avatar.image,
    intensities: [0.05, 0.25, 0.5, 0.75, 1],
  },
});

describe('styleApply', () => {
  it('resembles the photo less with every step of intensity', async () => {
    const input = person();
    const similarities: number[] = [];
    for (const intensity of [0.02, 0.25, 0.5, 0.75, 1]) {
      const { avatar } = await stage.run(input, stageContext({ intensity }));
      similarities.push(structuralSimilarity(avatar.image, input.cutout.foreground));
    }
    expect(similarities[0]).toBeGreaterThan(0.999);
    for (let i = 1; i < similarities.length; i++) expect(similarities[i]).toBeLessThan(similarities[i - 1]);
  });

  it('passes the landmarks on and leaves what is not the person', async () => {
    const input = person();
    const { avatar } = await stage.run(input, stageContext());
    expect(avatar.landmarks).toBe(input.face.landmarks);
    expect(avatar.alpha).toBeUndefined();
    const outside = input.cutout.alpha.data.indexOf(0);
    for (let channel = 0; channel < 3; channel++)
      expect(avatar.image.planes[channel][outside]).toBe(input.cutout.foreground.planes[channel][outside]);
  });

  it('does not make dark skin lighter in a well-exposed photo', async () => {
    const input = corporateHeadshotOf({ skin: [92, 62, 48], clothes: [238, 238, 240] });
    const { avatar } = await stage.run(input, stageContext());
    const before = medianLightness(input.cutout.foreground, input.regions.skin);
    expect(medianLightness(avatar.image, input.regions.skin)).toBeLessThan(before + 1);
  });

  it('lifts an under-exposed photo', async () => {
    const dark = { skin: [72, 52, 42], clothes: [22, 26, 40], background: [45, 50, 48] } as const;
    const input = corporateHeadshotOf(dark, 0.4);
    const { avatar } = await stage.run(input, stageContext());
    const before = medianLightness(input.cutout.foreground, input.regions.skin);
    expect(medianLightness(avatar.image, input.regions.skin)).toBeGreaterThan(before + 6);
  });

  it('takes a green cast off the skin', async () => {
    const input = corporateHeadshotOf({ skin: [172, 168, 118] });
    const { avatar } = await stage.run(input, stageContext());
    const [, before] = input.regions.skinLab;
    const lab = toLab(avatar.image);
    const at = input.regions.skin.data.indexOf(1);
    expect(lab.a[at]).toBeGreaterThan(before + 3);
  });

  it('keeps a white shirt white', async () => {
    const input = corporateHeadshotOf({ skin: [205, 150, 150], clothes: [235, 235, 235] });
    const { avatar } = await stage.run(input, stageContext());
    const { width, height, planes } = avatar.image;
    const shirt = (height - 4) * width + width / 2;
    const [, a, b] = rgbToLab(planes[0][shirt], planes[1][shirt], planes[2][shirt]);
    expect(Math.hypot(a, b)).toBeLessThan(4);
  });

  it('stays within the gamut', async () => {
    const input = corporateHeadshotOf({ skin: [255, 225, 205], clothes: [255, 255, 255] });
    const { avatar } = await stage.run(input, stageContext());
    for (const plane of avatar.image.planes)
      for (const value of plane) if (!(value >= 0 && value <= 1)) expect.fail(`${value} is out of range`);
  });

  it('refuses a style that draws a character instead of the photo', () => {
    expect(() => styleApply({ style: 'character_anime' })).toThrow(/renders the photo/);
  });

  it('refuses an unknown style and unknown options', () => {
    expect(() => styleApply({ style: 'corporate_hedshot' })).toThrow(/did you mean "corporate_headshot"/);
    expect(() => styleApply({ style: 'corporate_headshot', warmth: 1 } as never)).toThrow(/warmth/);
    expect(() => styleApply({ style: {} as never })).toThrow(/for token, received nothing/);
  });
});
