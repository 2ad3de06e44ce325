import { AvatarError } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { checkCharacter } from './check-character.js';

const messageFor = (value: unknown): string => {
  try {
    checkCharacter(value);
  } catch (error) {
    if (AvatarError.is(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
};

describe('checkCharacter', () => {
  test('takes a spec with nothing and one with every section', () => {
    expect(checkCharacter({})).toEqual({});
    const spec = {
      version: 1,
      seed: 3,
      skin: { hex: '#aa7744' },
      age: 'senior',
      hair: { style: 'afro', grey: 1 },
      accessories: ['hoops', 'scar'],
      effects: [],
      pose: { yaw: -45, gesture: 'wave', framing: 'close_up' },
    };
    expect(checkCharacter(spec)).toEqual(spec);
  });

  test.each([
    [{ eyes: { size: 3 } }, 'invalid-options: Expected a number from 0 to 1 for eyes.size, received 3'],
    [{ skin: { hex: 'red' } }, 'Expected a colour as #rrggbb for skin.hex, received a text of 3 characters'],
    [{ skin: { hex: null } }, 'Expected a colour as #rrggbb for skin.hex, received null'],
    [{ pose: { yaw: 90 } }, 'Expected a number from -45 to 45 for pose.yaw, received 90'],
    [{ hair: { style: 'perm' } }, 'for hair.style, received a text of 4 characters'],
    [{ accessories: ['hoops', 'hoops'] }, 'each at most once for accessories, received a list of 2'],
    [{ accessories: Array.from({ length: 1e6 }, () => 'hoops') }, 'received a list of 1000000'],
    [{ tattoo: {} }, 'Expected no other fields than version'],
    [{ eyes: { colour: '#112233' } }, 'Expected no other fields than hex'],
    [{ version: 2 }, 'Expected version 1 for version, received 2'],
    ['me', 'received a text of 2 characters'],
    [null, 'for character, received null'],
    [{ seed: 1.5 }, 'Expected an integer from 0 to 4294967295 for seed'],
  ])('refuses %j', (value, message) => {
    expect(messageFor(value)).toContain(message);
  });

  test('a name of the prototype chain is an unknown field', () => {
    expect(messageFor(JSON.parse('{"__proto__": {"skin": 1}}'))).toContain('no other fields');
    expect(messageFor({ constructor: {} })).toContain('no other fields');
  });
});
