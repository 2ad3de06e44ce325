import { drawBeard, drawMoustache } from '../../features/draw-beard.js';
import { drawBrow } from '../../features/draw-brow.js';
import { drawEar } from '../../features/draw-ear.js';
import { drawEye } from '../../features/draw-eye.js';
import { drawFace } from '../../features/draw-face.js';
import { drawGlasses } from '../../features/draw-glasses.js';
import { drawMouth } from '../../features/draw-mouth.js';
import { drawNeck } from '../../features/draw-neck.js';
import { drawNose } from '../../features/draw-nose.js';
import { SIDES } from '../../features/eye-shape.js';
import { drawFaceEffects } from '../../features/face-effects.js';
import { drawEarrings, drawFlower, drawNecklace, drawNoseRing } from '../../features/jewellery.js';
import { drawClothes, drawClothesBack, drawClothesOver } from '../../clothes/draw-clothes.js';
import { drawGesture } from '../../gestures/draw-gesture.js';
import { drawLegs } from '../../gestures/legs.js';
import { drawHeadwear, drawHeadwearBack } from '../../headwear/draw-headwear.js';
import { isHighNecked } from '../../clothes/high-necked.js';
import { showsEarrings, showsFlower } from '../unsupported.js';
import { isTucked } from '../../hair/tuck.js';
import { drawCastShadow } from './hair/cast-shadow.js';
import { drawHairLayer } from './hair/draw-layer.js';
import { unionPath } from './hair/ribbons.js';
import { drawSheen } from './hair/sheen.js';
import type { Scene } from './scene.js';

/** Hair that leaves the ears free. */
const OPEN_HAIR = new Set(['bun', 'top_bun', 'ponytail', 'slick_back', 'receding', 'braids']);
/** Paints a person from back to front. */
export function drawPerson(scene: Scene): void {
  const { hairdo, isInked, character, rig, capPath } = scene;
  drawHeadwearBack(scene);
  drawHairLayer(scene, 'back');
  drawHairLayer(scene, 'knot');
  drawLegs(scene);
  drawClothesBack(scene);
  drawNeck(scene);
  if (!isHighNecked(character)) drawNecklace(scene);
  drawClothes(scene);
  if (isHighNecked(character)) drawNecklace(scene);
  for (const side of SIDES) drawEar(scene, side);
  drawHairLayer(scene, 'mid');
  drawFace(scene);
  drawCastShadow(scene);
  drawBeard(scene);
  drawNose(scene);
  drawMouth(scene);
  drawMoustache(scene);
  for (const side of SIDES) drawEye(scene, side);
  if (!isInked) for (const side of SIDES) drawBrow(scene, side);
  drawFaceEffects(scene);
  drawGlasses(scene);
  drawHairLayer(scene, 'front', true);
  if (hasFreeEars(scene)) for (const side of SIDES) drawEar(scene, side);
  if (hairdo.sheen) {
    const front = hairdo.locks.filter(({ layer }) => layer === 'front');
    drawSheen(scene, capPath + unionPath(rig, front));
  }
  if (isInked) for (const side of SIDES) drawBrow(scene, side);
  drawGesture(scene);
  drawClothesOver(scene);
  drawHeadwear(scene);
  if (showsEarrings(character)) drawEarrings(scene);
  drawNoseRing(scene);
  if (showsFlower(character)) drawFlower(scene);
}

function hasFreeEars({ character }: Scene): boolean {
  if (!showsEarrings(character)) return false;
  if (isTucked(character)) return true;
  const isPointed = character.effects.some((effect) => effect === 'elf_ears' || effect === 'pointed_ears');
  return isPointed || (OPEN_HAIR.has(character.hair.style) && character.hair.fringe !== 'curtain');
}
