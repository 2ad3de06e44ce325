import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CharacterSpec } from '../character-spec.js';
import { fillCharacter } from '../fill/fill-character.js';
import { applyEdits } from './apply-edits.js';
import type { CharacterEdit } from './character-edit.js';
import { CHARACTER_PATHS } from './character-paths.js';
import { editsFrom } from './edits-from.js';

const person: CharacterSpec = { skin: { hex: '#aa7744' }, accessories: ['freckles'], eyes: {} };

describe('applyEdits', () => {
  test('sets, takes out, adds and removes, and leaves the given spec alone', () => {
    const { spec } = applyEdits(person, [
      { op: 'set', path: 'pose.yaw', value: 20 },
      { op: 'add', path: 'accessories', value: 'hoops' },
      { op: 'remove', path: 'accessories', value: 'freckles' },
      { op: 'unset', path: 'skin' },
    ]);
    expect(spec).toEqual({ accessories: ['hoops'], eyes: {}, pose: { yaw: 20 } });
    expect(person).toEqual({ skin: { hex: '#aa7744' }, accessories: ['freckles'], eyes: {} });
  });

  test('adding what is there and removing what is not changes nothing', () => {
    const edits: CharacterEdit[] = [
      { op: 'add', path: 'accessories', value: 'freckles' },
      { op: 'remove', path: 'effects', value: 'cyber_eye' },
      { op: 'remove', path: 'accessories', value: 'scar' },
    ];
    expect(applyEdits(person, edits).spec).toEqual(person);
  });

  test('the inverse gives the spec from before, whatever was edited', () => {
    const donors = Array.from({ length: 20 }, (_, seed) => fillCharacter({}, seed));
    const edit = fc
      .tuple(fc.constantFrom(...donors.flatMap(editsFrom)), fc.constantFrom(...CHARACTER_PATHS), fc.nat(3))
      .map(([set, path, kind]): CharacterEdit => {
        if (kind === 0) return { op: 'unset', path };
        if (kind === 1) return { op: 'add', path: 'accessories', value: 'mole' };
        if (kind === 2) return { op: 'remove', path: 'accessories', value: 'freckles' };
        return set;
      });
    fc.assert(
      fc.property(fc.constantFrom<CharacterSpec>({}, person, donors[0]), fc.array(edit), (before, edits) => {
        const there = applyEdits(before, edits);
        const back = applyEdits(there.spec, there.inverse);
        expect(back.spec).toEqual(before);
        expect(applyEdits(back.spec, back.inverse).spec).toEqual(there.spec);
      }),
    );
  });

  test('refuses unknown paths, wrong values and endless lists of edits', () => {
    const set = (path: string, value: unknown) => [{ op: 'set', path, value } as CharacterEdit];
    expect(() => applyEdits(person, set('__proto__.x', 1))).toThrow('A path of a character was expected');
    expect(() => applyEdits(person, set('skin.hex.0', 1))).toThrow('A path of a character was expected');
    expect(() => applyEdits(person, set('eyes.size', 7))).toThrow('a number from 0 to 1 for eyes.size');
    expect(() => applyEdits(person, new Array<CharacterEdit>(501).fill(set('age', 'senior')[0]))).toThrow(
      'at most 500 edits',
    );
  });
});

test('editsFrom carries every field of a partial spec over', () => {
  const changes: CharacterSpec = {
    age: 'senior',
    hair: { hex: '#ffffff', style: 'bun' },
    accessories: ['mole'],
  };
  expect(applyEdits({ hair: { texture: 'wavy' } }, editsFrom(changes)).spec).toEqual({
    ...changes,
    hair: { texture: 'wavy', hex: '#ffffff', style: 'bun' },
  });
});
