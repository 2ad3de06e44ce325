import { corporateHeadshot } from '@avatar/styles';
import { createPlane } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { exposureLog, referenceLightness, targetLightness } from './skin-exposure.js';

const { tone } = corporateHeadshot.rendering;
const BRIGHT = 85;
const DARK = 42;

describe('targetLightness', () => {
  it.each([32, 36, 42, 48])('leaves dark skin of lightness %i as it is in a well-exposed photo', (skinL) => {
    expect(targetLightness(skinL, BRIGHT, tone)).toBe(skinL);
  });

  it.each([18, 30, 40])('lifts skin of lightness %i in an under-exposed photo', (skinL) => {
    const target = targetLightness(skinL, DARK, tone);
    expect(target).toBeGreaterThan(skinL + 4);
    expect(target - skinL).toBeLessThanOrEqual(tone.maxLift);
  });

  it('keeps dark skin darker than light skin in the same bad exposure', () => {
    const [dark, light] = [18, 34].map((skinL) => targetLightness(skinL, DARK, tone));
    expect(light - dark).toBeGreaterThan(12);
    expect(dark).toBeLessThan(45);
  });

  it('brightens a dim photo only if the skin is not dark', () => {
    expect(targetLightness(58, 66, tone)).toBeGreaterThan(60);
    expect(targetLightness(40, 70, tone)).toBeLessThan(42);
  });

  it('takes skin that is darker than any out of the shade, whatever the surroundings', () => {
    expect(targetLightness(15, BRIGHT, tone)).toBeGreaterThan(20);
    expect(targetLightness(15, BRIGHT, tone)).toBeLessThan(32);
  });

  it('lowers what is too light, by a bounded amount', () => {
    expect(targetLightness(80, BRIGHT, tone)).toBeLessThan(80);
    expect(targetLightness(99, BRIGHT, tone)).toBeGreaterThanOrEqual(99 - tone.maxDrop);
  });

  it('does not move good exposure', () => {
    expect(targetLightness(62, BRIGHT, tone)).toBe(62);
    expect(exposureLog(62, BRIGHT, tone)).toBe(0);
  });
});

describe('referenceLightness', () => {
  const filled = (value: number) => createPlane(20, 20, value);
  const view = (lightness: number, scene = lightness) => ({
    lightness: filled(lightness),
    scene: filled(scene),
    inside: filled(1),
    alpha: filled(1),
    oval: filled(1),
    eyes: filled(0),
    teeth: filled(0),
  });

  it('is that of the face when nothing else is brighter', () => {
    expect(referenceLightness(view(50))).toBe(50);
  });

  it('counts bright surroundings for less than the face', () => {
    const reference = referenceLightness(view(40, 95));
    expect(reference).toBeGreaterThan(70);
    expect(reference).toBeLessThan(95);
  });

  it('is that of the face, when no light falls on it and a window stands behind', () => {
    expect(referenceLightness(view(28, 99))).toBeLessThan(36);
    const skinL = 20;
    const target = targetLightness(skinL, referenceLightness(view(28, 99)), tone);
    expect(target).toBeGreaterThan(skinL + 12);
    expect(target).toBeLessThan(50);
  });

  it('is steady without any person', () => {
    expect(
      referenceLightness({ ...view(50), alpha: filled(0), oval: filled(0), inside: filled(0) }),
    ).toBeLessThan(1);
  });
});
