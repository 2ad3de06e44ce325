import { clamp, createPlane, gaussianBlur, mix, quantile, smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { Abstraction } from '../../drawn/abstraction.js';
import type { FittedPerson } from '../fitted-person.js';

/** Softness of the surroundings that local contrast is measured against, for a head of 480 px. */
const SURROUNDINGS = 22;
/** Forms, and what is finer, are stronger than in the photo; more in dark hair and cloth, which else would be one tone. */
const CONTRAST = { form: 0.55, formInDark: 1.1, fine: 0.9, fineInDark: 1.2 };
const DARK = { from: 0.25, to: 0.5 };
/** Tones of the person that become black and white. */
const ENDS = { black: 0.02, white: 0.97 };
/** Darkness of skin by its own lightness in L: skin as light as the paper is bare, dark skin is drawn dark. */
const SKIN = { bare: 84, perL: 68, least: 0.07, most: 0.88 };
/** L of shadow that a full darkness takes; lights on skin never take more than this share of its darkness. */
const SHADOW = 46;
const LIGHT = { reach: 30, most: 0.72 };
/** Shares of the added contrast that skin takes. */
const FORM_ON_SKIN = 0.5;
const FINE_ON_SKIN = 0.6;
const STRIDE = 13;
const OPAQUE = 0.9;

/** How much ink each place of the person needs, in [0, 1]. */
export function darknessOf({ subject, skin }: FittedPerson, form: Abstraction): Plane {
  const { lab, alpha, headUnit, width, height } = subject;
  const lightness = createPlane(width, height);
  for (let i = 0; i < lab.L.length; i++) lightness.data[i] = form.fine[i];
  const around = gaussianBlur(lightness, SURROUNDINGS * headUnit).data;
  const tones: number[] = [];
  for (let i = 0; i < lab.L.length; i += STRIDE) if (alpha.data[i] > OPAQUE) tones.push(form.fine[i]);
  const [black, white] =
    tones.length > 0 ? [quantile(tones, ENDS.black), quantile(tones, ENDS.white)] : [0, 1];
  const range = Math.max(0.05, white - black);
  const base = clamp((SKIN.bare - skin.L) / SKIN.perL, SKIN.least, SKIN.most);
  const darkness = createPlane(width, height);
  for (let i = 0; i < lab.L.length; i++) {
    if (alpha.data[i] === 0) continue;
    const tone = clamp((form.fine[i] - black) / range);
    const isDark = 1 - smoothstep(DARK.from, DARK.to, tone);
    const formed =
      mix(CONTRAST.form, CONTRAST.form + CONTRAST.formInDark, isDark) * (form.fine[i] - around[i]);
    const finer =
      mix(CONTRAST.fine, CONTRAST.fine + CONTRAST.fineInDark, isDark) * (lab.L[i] / 100 - form.fine[i]);
    const other = clamp(1 - clamp(tone + formed + finer) ** 0.9);
    const onSkin = subject.skin.data[i];
    darkness.data[i] =
      onSkin > 0.02
        ? mix(
            other,
            skinDarkness(100 * (form.fine[i] + FORM_ON_SKIN * formed) - skin.L, base) - FINE_ON_SKIN * finer,
            onSkin,
          )
        : other;
    darkness.data[i] = clamp(darkness.data[i]);
  }
  return darkness;
}

/** @param lighter than the skin's middle tone, in L */
function skinDarkness(lighter: number, base: number): number {
  if (lighter <= 0) return base - lighter / SHADOW;
  return base * (1 - LIGHT.most * smoothstep(0, LIGHT.reach, lighter));
}
