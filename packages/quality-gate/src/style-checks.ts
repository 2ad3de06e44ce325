import type { Style } from '@avatar/styles';

/** Whether a check can be trusted for a style, and from where on it passes. */
export type CheckRule =
  | { readonly applies: true; readonly threshold: number }
  /** `reason`: one sentence that the report repeats. */
  | { readonly applies: false; readonly reason: string };

/** What the gate may assume of a style's avatars. */
export interface StyleChecks {
  /** Least confidence in [0, 1] that a face is where it should be. */
  readonly facePresence: CheckRule;
  /** Whether likeness tells the person's avatars from other people's; the least likeness is the caller's. */
  readonly likeness: { readonly applies: true } | { readonly applies: false; readonly reason: string };
  /** From this confidence on, in [0, 1], avatar and background count as explicit. */
  readonly maxExplicit: number;
}

const PHOTO: StyleChecks = {
  facePresence: { applies: true, threshold: 0.4 },
  likeness: { applies: true },
  maxExplicit: 0.6,
};

const DRAWN: StyleChecks = PHOTO;

/** What differs from the checks of its kind, by style token. */
const BY_TOKEN: Readonly<Record<string, Partial<StyleChecks>>> = {};

/** Measured for the toolkit's styles; a style of the caller's own is taken for one of its kind. */
export const checksOf = ({ token, rendering }: Style): StyleChecks => ({
  ...(rendering.kind === 'photo' ? PHOTO : DRAWN),
  ...BY_TOKEN[token],
});
