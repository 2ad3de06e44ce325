/**
 * What a field is where the photo does not tell it. Every field that a person could miss in the drawing is here, so that
 * nothing is left to chance; colours that follow another (brows, beard, lips) are left out instead.
 */
export const TYPICAL = {
  'skin.hex': '#b98a68',
  age: 'young_adult',
  presentation: 0.5,
  'face.width': 0.5,
  'face.length': 0.5,
  'face.jaw': 0.5,
  'face.chin': 0.5,
  'face.cheeks': 0.5,
  'eyes.hex': '#4a3020',
  'eyes.size': 0.5,
  'eyes.tilt': 0.5,
  'eyes.spacing': 0.5,
  'eyes.lid': 'double',
  'eyes.lashes': 0.35,
  'brows.thickness': 0.5,
  'brows.arch': 0.5,
  'nose.width': 0.5,
  'nose.length': 0.5,
  'nose.bridge': 0.5,
  'mouth.width': 0.5,
  'mouth.fullness': 0.5,
  'hair.style': 'crop',
  'hair.texture': 'straight',
  'hair.volume': 0.5,
  'hair.hex': '#3a2a20',
  'hair.part': 'left',
  'hair.fringe': 'none',
  'hair.recession': 0,
  'hair.grey': 0,
  'facial_hair.style': 'none',
  'glasses.style': 'none',
  'glasses.hex': '#2b2b30',
  'headwear.style': 'none',
  'headwear.hex': '#3a3f4a',
  'headwear.brim': 0.5,
  accessories: 'none',
  'clothing.style': 'tshirt',
  'clothing.hex': '#4a5568',
  'body.shoulders': 0.5,
  'body.build': 0.5,
  expression: 'slight_smile',
  'pose.framing': 'close_up',
} as const satisfies Readonly<Record<string, string | number>>;

export type FittedPath = keyof typeof TYPICAL;

/** Colours that only something worn has. */
export const NEEDS: Readonly<Partial<Record<FittedPath, FittedPath>>> = {
  'glasses.hex': 'glasses.style',
  'headwear.hex': 'headwear.style',
  'headwear.brim': 'headwear.style',
};
