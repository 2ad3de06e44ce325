import { describe, expect, it } from 'vitest';
import { corporateHeadshot, createCatalogue, platformByToken, STYLES, type Style } from '../index.js';

const own: Style = { ...corporateHeadshot, token: 'acme_headshot', platforms: ['linkedin'] };

describe('createCatalogue', () => {
  it('knows the styles of the toolkit and those of its caller', () => {
    const { styles, resolve } = createCatalogue({ styles: [own] });
    expect(styles).toEqual([...STYLES, own]);
    expect(resolve('acme_headshot')).toEqual(own);
    expect(resolve('corporate_headshot')).toBe(corporateHeadshot);
    expect(createCatalogue().styles).toEqual(STYLES);
  });

  it('lists all of them, and the nearest, for an unknown token', () => {
    const { resolve } = createCatalogue({ styles: [own] });
    expect(() => resolve('acme_headshots')).toThrow(
      /^Unknown style; known are corporate_headshot, .*, acme_headshot; did you mean "acme_headshot"\?$/,
    );
    expect(() => createCatalogue().resolve('acme_headshot')).toThrow(/^Unknown style/);
  });

  it('takes a style that is not in it, and checks it', () => {
    const { resolve } = createCatalogue();
    expect(resolve(own)).toBe(own);
    expect(() => resolve({ ...own, context: 'dating' as 'social' })).toThrow('for context');
    expect(() => resolve(3 as never)).toThrow(
      'Expected a style token or a style for style, received "number"',
    );
  });

  it('refuses a token that is taken', () => {
    expect(() => createCatalogue({ styles: [corporateHeadshot] })).toThrow(
      'Expected a token that no other style has for styles[0].token, received one that is taken',
    );
    expect(() => createCatalogue({ styles: [own, own] })).toThrow('for styles[1].token');
  });

  it('refuses a wrong style and unknown options', () => {
    expect(() => createCatalogue({ styles: [{ ...own, label: '' }] })).toThrow('for label');
    expect(() => createCatalogue({ style: [own] } as never)).toThrow('Unknown option "style"');
  });

  it('keeps a copy: who changes the original changes nothing', () => {
    const changing = { ...own };
    const { resolve } = createCatalogue({ styles: [changing] });
    changing.label = 'Another';
    expect(resolve('acme_headshot').label).toBe(own.label);
  });

  it('lists the styles for a platform, its default first', () => {
    const tokens = createCatalogue({ styles: [own] })
      .stylesFor(platformByToken('linkedin'))
      .map(({ token }) => token);
    expect(tokens[0]).toBe('corporate_headshot');
    expect(tokens.at(-1)).toBe('acme_headshot');
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(tokens).not.toContain('vintage');
  });
});
