import type { Point3 } from '@avatar/vector';
import type { Rig } from '../../../rig/index.js';
import { turnBy } from '../../../rig/index.js';
import { Frame } from '../render/frame.js';
import { MeshBuilder } from '../render/mesh-builder.js';
import { unit, vec3, type Vec3 } from '../render/maths.js';
import { hairColours, skinColours } from './colours.js';
import { faceShapeOf } from './face-shape.js';
import type { Figure } from './figure.js';
import { HeadSurface } from './head-surface.js';

/** Sets a person up for building. @param upright nobody leans: the body looks where the head does */
export function figureOf(rig: Rig, upright = false): Figure {
  const { character } = rig.person;
  const face = faceShapeOf(rig);
  const shift = Math.sin(rig.view.yawRad) * 0.22;
  // Nobody stands quite straight: the shoulders turn and lean a little.
  const stance = rig.person.random(67);
  const atEase = !upright && character.pose.gesture === 'none';
  const turned = atEase ? (stance() - 0.5) * 0.13 : 0;
  const leaning = atEase ? (stance() - 0.5) * 0.07 : 0;
  const body = turnBy(rig.view.bodyYawRad + turned, 0, leaning - rig.view.rollRad * 0.15);
  const moved = (p: Point3): Vec3 => [p[0] - shift, p[1], p[2]];
  const headFrame = Frame.of('head', (p) => moved(rig.turn(p)));
  const bodyFrame = Frame.of('body', (p) => moved(vec3(body([p[0], p[1] + rig.proportions.bodyLift, p[2]]))));
  const { hair, facial_hair } = character;
  return {
    rig,
    mesh: new MeshBuilder(),
    headFrame,
    bodyFrame,
    face,
    headSurface: new HeadSurface(rig.head, face),
    skin: skinColours(character.skin.hex, character.mouth.hex),
    hair: hairColours(hair.hex, hair.grey),
    beard: hairColours(facial_hair.hex),
    gaze: unit([-Math.sin(rig.view.yawRad) * 0.5, -0.015 - Math.sin(rig.view.pitchRad) * 0.4, 1]),
  };
}
