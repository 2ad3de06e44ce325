import { headPose, type FaceCandidate } from '@avatar/face';
import type { FaceLandmarks } from '@avatar/stage';
import { expectTypeOf, test } from 'vitest';
import type { Landmarks68 } from './landmarks68.js';

test('68 points are no mesh', () => {
  expectTypeOf<Landmarks68>().not.toExtend<FaceLandmarks>();
  expectTypeOf<FaceLandmarks>().not.toExtend<Landmarks68>();
  // @ts-expect-error the mesh's functions take the mesh only
  headPose({ scheme: 'ibug68', points: new Float32Array(136) } satisfies Landmarks68);
});

test('a candidate carries no landmarks that could become a mesh', () => {
  expectTypeOf<FaceCandidate>().not.toHaveProperty('landmarks');
});
