import { expect, test } from 'vitest';
import { phrasesIn } from './phrase-tree.js';

test('phrases are parted, and their choices and plurals written out', () => {
  expect(phrasesIn('bob|locs(s)|on (her|his) (face|skin)|x')).toEqual([
    'bob',
    'locs',
    'locss',
    'on her face',
    'on her skin',
    'on his face',
    'on his skin',
    'x',
  ]);
});
