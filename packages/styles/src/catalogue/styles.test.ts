import { AvatarError } from '@avatar/stage';
import { describe, expect, it } from 'vitest';
import {
  BACKGROUNDS,
  PALETTES,
  PLATFORMS,
  STYLES,
  backgroundByToken,
  paletteByToken,
  platformByToken,
  styleByToken,
} from '../index.js';

const errorOf = (action: () => unknown): AvatarError => {
  try {
    action();
  } catch (error) {
    if (AvatarError.is(error)) return error;
  }
  throw new Error('expected an AvatarError');
};

describe('look-ups', () => {
  it('find every entry by its token', () => {
    for (const style of STYLES) expect(styleByToken(style.token)).toBe(style);
    for (const palette of PALETTES) expect(paletteByToken(palette.token)).toBe(palette);
    for (const platform of PLATFORMS) expect(platformByToken(platform.token)).toBe(platform);
    for (const background of BACKGROUNDS) expect(backgroundByToken(background.token)).toBe(background);
  });

  it('know platforms by their former name', () => {
    expect(platformByToken('twitter').token).toBe('x');
  });

  it('take a flat colour for a background', () => {
    expect(backgroundByToken('#36C')).toMatchObject({ token: '#36c', kind: 'colour' });
    expect(backgroundByToken('#336699').kind).toBe('colour');
    expect(errorOf(() => backgroundByToken('#3366')).message).toContain('transparent, #rrggbb');
  });

  it('refuse an unknown token, list the known ones and suggest the nearest', () => {
    const error = errorOf(() => styleByToken('corporate_headshots'));
    expect(error.code).toBe('invalid-options');
    expect(error.facts).toMatchObject({ option: 'style', nearest: 'corporate_headshot' });
    expect(error.message).toContain('did you mean "corporate_headshot"?');
    expect(errorOf(() => platformByToken('twiter')).facts.nearest).toBe('x');
  });

  it('suggest nothing when nothing is near', () => {
    expect(errorOf(() => platformByToken('zzzzzzzzzz')).facts).not.toHaveProperty('nearest');
  });

  it('do not repeat the text of the caller', () => {
    expect(errorOf(() => styleByToken('secret words')).message).not.toContain('secret');
  });
});

describe('the data', () => {
  it('refers only to what exists', () => {
    for (const style of STYLES) {
      backgroundByToken(style.background.token);
      paletteByToken(style.background.palette);
      style.platforms.forEach(platformByToken);
    }
    for (const platform of PLATFORMS) styleByToken(platform.defaultStyle);
    for (const background of BACKGROUNDS) if ('palette' in background) paletteByToken(background.palette);
  });

  it('has unique tokens', () => {
    for (const entries of [STYLES, PALETTES, PLATFORMS, BACKGROUNDS])
      expect(new Set(entries.map((entry) => entry.token)).size).toBe(entries.length);
  });

  it('survives a process border', () => {
    expect(structuredClone(STYLES)).toEqual(STYLES);
    expect(structuredClone(PLATFORMS)).toEqual(PLATFORMS);
  });
});
