import { mix, rasteriseSvg, resizeRaster } from '@avatar/image';
import { personOf } from '../../rig/person.js';
import { createRig } from '../../rig/rig.js';
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
  const svg = (request: LookRequest, sidePx: number) => {
    const scene = sceneOf(look, request);
    if (request.background !== 'none')
      drawBackground(
        scene,
        request.background === 'own' ? groundFor(request.character.seed) : request.background,
      );
    drawPerson(scene);
    return scene.document.text(sidePx, sidePx);
  };
  return {
    unsupported: unsupportedWishes,
    svg: (request) => svg(request, request.sizePx),
    raster: async (request) => {
      const { sizePx } = request;
      const times = Math.max(1, Math.ceil(SMALLEST_DRAWN_PX / sizePx));
      const drawn = await rasteriseSvg(svg(request, sizePx * times));
      const picture = times === 1 ? drawn : await resizeRaster(drawn, sizePx, sizePx, 'lanczos3');
      return look.ink === 0 && sizePx >= SMALLEST_DRAWN_PX
        ? addGrain(picture, request.character.seed)
        : picture;
    },
  };
}

function sceneOf(look: VectorLook, { character }: LookRequest): Scene {
  const person = personOf(character);
  const { scale, centre } = frameFor(character);
  const neckShare = mix(look.neckShare[0], look.neckShare[1], person.masculine);
  return new Scene(createRig({ person, look: look.proportions, scale, centre, neckShare }), look);
}
