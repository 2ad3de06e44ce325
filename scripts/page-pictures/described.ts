import type { DrawOptions } from '../../packages/generator/src/index.js';

interface Described extends Pick<DrawOptions, 'look' | 'seed' | 'pose' | 'expression'> {
  readonly text: string;
}

/** The people of the page's gallery, in the words that draw them. */
export const DESCRIBED: readonly Described[] = [
  {
    text: 'A woman in her thirties with curly red hair, round glasses and a denim jacket, laughing',
    look: 'toon3d',
    seed: 11,
  },
  { text: 'A man with very dark skin, short locs and a mustard turtleneck, smiling', look: 'anime', seed: 3 },
  {
    text: 'A grandmother with a silver bob, pearl earrings and a purple sweater, laughing',
    look: 'toon3d',
    seed: 5,
  },
  { text: 'A bald man with a full ginger beard and a plaid shirt', look: 'flat', seed: 8 },
  {
    text: 'A young woman in a teal hijab, smiling and waving',
    look: 'anime',
    seed: 6,
    pose: { gesture: 'wave' },
  },
  { text: 'An old wizard with a long white beard and a blue wizard hat', look: 'toon3d', seed: 4 },
  {
    text: 'A young man with brown skin, a black quiff and a leather jacket, smug',
    look: 'anime',
    seed: 9,
    pose: { yaw: 22 },
  },
  { text: 'A woman with a dark brown afro, gold hoops and a yellow dress', look: 'flat', seed: 12 },
  {
    text: 'A man in his fifties with grey side-parted hair, glasses and a navy suit',
    look: 'toon3d',
    seed: 14,
  },
  { text: 'A young woman with a pink undercut, a nose ring and a black hoodie', look: 'anime', seed: 15 },
  { text: 'A man with a turban, a long black beard and a white kurta', look: 'flat', seed: 16 },
  { text: 'An astronaut with braids in a spacesuit, surprised', look: 'toon3d', seed: 17 },
];
