import { AvatarError, defineStage, type Stage } from '@avatar/stage';
import { FACE_OVAL, landmarkPolygon } from '@avatar/face';
import type { Point } from '@avatar/image';
import { fillHoles, includeFace, keepComponent } from './clean-matte.js';
import { placeHead, quarterTurnsToUpright, regionAround } from './head-region.js';
import { runMatteModel } from './matte-model.js';
import { type PortraitMatteOptions, portraitMatteSettings } from './options.js';

const HEAD_AND_SHOULDERS = { sideHeads: 2.5, dropHeads: 0.325 };
const FACE_SCALE = 0.97;

export function portraitMatte(options: PortraitMatteOptions): Stage<'photo' | 'faces', 'matte'> {
  const { models, inputSidePx } = portraitMatteSettings(options);
  return defineStage({
    name: 'portrait-matte',
    reads: ['photo', 'faces'],
    writes: ['matte'],
    run: async ({ photo: { image }, faces: { faces } }, { signal }) => {
      const face = faces[0];
      if (face === undefined) throw AvatarError.rejected('no-face', 'There is no face in the photo.');
      const head = placeHead(face.landmarks);
      const region = regionAround(head, image, HEAD_AND_SHOULDERS);
      signal.throwIfAborted();
      const session = await models.session('modnet', { signal });
      const quarterTurns = quarterTurnsToUpright(head.rollRad);
      const raw = await runMatteModel(session, image, { region, inputSidePx, quarterTurns }, signal);
      const toMatte = ([x, y]: Point): Point => [
        ((x - region.x) * raw.width) / region.width,
        ((y - region.y) * raw.height) / region.height,
      ];
      const oval = landmarkPolygon(face.landmarks, FACE_OVAL, FACE_SCALE).map(toMatte);
      const solid = includeFace(raw, oval);
      const alpha = fillHoles(keepComponent(solid, toMatte([head.eyeX, head.eyeY])));
      return { matte: { alpha, region } };
    },
  });
}
