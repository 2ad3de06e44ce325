import { checkCharacter } from '@avatar/character';
import { describe, expect, it } from 'vitest';
import { characterOf } from './character-of.js';
import { reading } from './reading.js';

describe('characterOf', () => {
  it('takes sure readings and draws typical values for the others, which it lists', () => {
    const { character, uncertain, confidences } = characterOf({
      'hair.style': reading('afro', 0.8),
      expression: reading('laugh', 0.3),
      'nose.width': reading(0.7, 0.5),
    });
    expect(character.hair?.style).toBe('afro');
    expect(character.nose).toMatchObject({ width: 0.7, shape: 'broad' });
    expect(character.expression).toBe('slight_smile');
    expect(uncertain).toContain('expression');
    expect(uncertain).not.toContain('hair.style');
    expect(confidences['expression']).toBe(0.3);
  });

  it('is a whole valid character that guesses nobody’s gender, whatever was read', () => {
    for (const readings of [{}, { 'facial_hair.style': reading('full_beard', 1) }]) {
      const { character } = characterOf(readings);
      expect(checkCharacter(character)).toEqual(character);
      expect(character.presentation).toBe(0.5);
      expect(character.skin?.hex).toMatch(/^#/);
    }
  });

  it('says which share of the fields was measured', () => {
    expect(characterOf({}).confidence).toBe(0);
    expect(characterOf({ age: reading('senior', 0.9) }).confidence).toBeGreaterThan(0);
  });

  it('keeps skin and hair of a doubtful photo rather than a typical tone', () => {
    const { character, uncertain } = characterOf({ 'skin.hex': reading('#3b2218', 0.15) });
    expect(character.skin?.hex).toBe('#3b2218');
    expect(uncertain).toContain('skin.hex');
  });

  it('has no colour of glasses that nobody wears', () => {
    const worn = { 'glasses.style': reading('round', 0.9), 'glasses.hex': reading('#aa2222', 0.6) };
    expect(characterOf(worn).character.glasses).toEqual({ style: 'round', hex: '#aa2222' });
    expect(characterOf({}).character.glasses).toEqual({ style: 'none' });
    expect(characterOf({}).uncertain).not.toContain('glasses.hex');
  });
});
