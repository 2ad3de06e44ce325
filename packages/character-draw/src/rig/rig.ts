import { mix } from '@avatar/image';
import { radians, type Point2, type Point3 } from '@avatar/vector';
import { bodyOf, type Body } from './body.js';
import { headSections, type HeadSections } from './head-sections.js';
import type { Person } from './person.js';
import { proportionsFor, type LookProportions, type Proportions } from './proportions.js';
import { turnBy, viewOf, type View } from './view.js';

/** A person set up for one picture: head, body and the way from their spaces to the canvas. Every look stands on it. */
export interface Rig {
  readonly person: Person;
  readonly proportions: Proportions;
  readonly head: HeadSections;
  readonly body: Body;
  readonly view: View;
  /** Point over the scalp: azimuth 0 in front and 90 at the viewer's right, elevation 90 at the crown, in degrees. */
  readonly scalp: (azimuth: number, elevation: number, lift?: number) => Point3;
  /** Head space, turned. */
  readonly turn: (point: Point3) => Point3;
  /** Turned space to the canvas. */
  readonly project: (turned: Point2 | Point3) => Point2;
  /** Head space to the canvas. */
  readonly at: (x: number, y: number, z: number) => Point2;
  /** A point on the face, lifted towards the viewer, on the canvas. */
  readonly onFace: (x: number, y: number, lift?: number) => Point2;
  /** A point on the plane of the eyes, which is flatter than the face. */
  readonly onEyePlane: (x: number, y: number, lift?: number) => Point2;
  /** Body space to the canvas. */
  readonly onBody: (x: number, y: number, z?: number) => Point2;
}

export interface RigOptions {
  readonly person: Person;
  readonly look: LookProportions;
  /** Canvas units to one head unit. */
  readonly scale: number;
  /** Where the middle of the head lands on the canvas. */
  readonly centre: Point2;
  /** Factor of the width of the neck. Default 1. */
  readonly neckShare?: number;
}

export function createRig({ person, look, scale, centre, neckShare }: RigOptions): Rig {
  const proportions = proportionsFor(look, person.masculine);
  const head = headSections(person, proportions);
  const view = viewOf(person.character.pose, proportions.yawShare, scale, centre);
  const turn = turnBy(view.yawRad, view.pitchRad, view.rollRad);
  const turnBody = turnBy(view.bodyYawRad, 0, 0);
  // A turned face moves off the middle of the head: the picture follows it.
  const shift = Math.sin(view.yawRad) * 0.22;
  const project = ([x, y]: Point2 | Point3): Point2 => [
    centre[0] + (x - shift) * scale,
    centre[1] + y * scale,
  ];
  const at = (x: number, y: number, z: number) => project(turn([x, y, z]));
  return {
    person,
    proportions,
    head,
    body: bodyOf(person, neckShare),
    view,
    scalp: (azimuth, elevation, lift = 0) => scalpPoint(head.width, azimuth, elevation, lift),
    turn,
    project,
    at,
    onFace: (x, y, lift = 0) => at(x, y, head.surface(x, y) + lift),
    onEyePlane: (x, y, lift = 0) =>
      at(x, y, mix(head.surface(x, y), head.surface(x * 0.75, y), 0.6) - 0.02 + lift),
    onBody: (x, y, z = 0) => project(turnBody([x, y + proportions.bodyLift, z])),
  };
}

/** The scalp as an ellipsoid around (0, -0.42, -0.08). */
export function scalpPoint(width: number, azimuth: number, elevation: number, lift: number): Point3 {
  const around = radians(azimuth);
  const up = radians(elevation);
  const flat = Math.cos(up);
  return [
    (1.02 * width + lift) * flat * Math.sin(around),
    -0.42 - (1.09 + lift) * Math.sin(up),
    -0.08 + (1.1 + lift) * flat * Math.cos(around),
  ];
}
