import { AvatarError } from '@avatar/stage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corporateHeadshot, defineStyle, STYLES, type PhotoRendering, type Style } from './index.js';

const valid = (): Style<PhotoRendering> => ({ ...corporateHeadshot, token: 'acme_headshot' });

/** The style with one field, given by its path, replaced. */
function changed(path: string, value: unknown): Style {
  const style: Record<string, unknown> = structuredClone(valid()) as never;
  const steps = path.split('.');
  const last = steps.pop()!;
  const parent = steps.reduce((node, step) => node[step] as Record<string, unknown>, style);
  parent[last] = value;
  return style as never;
}
const refusalOf = (style: unknown): AvatarError => {
  try {
    defineStyle(style as Style);
  } catch (error) {
    if (AvatarError.is(error)) return error;
    throw error;
  }
  throw new Error('expected a refusal');
};

describe('defineStyle', () => {
  it('gives a frozen copy and leaves what it was given', () => {
    const style = valid();
    const defined = defineStyle(style);
    expect(defined).toEqual(style);
    expect(defined).not.toBe(style);
    expect(Object.isFrozen(defined.rendering.tone.skinLightness)).toBe(true);
    expect(Object.isFrozen(style.rendering)).toBe(false);
    expect(() => ((defined as { label: string }).label = 'x')).toThrow(TypeError);
  });

  it('takes every style of the toolkit', () => {
    for (const style of STYLES) expect(defineStyle(style)).toEqual(style);
  });

  it('takes a function or a network of the style’s own', () => {
    const render = () => ({ planes: [], width: 0, height: 0 }) as never;
    const byFunction = defineStyle({ ...valid(), rendering: { kind: 'function', render } });
    expect(byFunction.rendering.render).toBe(render);
    const form = { name: 'x', layout: 'nchw', colourOrder: 'rgb', range: [-1, 1] } as const;
    const model = { file: '/styles/a.onnx', input: { ...form, sizePx: 256 }, output: form };
    expect(defineStyle({ ...valid(), rendering: { kind: 'model', model } }).rendering.model).toEqual(model);
  });

  it.each([
    ['rendering.tone.contrast', 3, 'Expected a number from 0 to 1 for rendering.tone.contrast, received 3'],
    ['rendering.tone.contrast', NaN, 'for rendering.tone.contrast, received NaN'],
    ['rendering.tone.contrast', '0.2', 'for rendering.tone.contrast, received a text of 3 characters'],
    ['rendering.tone', undefined, 'Expected an object of skinLightness, maxLift'],
    [
      'rendering.relight.ambient',
      0,
      'a number above 0 and at most 1 for rendering.relight.ambient, received 0',
    ],
    ['rendering.relight.keyDirection', [0, 0, 0], 'three numbers from -1 to 1 that are not all 0'],
    ['rendering.relight.keyDirection', [0, 2, 0], 'for rendering.relight.keyDirection[1], received 2'],
    [
      'rendering.tone.skinLightness',
      { min: 60, max: 50 },
      'a min that is not above max for rendering.tone.skin',
    ],
    [
      'rendering.kind',
      'paint',
      'Expected one of photo, drawn, model, function, character, engine, fitted for rendering.kind, received a text',
    ],
    ['rendering', null, 'Expected an object with a kind for rendering, received null'],
    ['token', 'Acme Style', 'Expected lower-case words with underscores between for token'],
    [
      'platforms',
      ['linkedin', 'myspace'],
      'telegram, portfolio, custom for platforms[1], received a text of 7',
    ],
    ['background.token', '#12345', 'transparent, or #rrggbb for background.token'],
    ['background.palette', '#123456,', 'or #rrggbb,#rrggbb for background.palette'],
    ['framing.eyeLine', 0.1, 'Expected a number from 0.2 to 0.6 for framing.eyeLine, received 0.1'],
    ['context', 'dating', 'Expected one of professional, social, gaming for context'],
    ['minLikeness', { professional: 1, social: 1 }, 'for minLikeness.gaming, received nothing'],
    ['licence', 'do what you want', 'Expected an SPDX identifier or expression for licence'],
    ['label', 'see www.example.org', 'without addresses or control characters for label'],
    ['creator', 'me, https://example.org', 'for creator'],
    ['description', 'javascript:alert(1)', 'for description'],
    ['description', 'a\u0000b', 'for description'],
    ['models', ['../secret'], 'Expected the id of a model for models[0]'],
  ])('refuses %s %o', (path, value, message) => {
    const error = refusalOf(changed(path, value));
    expect(error.code).toBe('invalid-options');
    expect(error.message).toContain(message);
  });

  it('refuses unknown fields, names the nearest and repeats no text', () => {
    const error = refusalOf(changed('rendering.tone.contrasts', 0.2));
    expect(error.message).toMatch(
      /^Expected no other fields than skinLightness, .* for rendering\.tone, received/,
    );
    expect(error.message).toContain('did you mean "contrast"?');
    expect(error.facts).toEqual({ option: 'rendering.tone' });
    expect(refusalOf(changed('secret_words', 1)).message).not.toContain('secret');
    expect(refusalOf(changed('label', 'secret//words')).message).not.toContain('secret');
  });

  it.each([undefined, null, 3, 'corporate_headshot', [], () => 1])(
    'refuses %o in place of a style',
    (value) => {
      expect(refusalOf(value).message).toMatch(
        /^Expected an object of version, token, .* for style, received/,
      );
    },
  );

  it.each(['file.onnx', './file.onnx', 'https://example.org/file.onnx'])(
    'asks for an absolute path, not %s',
    (file) => {
      const form = { name: 'x', layout: 'nchw', colourOrder: 'rgb', range: [0, 1] };
      const rendering = { kind: 'model', model: { file, input: { ...form, sizePx: 256 }, output: form } };
      expect(refusalOf({ ...valid(), rendering }).message).toContain(
        'an absolute path for rendering.model.file',
      );
    },
  );

  it('never breaks on made-up data, and never repeats a text of it', () => {
    const steps = [
      'rendering',
      'rendering.tone',
      'rendering.relight.ratio',
      'framing',
      'background',
      'platforms',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...steps), fc.jsonValue(), (path, value) => {
        try {
          defineStyle(changed(path, [{ zqx: value }, `zqx${JSON.stringify(value)}`]));
        } catch (error) {
          expect(AvatarError.is(error)).toBe(true);
          expect((error as AvatarError).message).not.toContain('zqx');
        }
      }),
      { numRuns: 60 },
    );
  });
});
