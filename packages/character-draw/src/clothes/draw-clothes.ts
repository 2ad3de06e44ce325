import type { ClothingStyle } from '@avatar/character';
import type { Scene } from '../looks/vector/scene.js';
import { drawBodyEffects } from './body-effects.js';
import { armor } from './styles/armor.js';
import { blazer } from './styles/blazer.js';
import { cloak } from './styles/cloak.js';
import { denimJacket } from './styles/denim-jacket.js';
import { dress } from './styles/dress.js';
import { hoodie } from './styles/hoodie.js';
import { jersey } from './styles/jersey.js';
import { kurta } from './styles/kurta.js';
import { leatherJacket } from './styles/leather-jacket.js';
import { polo } from './styles/polo.js';
import { shirt } from './styles/shirt.js';
import { spacesuit } from './styles/spacesuit.js';
import { suit } from './styles/suit.js';
import { sweater } from './styles/sweater.js';
import { tshirt } from './styles/tshirt.js';
import { turtleneck } from './styles/turtleneck.js';
import { Tailor, type Garment } from './tailor.js';

const GARMENTS: Readonly<Record<ClothingStyle, Garment>> = {
  armor,
  blazer,
  cloak,
  denim_jacket: denimJacket,
  dress,
  hoodie,
  jersey,
  kurta,
  leather_jacket: leatherJacket,
  polo,
  shirt,
  spacesuit,
  suit,
  sweater,
  tshirt,
  turtleneck,
};

export const garmentOf = ({ character }: Scene): Garment => GARMENTS[character.clothing.style];

/** What of the clothes lies behind the neck. */
export function drawClothesBack(scene: Scene): void {
  const garment = garmentOf(scene);
  garment.back?.(new Tailor(scene, garment.hem));
}

export function drawClothes(scene: Scene): void {
  const garment = garmentOf(scene);
  const tailor = new Tailor(scene, garment.hem);
  garment.front(tailor);
  drawBodyEffects(tailor);
}

/** What of the clothes lies over the arms. */
export function drawClothesOver(scene: Scene): void {
  const garment = garmentOf(scene);
  if (!scene.hasHangingArms) garment.over?.(new Tailor(scene, garment.hem));
}
