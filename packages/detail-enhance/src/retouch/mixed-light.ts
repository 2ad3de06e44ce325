import { createPlane, enlarge, median, shrink } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { OpponentImage } from '../sharpness/opponent.js';
import { skinMean } from './skin-mean.js';

/** Colour differences within the face, relative to its brightness, up to which they are blood and not light. */
const NATURAL = 0.045;
const SHRINK = 8;
const MIN_SKIN = 0.5;

/** What `value` exceeds the natural range by. */
const excess = (value: number): number =>
  value > NATURAL ? value - NATURAL : value < -NATURAL ? value + NATURAL : 0;

function medianOfSkin(values: Plane, mask: Plane): number | undefined {
  const chosen = new Float32Array(values.data.length);
  let count = 0;
  for (let i = 0; i < chosen.length; i++) if (mask.data[i] > MIN_SKIN) chosen[count++] = values.data[i];
  return count === 0 ? undefined : median(chosen.subarray(0, count));
}

/**
 * Evens lamps of different colours on one face: a street lamp on one side, a reflecting jacket under the chin. Where the
 * mean colour of the skin is off its median by more than blood explains, the rest of the difference is eased.
 * Writes into the colour planes of `picture`, on the skin only.
 * @param strength share of the excess that is taken away, in [0, 1]
 */
export function evenMixedLight(
  picture: OpponentImage,
  skin: Plane,
  headUnit: number,
  strength: number,
): void {
  const weight = shrink(skin, SHRINK);
  const mean = (plane: Plane) => skinMean(shrink(plane, SHRINK), weight, (16 / SHRINK) * headUnit);
  const luma = mean(picture.Y);
  for (const plane of [picture.U, picture.V]) {
    const relative = mean(plane);
    for (let i = 0; i < luma.data.length; i++) relative.data[i] /= Math.max(luma.data[i], 0.02);
    const middle = medianOfSkin(relative, weight);
    if (middle === undefined) return;
    const shift = createPlane(relative.width, relative.height);
    let uneven = false;
    for (let i = 0; i < shift.data.length; i++) {
      shift.data[i] = -strength * weight.data[i] * excess(relative.data[i] - middle);
      uneven ||= shift.data[i] !== 0;
    }
    if (uneven) addLight(plane, enlarge(shift, skin.width, skin.height), picture.Y, skin);
  }
}

/** Adds `shift` times `luma` to `plane` on the skin. */
function addLight(plane: Plane, shift: Plane, luma: Plane, skin: Plane): void {
  const [values, shifts, lumas, onSkin] = [plane.data, shift.data, luma.data, skin.data];
  for (let i = 0; i < values.length; i++) if (onSkin[i] > 0) values[i] += shifts[i] * lumas[i];
}
