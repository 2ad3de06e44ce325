import { describe, expect, it } from 'vitest';
import { combineReadings } from './combine-readings.js';
import { reading } from './judge/reading.js';

const of = (path: string, ...values: readonly (readonly [string | number, number])[]) =>
  combineReadings(values.map(([value, confidence]) => ({ [path]: reading(value, confidence) })))[path];

describe('combineReadings', () => {
  it('leaves a single photo as it is', () => {
    expect(of('hair.style', ['bob', 0.7])).toEqual(reading('bob', 0.7));
  });

  it('takes the median of numbers, so that one odd photo does no harm', () => {
    expect(of('nose.width', [0.5, 0.8], [0.52, 0.8], [0.9, 0.8]).value).toBe(0.52);
  });

  it('takes the median of colours', () => {
    expect(of('skin.hex', ['#804020', 0.8], ['#824222', 0.8], ['#ffffff', 0.8]).value).toBe('#824222');
  });

  it('lets words vote with their confidence, and is less sure where photos disagree', () => {
    const vote = of('glasses.style', ['round', 0.5], ['none', 0.9], ['round', 0.6]);
    expect(vote.value).toBe('round');
    expect(vote.confidence).toBeLessThan(0.6);
    expect(vote.confidence).toBeGreaterThan(0.2);
  });

  it('keeps what only one photo tells', () => {
    const both = combineReadings([{ age: reading('senior', 0.6) }, { expression: reading('smile', 0.9) }]);
    expect(Object.keys(both).sort()).toEqual(['age', 'expression']);
  });
});
