import {
  AvatarError,
  defineStage,
  sameSize,
  type Avatar,
  type Background,
  type PlanarImage,
  type Plane,
  type Stage,
} from '@avatar/stage';
import { hideBackground } from './hidden-colours.js';
import { backdropLight, overBackdrop } from './over-backdrop.js';
import { fromOtherSide, isLitFromOtherSide, mirrored } from './lit-side.js';
import { personInLight } from './person-light.js';
import { type CompositeOptions, compositeSettings } from './options.js';
import type { Planes3 } from '@avatar/image';

type BackdropPicture = Extract<Background, { kind: 'picture' }>;

function requireSameSize(avatar: Avatar, background: Background): void {
  const { person } = avatar;
  const pictures = background.kind === 'picture' ? [person, background.image] : [person];
  for (const { width, height } of pictures)
    if (width !== avatar.image.width || height !== avatar.image.height)
      throw new AvatarError(
        'stage-failed',
        'Avatar, person and background differ in size; give all stages the same',
        {
          facts: { avatarWidth: avatar.image.width, otherWidth: width },
        },
      );
}

/**
 * Puts the person in front of the background. Over a picture the background's light wraps around the edge a little,
 * and its ambient and rim lights fall on the person, in proportion to the intensity; a picture that may stand either way
 * round is mirrored if its lights then agree better with the light on the face. Over nothing the avatar gets `alpha`
 * (straight), and the colours under it belong to the person, not to the old background.
 *
 * Reads `avatar`, `background`, writes `avatar`. The edge is that of `avatar.person`, or of `avatar.alpha` where a
 * style brings an edge of its own.
 *
 * @throws AvatarError `invalid-options`; `stage-failed` when the pictures differ in size, if a pipeline could not see that
 */
export function composite(options: CompositeOptions = {}): Stage<'avatar' | 'background', 'avatar'> {
  const settings = compositeSettings(options);
  // Attempts, and runs with the same seed, share their backdrop.
  const lights = new WeakMap<PlanarImage, Planes3>();
  const lightOf = (backdrop: PlanarImage): Planes3 => {
    const light = lights.get(backdrop) ?? backdropLight(backdrop);
    lights.set(backdrop, light);
    return light;
  };
  const mirrors = new WeakMap<PlanarImage, PlanarImage>();
  const litFromItsSide = (picture: BackdropPicture, avatar: Avatar): BackdropPicture => {
    if (!picture.light?.eitherSide || !isLitFromOtherSide(avatar, picture.light)) return picture;
    const image = mirrors.get(picture.image) ?? mirrored(picture.image);
    mirrors.set(picture.image, image);
    return { ...picture, image, light: fromOtherSide(picture.light) };
  };
  return defineStage({
    name: 'composite',
    reads: ['avatar', 'background'],
    writes: ['avatar'],
    agreements: [sameSize(['avatar', 'background'])],
    run: async ({ avatar, background }, { signal, intensity }) => {
      signal.throwIfAborted();
      requireSameSize(avatar, background);
      const { image, alpha: edge, ...kept } = avatar;
      const alpha: Plane = edge ?? avatar.person;
      if (background.kind === 'transparent')
        return { avatar: { ...kept, image: hideBackground(image, alpha), alpha } };
      const { image: backdrop, light } = litFromItsSide(background, avatar);
      const share = settings.light * intensity;
      const person = light && share > 0 ? personInLight(image, alpha, light, share) : image;
      return {
        avatar: {
          ...kept,
          image: overBackdrop(person, alpha, backdrop, lightOf(backdrop), settings.lightWrap),
        },
      };
    },
  });
}
