import { labToRgb, ramp, srgbToLinear, type Lab } from '@avatar/image';

/** Most that skin is lightened, in L: the photo's own colour stays near. */
const MOST = 9;
/** Lightness of fair skin from which on the light was no longer dim, and below which it surely was. */
const DIM = { from: 62, to: 50 };
/**
 * Green light over blue that skin throws back, in linear light: melanin takes away the blue. Up to the first the skin is
 * fair in whatever little light it stands; dark skin of 11 photos lay at 1.48 and above.
 */
const FAIR = { from: 1.44, to: 1.48 };
/** Luminance of the skin over that of the whites of the eyes: that of fair skin in the shade is the higher. */
const OVER_WHITE = { from: 1.1, to: 1.6 };
/** In less light than this nobody can tell. */
const DARKEST = { from: 30, to: 40 };

/**
 * Fair skin in dim light is not dark. Lightened is only what all signs call fair: it lacks the colour of melanin, which
 * no exposure takes away, and is no darker than the whites of the eyes. Dark skin fails both, so that it never is.
 */
export function outOfDimLight(skin: Lab, white: Lab): Lab {
  const [L, a, b] = skin;
  const fair =
    ramp(FAIR.to, FAIR.from, greenOverBlue(skin)) *
    ramp(OVER_WHITE.from, OVER_WHITE.to, luminance(L) / luminance(white[0])) *
    ramp(DARKEST.from, DARKEST.to, L);
  const lit = L + fair * MOST * ramp(DIM.from, DIM.to, L);
  // More light on the same skin lifts its chroma too.
  const share = (lit + 16) / (L + 16);
  return [lit, a * share, b * share];
}

function greenOverBlue(lab: Lab): number {
  const [, green, blue] = labToRgb(...lab);
  return srgbToLinear(green) / Math.max(1e-3, srgbToLinear(blue));
}

const luminance = (L: number): number => Math.max(1e-3, ((L + 16) / 116) ** 3);
