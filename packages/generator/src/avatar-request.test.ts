import { STYLES } from '@avatar/styles';
import { describe, expect, test } from 'vitest';
import { avatarRequest } from './avatar-request.js';

const [headshot] = STYLES;

describe('defaults', () => {
  test('nothing asked for: the default style at 800 px, full intensity, seed 0', () => {
    expect(avatarRequest({})).toMatchObject({
      style: headshot,
      platform: { token: 'custom' },
      background: { token: headshot.background.token },
      palette: { token: headshot.background.palette },
      size: { widthPx: 800, heightPx: 800 },
      intensity: 1,
      seed: 0,
      onFail: 'return_best',
    });
  });

  test('the platform sets how much likeness is asked for; without one the style does', () => {
    expect(avatarRequest({}).minLikeness).toBe(headshot.minLikeness[headshot.context]);
    expect(avatarRequest({ platform: 'discord' }).minLikeness).toBe(headshot.minLikeness.gaming);
    expect(avatarRequest({ platform: 'twitter' })).toMatchObject({
      platform: { token: 'x' },
      minLikeness: headshot.minLikeness.social,
    });
    expect(avatarRequest({ platform: 'discord', minLikeness: 0.9 }).minLikeness).toBe(0.9);
    // An anime character on a professional platform is judged as one.
    const anime = avatarRequest({ platform: 'linkedin', style: 'anime_character' });
    expect(anime.minLikeness).toBe(anime.style.minLikeness.gaming);
  });

  test('a style of your own is taken as it is', () => {
    const own = { ...headshot, token: 'acme_headshot' };
    expect(avatarRequest({ style: own }).style).toBe(own);
  });
});

describe('palette before background before style', () => {
  const chosen = (options: Parameters<typeof avatarRequest>[0]) => {
    const { background, palette } = avatarRequest(options);
    return [background.token, palette.token];
  };

  test.each([
    [{}, ['studio_light', 'neutral_grey']],
    [{ background: 'transparent' }, ['transparent', 'neutral_grey']],
    [{ palette: 'navy' }, ['studio_light', 'navy']],
    [{ palette: '#FFF' }, ['studio_light', '#fff']],
    [{ palette: 'navy', background: 'studio_light' }, ['studio_light', 'navy']],
    [{ palette: 'navy', background: 'transparent' }, ['studio_light', 'navy']],
    [{ background: 'gradient' }, ['gradient', 'purple_blue']],
    [{ background: 'gradient', palette: '#7B2FF7,#2F6BFF' }, ['gradient', '#7b2ff7,#2f6bff']],
    [{ background: 'pastel', palette: 'navy' }, ['pastel', 'navy']],
    [{ background: 'deep_bokeh' }, ['deep_bokeh', 'neutral_grey']],
    [{ palette: 'navy', background: 'deep_bokeh' }, ['studio_light', 'navy']],
    [{ background: '#36C' }, ['#36c', 'neutral_grey']],
    [{ palette: 'navy', background: '#336699' }, ['#336699', 'navy']],
    [{ background: 'space' }, ['space', 'neutral_grey']],
    [{ palette: 'navy', background: 'space' }, ['studio_light', 'navy']],
    [{ background: 'neon_geometric' }, ['neon_geometric', 'neon_pink_cyan']],
    [{ backgroundImage: 'office.jpg' }, ['image', 'neutral_grey']],
    [{ palette: 'navy', backgroundImage: 'office.jpg' }, ['image', 'navy']],
  ])('%o', (options, expected) => {
    expect(chosen(options)).toEqual(expected);
  });
});

test('a picture of your own comes as path, data URL or bytes', () => {
  const bytes = new Uint8Array(3);
  expect(avatarRequest({ backgroundImage: 'a.jpg' })).toMatchObject({
    backgroundImage: { path: 'a.jpg' },
    backgroundBlur: 0,
  });
  expect(avatarRequest({ background: 'image', backgroundImage: bytes, backgroundBlur: 0.02 })).toMatchObject({
    backgroundImage: { bytes },
    backgroundBlur: 0.02,
  });
  expect(avatarRequest({}).backgroundImage).toBeUndefined();
});

test.each([
  [{ style: 'anime' }, 'Unknown style'],
  [{ platform: 'myspace' }, 'Unknown platform'],
  [{ background: 'beach' }, 'Unknown background'],
  [{ background: '#12345' }, 'Unknown background; known are studio_light, gradient,'],
  [{ background: 'image' }, 'Expected a picture with background "image" for backgroundImage'],
  [{ background: 'pastel', backgroundImage: 'a.jpg' }, 'Expected "image" or nothing with a backgroundImage'],
  [{ backgroundImage: 'a.jpg', backgroundBlur: 1 }, 'for backgroundBlur, received 1'],
  [{ palette: '#123456,#12' }, 'or two like #rrggbb,#rrggbb'],
  [{ palette: 'mauve' }, 'Unknown palette'],
  [{ palette: '#12345' }, 'Expected a colour like #rgb or #rrggbb'],
  [{ sizePx: 63 }, 'Expected an integer from 64 to 2048 for sizePx, received 63'],
  [{ sizePx: 800.5 }, 'for sizePx'],
  [{ intensity: 0 }, 'Expected a number above 0 and at most 1 for intensity, received 0'],
  [{ intensity: 1.01 }, 'for intensity'],
  [{ seed: -1 }, 'for seed'],
  [{ minLikeness: 2 }, 'for minLikeness'],
  [{ sidePx: 800 }, 'Unknown option "sidePx" for generate'],
])('refuses %o', (options, message) => {
  expect(() => avatarRequest(options as never)).toThrow(message);
});

describe('a smile and a turn of the head', () => {
  test('are those of the photo unless they are asked for', () => {
    expect(avatarRequest({})).toMatchObject({ smile: 0, yawDeg: 0 });
    expect(avatarRequest({ smile: 0.5, yawDeg: -5 })).toMatchObject({ smile: 0.5, yawDeg: -5 });
  });

  test.each([{ smile: 0.6 }, { smile: -0.1 }, { yawDeg: 6 }, { yawDeg: -5.1 }])(
    '%o is too far',
    (options) => {
      expect(() => avatarRequest(options)).toThrow('Expected a number from');
    },
  );

  test('are edits of a character where one is drawn', () => {
    const style = 'character_anime';
    expect(() => avatarRequest({ style, smile: 0.3 })).toThrow('use edits');
    expect(() => avatarRequest({ style, yawDeg: 3 })).toThrow('use edits');
    expect(avatarRequest({ style, smile: 0, yawDeg: 0 })).toMatchObject({ smile: 0, yawDeg: 0 });
  });
});

test('every format but JPEG takes a transparent background', () => {
  expect(avatarRequest({})).toMatchObject({ format: 'png', quality: undefined });
  expect(avatarRequest({ format: 'webp', background: 'transparent', quality: 80 })).toMatchObject({
    format: 'webp',
    quality: 80,
  });
  expect(() => avatarRequest({ format: 'jpeg', background: 'transparent' })).toThrow(
    'png, webp or avif with a transparent background',
  );
});
