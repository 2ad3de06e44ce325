import type { ClothingStyle } from '@avatar/character';
import { armor } from './garments/armor.js';
import { cloak } from './garments/cloak.js';
import { dress } from './garments/dress.js';
import type { Garment } from './garments/garment.js';
import { hoodie } from './garments/hoodie.js';
import { denimJacket, leatherJacket } from './garments/casual-jackets.js';
import { blazer, suit } from './garments/jackets.js';
import { jersey } from './garments/jersey.js';
import { sweater, tshirt, turtleneck } from './garments/knitwear.js';
import { kurta, polo, shirt } from './garments/shirts.js';
import { spacesuit } from './garments/spacesuit.js';

/** Every garment that there is: a style without one does not compile. */
export const WARDROBE: Readonly<Record<ClothingStyle, Garment>> = {
  suit,
  blazer,
  shirt,
  polo,
  tshirt,
  hoodie,
  turtleneck,
  sweater,
  dress,
  kurta,
  jersey,
  denim_jacket: denimJacket,
  leather_jacket: leatherJacket,
  armor,
  cloak,
  spacesuit,
};
