import type { Style } from '@avatar/styles';

/** Whether a check can be trusted for a style, and from where on it passes. */
export type CheckRule =
  | { readonly applies: true; readonly threshold: number }
  /** `reason`: one sentence that the report repeats. */
  | { readonly applies: false; readonly reason: string };

/** What the gate may assume of a style's avatars. */
export interface StyleChecks {
  /** Least confidence of the mesh in [0, 1] that a face is where it should be. */
  readonly facePresence: CheckRule;
  /** Whether likeness tells the person's avatars from other people's; the least likeness is the caller's. */
  readonly likeness: { readonly applies: true } | { readonly applies: false; readonly reason: string };
  /** From this confidence on, in [0, 1], the avatar counts as explicit. */
  readonly maxExplicit: number;
}

/** The mesh's own middle: every avatar that was measured lies above 0.99, every face that was blurred away below 0.04. */
const FACE_PRESENCE: CheckRule = { applies: true, threshold: 0.5 };

/** Up to 0.50 for photos of clothed people, and up to 0.05 for avatars made of them. */
const PHOTO: StyleChecks = { facePresence: FACE_PRESENCE, likeness: { applies: true }, maxExplicit: 0.6 };

/** Up to 0.01 for drawn avatars, which leaves room for a stricter bound. */
const DRAWN: StyleChecks = { facePresence: FACE_PRESENCE, likeness: { applies: true }, maxExplicit: 0.3 };

/** A background may be any picture, whatever the style: the bound of photos. */
export const MAX_EXPLICIT_BACKGROUND = 0.6;

/**
 * Styles that differ from their kind, by token: where a check does not separate what it should, it does not apply here, with the
 * reason. `scripts/eval-checks.ts` measures every style of the toolkit and fails when this table is wrong.
 */
const BY_TOKEN: Readonly<Record<string, Partial<StyleChecks>>> = {};

/** A style of the caller's own is taken for one of its kind, and for a drawn one if its kind is its own. */
export const checksOf = ({ token, rendering }: Style): StyleChecks => ({
  ...(rendering.kind === 'photo' ? PHOTO : DRAWN),
  ...BY_TOKEN[token],
});
