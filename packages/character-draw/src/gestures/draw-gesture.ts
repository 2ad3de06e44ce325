import type { Gesture } from '@avatar/character';
import type { Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { turnedAround } from '../rig/index.js';
import { drawArm } from './arm.js';
import type { ArmJoints } from './limb.js';
import { drawHand } from './hand.js';
import { HANGING_HAND, OPEN_HAND, RESTING_HAND, THINKING_HAND, THUMB_UP } from './hands.js';

/**
 * Arms and hands before the body. Without a gesture they hang in the outline of the torso, but where the whole person
 * is seen.
 */
export function drawGesture(scene: Scene): void {
  const { gesture, framing } = scene.character.pose;
  if (gesture === 'none') {
    if (framing === 'full_body') for (const side of [-1, 1]) drawHangingArm(scene, side);
    return;
  }
  GESTURES[gesture](scene);
}

const GESTURES: Readonly<Record<Exclude<Gesture, 'none'>, (scene: Scene) => void>> = {
  wave: drawWave,
  arms_crossed: drawCrossed,
  thumbs_up: drawThumbUp,
  hand_on_chin: drawThinking,
};

/** The arm that is nearer to the viewer when the body is turned. */
const nearSide = (scene: Scene): 1 | -1 => (scene.rig.view.yawRad < -0.1 ? -1 : 1);

function shoulderOf({ rig }: Scene, side: number): Point2 {
  const { shoulder, top } = rig.body;
  return rig.onBody(side * shoulder * 0.85, top + 0.36, 0);
}

function drawHangingArm(scene: Scene, side: number): void {
  const { rig } = scene;
  const { shoulder: s, top } = rig.body;
  const joints: ArmJoints = {
    shoulder: shoulderOf(scene, side),
    elbow: rig.onBody(side * (s + 0.1), top + 1.9, 0),
    wrist: rig.onBody(side * (s + 0.14), top + 3.6, 0.2),
  };
  drawHand(scene, HANGING_HAND, { at: joints.wrist, turnRad: side * -0.06, isMirrored: side < 0 });
  drawArm(scene, joints, { shade: side > 0 ? -1 : 1, joinsTorso: true });
}

function drawWave(scene: Scene): void {
  const { rig } = scene;
  const { shoulder: s, top } = rig.body;
  const side = nearSide(scene);
  drawHangingArm(scene, -side);
  const elbow = rig.onBody(side * (s + 0.56), top + 1.5, 0.3);
  const swing = side * rig.person.swingRad;
  const swung = (at: Point2) => turnedAround(elbow, swing, at);
  const [wx, wy] = rig.onBody(side * (s + 0.8), top - 0.28, 0.75);
  const joints: ArmJoints = { shoulder: shoulderOf(scene, side), elbow, wrist: swung([wx, wy]) };
  drawHand(scene, OPEN_HAND, {
    at: swung([wx + side * 0.02 * rig.view.scale, wy - 0.16 * rig.view.scale]),
    turnRad: side * 0.16 + swing,
    isMirrored: side < 0,
  });
  drawArm(scene, joints, { shade: side > 0 ? -1 : 1, joinsTorso: true, part: 'upper' });
  drawArm(scene, joints, { shade: side > 0 ? 1 : -1, part: 'lower' });
}

function drawCrossed(scene: Scene): void {
  const { rig } = scene;
  const { shoulder: s, top } = rig.body;
  const m = rig.view.yawRad < 0 ? -1 : 1;
  const y = top + 1.72;
  const on = (x: number, dy: number, z: number) => rig.onBody(m * x, dy, z);
  const under: ArmJoints = {
    shoulder: shoulderOf(scene, m),
    elbow: on(s + 0.1, y + 0.16, 0.3),
    wrist: on(-s * 0.7, y - 0.2, 0.55),
  };
  const over: ArmJoints = {
    shoulder: shoulderOf(scene, -m),
    elbow: on(-s - 0.12, y + 0.22, 0.4),
    wrist: on(s * 0.5, y - 0.3, 0.85),
  };
  drawArm(scene, under, { shade: m > 0 ? -1 : 1, joinsTorso: true, part: 'upper' });
  drawArm(scene, under, { shade: m > 0 ? -1 : 1, part: 'lower', cast: 0.14 });
  drawArm(scene, over, { shade: m > 0 ? 1 : -1, joinsTorso: true, part: 'upper' });
  const [hx, hy] = over.wrist;
  drawHand(scene, RESTING_HAND, {
    at: [hx + m * 0.2 * rig.view.scale, hy - 0.03 * rig.view.scale],
    turnRad: m * -0.22,
    size: 1.04,
    isMirrored: m < 0,
  });
  drawArm(scene, over, { shade: m > 0 ? 1 : -1, part: 'lower', cast: 0.16 });
}

function drawThumbUp(scene: Scene): void {
  const { rig } = scene;
  const { shoulder: s, top } = rig.body;
  drawHangingArm(scene, -1);
  const joints: ArmJoints = {
    shoulder: shoulderOf(scene, 1),
    elbow: rig.onBody(s + 0.22, top + 2.25, 0.25),
    wrist: rig.onBody(s * 0.46, top + 1.5, 0.9),
  };
  drawArm(scene, joints, { shade: -1, joinsTorso: true, part: 'upper' });
  const [wx, wy] = joints.wrist;
  const k = rig.view.scale;
  drawHand(scene, THUMB_UP, { at: [wx - 0.3 * k, wy - 0.22 * k], turnRad: -0.1, size: 1.08 });
  drawArm(scene, joints, { shade: 1, part: 'lower', cast: 0.12 });
}

/** One arm lies across the body and carries the other's elbow. */
function drawThinking(scene: Scene): void {
  const { rig } = scene;
  const { shoulder: s, top } = rig.body;
  const m = rig.view.yawRad < -0.02 ? 1 : -1;
  const k = rig.view.scale;
  const on = (x: number, dy: number, z: number) => rig.onBody(m * x, dy, z);
  const chin = rig.at(m * 0.34, rig.head.chinY - 0.02, 0.75);
  const hand: Point2 = [chin[0] + m * 0.06 * k, chin[1] + 0.4 * k];
  const rest: ArmJoints = {
    shoulder: shoulderOf(scene, -m),
    elbow: on(-s - 0.06, top + 2.1, 0.35),
    wrist: on(s * 0.34, top + 2.3, 0.8),
  };
  const raised: ArmJoints = {
    shoulder: shoulderOf(scene, m),
    elbow: on(s * 0.74, top + 2.1, 0.7),
    wrist: [hand[0] + m * 0.04 * k, hand[1] + 0.34 * k],
  };
  drawArm(scene, rest, { shade: m > 0 ? 1 : -1, joinsTorso: true, part: 'upper' });
  drawArm(scene, raised, { shade: m > 0 ? -1 : 1, joinsTorso: true, part: 'upper' });
  drawHand(scene, THINKING_HAND, { at: hand, turnRad: m * 0.08, isMirrored: m < 0 });
  drawArm(scene, raised, { shade: m > 0 ? 1 : -1, part: 'lower', cast: 0.1 });
  const [wx, wy] = rest.wrist;
  drawArm(scene, rest, { shade: m > 0 ? 1 : -1, part: 'lower', cast: 0.12 });
  drawHand(scene, RESTING_HAND, {
    at: [wx + m * 0.16 * k, wy - 0.02 * k],
    turnRad: m * -0.1,
    isMirrored: m < 0,
  });
}
