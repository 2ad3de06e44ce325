import { headHeightPx } from '@avatar/face';
import type { ModelHub } from '@avatar/models';
import type { FaceLandmarks, Photo } from '@avatar/stage';
import { CLOSE, cropHead, WIDE, type HeadCrop } from './crop/head-crop.js';
import { gridOf } from './crop/head-grid.js';
import { judgeAge } from './judge/age.js';
import { circumstancesOf } from './judge/circumstances.js';
import { judgeClothing } from './judge/clothing.js';
import { judgeLips, judgeSkin } from './judge/colours.js';
import { judgeExpression } from './judge/expression.js';
import { judgeFace } from './judge/face.js';
import { judgeFacialHair } from './judge/facial-hair.js';
import { greyShare, judgeHair, whiteness } from './judge/hair.js';
import { judgeIris } from './judge/iris.js';
import type { Readings } from './judge/reading.js';
import { judgeEarrings, judgeGlasses, judgeHeadwear } from './judge/worn.js';
import { measureBrows } from './measure/brows.js';
import { measureClothing } from './measure/clothing.js';
import { measureEyes, whitesOf } from './measure/eyes.js';
import { measureFaceShape } from './measure/face-shape.js';
import { measureFacialHair } from './measure/facial-hair.js';
import { measureGlasses } from './measure/glasses.js';
import { hairPixels, measureHairColour } from './measure/hair-colour.js';
import { measureHairShape } from './measure/hair-shape.js';
import { measureHairTexture } from './measure/hair-texture.js';
import { measureLines } from './measure/lines.js';
import { measureLips } from './measure/lips.js';
import { measureSkin } from './measure/skin.js';
import { measureWorn } from './measure/worn.js';

/** One face of a photo. */
export interface FaceInPhoto {
  readonly photo: Photo;
  /** In pixels of `photo.image`. */
  readonly landmarks: FaceLandmarks;
}

/** Measures one photo. Two runs of the part model, on the head and on the face. */
export async function readPhoto(
  { photo, landmarks }: FaceInPhoto,
  models: ModelHub,
  signal?: AbortSignal,
): Promise<Readings> {
  const wide = await cropHead(photo, landmarks, WIDE, models, signal);
  signal?.throwIfAborted();
  const close = await cropHead(photo, landmarks, CLOSE, models, signal);
  signal?.throwIfAborted();
  return readCrops(wide, close, headHeightPx(landmarks) / photo.scale);
}

/** @param headPx head height in pixels of the photo's file */
function readCrops(wide: HeadCrop, close: HeadCrop, headPx: number): Readings {
  const seen = circumstancesOf(close, close.landmarks, headPx);
  const shape = measureFaceShape(close.landmarks);
  const eyes = measureEyes(close);
  const white = whitesOf(eyes);
  const skin = measureSkin(close, white);
  const grid = gridOf(wide);
  const hairShape = measureHairShape(grid, wide, close);
  const worn = measureWorn(grid, wide, hairShape);
  const headwear = judgeHeadwear(worn, hairShape);
  const glasses = judgeGlasses(measureGlasses(close, skin?.lab), seen);
  const glassesStyle = glasses['glasses.style'].value;
  const isVeiled = headwear.readings['headwear.style'].value === 'hijab';
  const beard = judgeFacialHair(measureFacialHair(close), shape.smile, { ...seen, isVeiled });
  const isBearded = !['none', 'stubble'].includes(String(beard['facial_hair.style']?.value ?? 'none'));
  const hair = {
    shape: hairShape,
    colour: measureHairColour(wide, hairPixels(wide), white),
    texture: measureHairTexture(wide),
    isCovered: headwear.coversHair,
  };
  const hasGlasses = glassesStyle !== 'none';
  return {
    ...judgeSkin(skin, white, seen),
    ...judgeFace(shape, measureBrows(close), { ...seen, isBearded, hasGlasses }),
    ...judgeIris(eyes, { ...seen, hasGlasses, hidesEyes: glassesStyle === 'sunglasses' }),
    ...judgeLips(measureLips(close), skin, seen),
    ...judgeHair(hair, seen),
    ...beard,
    ...glasses,
    ...headwear.readings,
    ...judgeEarrings(worn, headwear.coversHair),
    ...judgeClothing(measureClothing(wide), isVeiled),
    expression: judgeExpression(shape, seen, isBearded),
    age: judgeAge(
      {
        lines: measureLines(close),
        grey: greyShare(hair.colour, seen),
        white: whiteness(hair.colour, skin?.lab, seen),
        smile: shape.smile,
        isBearded,
      },
      seen,
    ),
  };
}
