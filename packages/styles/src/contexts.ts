/** What the avatar is for. It decides how much it has to look like the photo. */
export type Context = 'professional' | 'social' | 'gaming';

/** Minimum calibrated likeness in [0, 1] by context, for styles that do not ask for another. */
export const MIN_LIKENESS: Readonly<Record<Context, number>> = {
  professional: 0.85,
  social: 0.75,
  gaming: 0.6,
};
