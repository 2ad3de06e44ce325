import { describe, expect, it } from 'vitest';
import { choiceOption, integerOption, knownOptions, numberOption } from './options.js';

describe('option checks', () => {
  it.each([NaN, Infinity, -1, 2049, '800', null, undefined])(
    'refuses %s as a number from 256 to 2048',
    (value) => {
      expect(() => numberOption('outputSizePx', value, 256, 2048)).toThrow(
        /^Expected a number from 256 to 2048 for outputSizePx, received /,
      );
    },
  );

  it('takes both ends of a range', () => {
    expect(numberOption('x', 256, 256, 2048)).toBe(256);
    expect(integerOption('x', 2048, 256, 2048)).toBe(2048);
  });

  it('refuses fractions where a whole number is needed', () => {
    expect(() => integerOption('seed', 0.5, 0, 9)).toThrow(
      'Expected an integer from 0 to 9 for seed, received 0.5',
    );
  });

  it('names the choices', () => {
    expect(choiceOption('policy', 'warn', ['warn', 'reject'])).toBe('warn');
    expect(() => choiceOption('policy', 'ignore', ['warn', 'reject'])).toThrow(
      'Expected one of warn, reject for policy, received "ignore"',
    );
  });

  it('refuses options that nobody reads', () => {
    expect(() => knownOptions('save', { sizePx: 1, sise: 2 }, ['sizePx'])).toThrow(
      'Unknown option "sise" for save; it knows sizePx',
    );
  });
});
