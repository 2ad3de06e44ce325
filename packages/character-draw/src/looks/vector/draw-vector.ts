import { mix, rasteriseSvg, resizeRaster } from '@avatar/image';
import { personOf } from '../../rig/person.js';
import { canvasOf, withBody } from '../../rig/canvas.js';
import { createRig } from '../../rig/rig.js';
import { shortSidePx, type PictureSize } from '@avatar/stage';
import type { Look, LookRequest } from '../look.js';
import { groundFor } from '../grounds.js';
import { drawBackground } from './background.js';
import { drawPerson } from './compose.js';
import { frameFor } from './frame.js';
import { addGrain } from './grain.js';
import { Scene } from './scene.js';
import { unsupportedWishes } from '../unsupported.js';
import type { VectorLook } from './vector-look.js';

/** Below this side a picture is drawn larger and shrunk: thin lines stay even. */
const SMALLEST_DRAWN_PX = 192;

/** A look made of vectors. */
export function vectorLook(look: VectorLook): Look {
  const svg = (request: LookRequest, { widthPx, heightPx }: PictureSize) => {
    const scene = sceneOf(look, request);
    if (request.background !== 'none')
      drawBackground(
        scene,
        request.background === 'own' ? groundFor(request.character.seed) : request.background,
      );
    drawPerson(scene);
    return scene.document.text(widthPx, heightPx);
  };
  return {
    unsupported: unsupportedWishes,
    svg: (request) => svg(request, request.size),
    raster: async (request) => {
      const { widthPx, heightPx } = request.size;
      const sidePx = shortSidePx(request.size);
      const times = Math.max(1, Math.ceil(SMALLEST_DRAWN_PX / sidePx));
      const drawn = await rasteriseSvg(
        svg(request, { widthPx: widthPx * times, heightPx: heightPx * times }),
      );
      const picture = times === 1 ? drawn : await resizeRaster(drawn, widthPx, heightPx, 'lanczos3');
      return look.ink === 0 && sidePx >= SMALLEST_DRAWN_PX
        ? addGrain(picture, request.character.seed)
        : picture;
    },
  };
}

function sceneOf(look: VectorLook, { character, size, moment }: LookRequest): Scene {
  const canvas = canvasOf(size);
  const { scale, centre } = frameFor(character, canvas);
  const person = personOf(withBody(character, canvas), moment);
  const neckShare = mix(look.neckShare[0], look.neckShare[1], person.masculine);
  return new Scene(createRig({ person, look: look.proportions, scale, centre, neckShare }), look, canvas);
}
