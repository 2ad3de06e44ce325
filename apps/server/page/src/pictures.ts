/** One portrait in one style, with the photo in the same frame. */
export interface StyledPortrait {
  readonly style: string;
  readonly before: string;
  readonly after: string;
}

/** What `npm run build:page-pictures` made. */
export interface PictureList {
  readonly portraits: readonly {
    readonly person: string;
    readonly name: string;
    readonly by: string;
    readonly looks: readonly StyledPortrait[];
  }[];
  readonly characters: readonly DescribedPerson[];
}

export interface DescribedPerson {
  readonly text: string;
  readonly look: 'toon3d' | 'anime' | 'flat';
  readonly seed: number;
  readonly pose?: { readonly yaw?: number; readonly gesture?: 'wave' };
  readonly file: string;
}

export const pictureUrl = (file: string): string => `/pictures/${file}`;

/** The list of the pictures; an empty one where they were not made, which the page works without. */
export async function loadPictures(): Promise<PictureList> {
  const answer = await fetch(pictureUrl('pictures.json'));
  return answer.ok ? ((await answer.json()) as PictureList) : { portraits: [], characters: [] };
}
