import { describe, expect, it } from 'vitest';
import type { BeardCue, FacialHairMeasure } from '../measure/facial-hair.js';
import { judgeFacialHair } from './facial-hair.js';

const bare: BeardCue = { dark: 0.05, pale: 0, rough: 0.6 };
const hairy: BeardCue = { dark: 0.6, pale: 0.45, rough: 5 };
const shaven: FacialHairMeasure = {
  moustache: [bare, bare],
  jaw: [bare, bare],
  chin: bare,
  underChin: bare,
  faceUnderChin: 0.02,
  faceFarDown: 0.02,
  colour: [20, 4, 6],
  cheek: 65,
};
const seen = {
  headPx: 400,
  isBlackAndWhite: false,
  yawDegrees: 0,
  frontal: 1,
  sharp: 1,
  isVeiled: false,
};
const styleOf = (change: Partial<FacialHairMeasure>, smile = 0) =>
  judgeFacialHair({ ...shaven, ...change }, smile, seen)['facial_hair.style'];

describe('judgeFacialHair', () => {
  it('is sure of a shaven face', () => {
    expect(styleOf({})).toMatchObject({ value: 'none' });
    expect(styleOf({}).confidence).toBeGreaterThan(0.8);
  });

  it('tells beards by how far they hang', () => {
    const beard = { moustache: [hairy, hairy], jaw: [hairy, hairy], chin: hairy, underChin: hairy };
    expect(styleOf(beard).value).toBe('short_beard');
    expect(styleOf({ ...beard, faceUnderChin: 0.9, faceFarDown: 0.3 }).value).toBe('full_beard');
    expect(styleOf({ ...beard, faceUnderChin: 0.9, faceFarDown: 0.9 }).value).toBe('long_beard');
  });

  it('takes a shadow on one side of the lip for no moustache', () => {
    expect(styleOf({ moustache: [hairy, hairy] }).value).toBe('moustache');
    expect(styleOf({ moustache: [hairy, { ...hairy, dark: 0.2 }] }).value).toBe('none');
  });

  it('sees none under a veil', () => {
    const veiled = judgeFacialHair({ ...shaven, moustache: [hairy, hairy] }, 0, { ...seen, isVeiled: true });
    expect(veiled['facial_hair.style'].value).toBe('none');
  });
});
