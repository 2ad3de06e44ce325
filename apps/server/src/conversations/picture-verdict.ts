import type { AvatarWarning } from '../generations/index.js';

/** What the gate said of a picture. */
export interface PictureVerdict {
  /** In [0, 1]; null where nothing can judge it. */
  readonly likenessScore: number | null;
  readonly decision: string | null;
  readonly warnings: readonly AvatarWarning[];
}

/** Of pictures that are shown together: score and decision of the last one, the warnings of all. */
export function verdictOn(pictures: readonly { readonly verdict?: PictureVerdict }[]): PictureVerdict {
  const verdicts = pictures.flatMap(({ verdict }) => verdict ?? []);
  const last = verdicts.at(-1);
  return {
    likenessScore: last?.likenessScore ?? null,
    decision: last?.decision ?? null,
    warnings: verdicts.flatMap(({ warnings }) => warnings),
  };
}
