import type { FaceRegions, StageContext } from '@avatar/stage';

/** New light changes the lightness of skin a little; from here on it is another skin. CIELAB L. */
const MOST_LIGHTER = 6;

/** Engines tend to lighten skin; no other style does, and nobody should have to find out by themselves. */
export function warnOfLighterSkin(
  { skinLab: [before] }: FaceRegions,
  { skinLab: [after] }: FaceRegions,
  context: StageContext,
): void {
  const measured = after - before;
  if (measured <= MOST_LIGHTER) return;
  context.warn({
    code: 'skin-lighter',
    message: 'The skin came out lighter than it is in the photo. Use a lower intensity or another style.',
    measured,
    threshold: MOST_LIGHTER,
  });
}
