import { createPlane, fillPolygon } from '@avatar/image';
import type { PersonParts } from '@avatar/stage';
import { OVAL, outlineOf } from './face-outlines.js';
import { syntheticFace, type SyntheticFaceOptions } from './synthetic-face.js';

/**
 * Hair, skin and clothes of the person that `syntheticFace` draws with the same options; `other` is empty. They are for
 * `FaceRegions.parts`.
 * @throws AvatarError `invalid-options`
 */
export function syntheticParts(options: SyntheticFaceOptions = {}): PersonParts {
  const { image, alpha, landmarks } = syntheticFace({
    ...options,
    hair: [255, 0, 0],
    skin: [0, 255, 0],
    clothes: [0, 0, 255],
    background: [0, 0, 0],
  });
  const { width, height, data } = image;
  const oval = createPlane(width, height);
  fillPolygon(oval, outlineOf(landmarks, OVAL));
  const [hair, skin, clothes] = [0, 1, 2].map(() => createPlane(width, height));
  for (let i = 0; i < oval.data.length; i++) {
    // Eyes, brows and lips have colours of their own.
    const outside = (alpha.data[i] * (1 - oval.data[i])) / 255;
    hair.data[i] = data[3 * i] * outside;
    clothes.data[i] = data[3 * i + 2] * outside;
    skin.data[i] = Math.max(0, alpha.data[i] - hair.data[i] - clothes.data[i]);
  }
  return { hair, skin, clothes, other: createPlane(width, height) };
}
