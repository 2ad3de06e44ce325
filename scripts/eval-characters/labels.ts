import { readFileSync } from 'node:fs';

/** What somebody sees in a photo of the evaluation set. Lists hold every answer that is right. */
export interface PhotoLabels {
  readonly file: string;
  /** A fair face in dim light: as dark in the photo as dark skin. */
  readonly isDimlyLit?: true;
  readonly glasses: 'none' | 'glasses' | 'sunglasses';
  readonly headwear: 'none' | 'hat' | 'hijab';
  /** `stubble` is between both: where it is in the list, either side is right. */
  readonly beard: readonly ('none' | 'stubble' | 'moustache' | 'beard')[];
  readonly hairLength: readonly ('short' | 'bob' | 'long' | 'tied' | 'bald' | 'hidden')[];
  /** Left out where no hair is seen. */
  readonly hairColour?: readonly HairColourName[];
  /** Left out for a mouth that speaks. */
  readonly expression?: 'neutral' | 'slight' | 'smile' | 'laugh';
}

export type HairColourName = 'black' | 'brown' | 'blond' | 'red' | 'grey' | 'pink' | 'purple';

export const LABELS = JSON.parse(
  readFileSync(new URL('./labels.json', import.meta.url), 'utf8'),
) as readonly PhotoLabels[];
