import { clamp, createPlane, gaussianBlur, guidedFilter } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { lightAt, type Light } from './light-fit.js';
import type { Surface } from './surface.js';

/** Under this contrast (squared natural logarithms) brightness belongs to the skin and not to a shadow. */
const EPSILON = 0.02;
/** Shadows further below the fitted light than this are something else: a beard, a frame, a strand of hair. */
const SHADOW = { from: 0.12, to: 1 };
/** The gentle lights of cheek bones and nose are form and stay. */
const HOT_SPOT = { from: 0.3, to: 0.6 };
/** Spreads the fill from the skin over eyes, brows and lips, so that they keep their contrast to it. Grid pixels. */
const SPREAD = 3;

/** How far a log brightness is out of the range that form explains. */
const excess = (value: number): number =>
  value < 0 ? -clamp(-value - SHADOW.from, 0, SHADOW.to) : clamp(value - HOT_SPOT.from, 0, HOT_SPOT.to);

/**
 * Log factor that evens out what the form does not explain: the shadow of a nose, sockets under a ceiling lamp, a patch
 * of sun. Edge-aware, so that a hard shadow does not get a halo. 0 away from the skin of the face.
 */
export function shadowFillLog(
  surface: Surface,
  light: Light,
  logLuminance: Plane,
  skin: Plane,
  headGridPx: number,
  amount: number,
): Plane {
  const base = guidedFilter(logLuminance, logLuminance, {
    radiusPx: Math.max(2, headGridPx * 0.06),
    epsilon: EPSILON,
    subsample: 1,
  });
  const weighted = createPlane(skin.width, skin.height);
  const weights = createPlane(skin.width, skin.height);
  for (let i = 0; i < skin.data.length; i++) {
    const weight = skin.data[i] * surface.mesh.data[i];
    if (weight === 0) continue;
    const unexplained = base.data[i] - light.constant - lightAt(light, surface, i);
    weighted.data[i] = -amount * weight * excess(unexplained);
    weights.data[i] = weight;
  }
  const spread = gaussianBlur(weighted, SPREAD);
  const spreadWeights = gaussianBlur(weights, SPREAD);
  const fill = createPlane(skin.width, skin.height);
  for (let i = 0; i < fill.data.length; i++) {
    const own = weights.data[i];
    const around = spread.data[i] / (spreadWeights.data[i] + 0.02);
    fill.data[i] = (weighted.data[i] + (1 - own) * around) * surface.face.data[i];
  }
  return gaussianBlur(fill, 1.2);
}
