import type { FilledCharacter } from '@avatar/character';
import type { RasterImage } from '@avatar/stage';
import { createRig, personOf, type Rig } from '../../rig/index.js';
import { bodyFieldOf } from './clothes/body-field.js';
import { Tailor } from './clothes/tailor.js';
import { WARDROBE } from './clothes/wardrobe.js';
import { buildBrows } from './model/brows.js';
import { groundFor, linear, shade } from './model/colours.js';
import { buildEars } from './model/ears.js';
import { buildEyes, eyePaintOf } from './model/eyes.js';
import { paintFace } from './model/face-paint.js';
import { figureOf } from './model/figure-of.js';
import { buildHead } from './model/head-mesh.js';
import { buildMouthInside } from './model/mouth-inside.js';
import { TOON_PROPORTIONS } from './model/proportions.js';
import { renderScene, type Backdrop } from './render/render.js';

/** Ground of a studio: lighter behind the head, darker below. */
export function studioBackdrop(hex: string): Backdrop {
  const top = linear(shade(hex, { light: -0.03 }));
  const bottom = linear(shade(hex, { light: -0.15, chroma: 1.12 }));
  return (x, y, out) => {
    const dx = x - 0.5;
    const dy = y - 0.42;
    const light = 1 + 0.24 * Math.max(0, 1 - Math.sqrt(dx * dx + dy * dy) * 1.5);
    for (let c = 0; c < 3; c++) out[c] = Math.min(1, (top[c] + (bottom[c] - top[c]) * y) * light);
  };
}

export function drawToon3d(character: FilledCharacter, sizePx = 800): RasterImage {
  const rig: Rig = createRig({
    person: personOf(character),
    look: TOON_PROPORTIONS,
    scale: 146,
    centre: [400, 402],
  });
  const figure = figureOf(rig);
  buildHead(figure);
  buildEars(figure);
  buildEyes(figure);
  buildBrows(figure);
  buildMouthInside(figure);
  const body = bodyFieldOf(rig, character.pose.gesture === 'none');
  const outfit = WARDROBE[character.clothing.style](new Tailor(figure, body, 4.1));
  figure.mesh.finish();
  const k = sizePx / 800;
  return renderScene({
    mesh: figure.mesh,
    camera: {
      sizePx,
      scale: rig.view.scale * k,
      centreX: rig.view.centre[0] * k,
      centreY: rig.view.centre[1] * k,
    },
    atmosphere: { skinDepth: figure.skin.depth, ambient: [0.35, 0.355, 0.41] },
    facePaint: paintFace(figure),
    eyePaint: eyePaintOf(figure),
    skinColour: linear(figure.skin.base),
    skinCut: outfit.isSkin,
    clothColour: outfit.colourAt,
    backdrop: studioBackdrop(groundFor(character.seed)),
  });
}
