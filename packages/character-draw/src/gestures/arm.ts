import { clamp, mix } from '@avatar/image';
import {
  clockwise,
  ellipsePoints,
  mixColours,
  polygonPath,
  ribbon,
  sample2,
  splinePath,
  spread2,
  type PathData,
  type Point2,
  type WidthProfile,
} from '@avatar/vector';
import { garmentOf } from '../clothes/draw-clothes.js';
import type { Scene } from '../looks/vector/scene.js';
import { drawElbowCrease, drawLimbShade, drawSleeveFolds, STEPS, type ArmJoints, type Limb } from './limb.js';
import { drawSleevePrint } from './sleeve-print.js';
import type { Tones } from '../looks/vector/tones.js';

export interface ArmOptions {
  /** The side of each limb that lies in the shade, seen along it: 1 at its right, -1 at its left. */
  readonly shade: 1 | -1;
  /** The upper arm grows out of the torso without a line. */
  readonly joinsTorso?: boolean;
  /** Throws a shadow on the torso, this far down in head units. */
  readonly cast?: number;
  /** Which parts are drawn. Default both. */
  readonly part?: 'both' | 'upper' | 'lower';
}

/** Half widths in head units from joint to joint, in a sleeve and bare: an arm swells and narrows, and is no tube. */
const WIDTHS = {
  upperSleeve: [0.47, 0.45, 0.4, 0.37],
  lowerSleeve: [0.37, 0.385, 0.33, 0.26],
  upperBare: [0.36, 0.35, 0.29, 0.26],
  lowerBare: [0.26, 0.29, 0.23, 0.165],
} as const;

function hasShortSleeves(scene: Scene): boolean {
  return garmentOf(scene).hasShortSleeves ?? false;
}

/** Both limbs get one outline: nothing cuts the elbow. */
export function drawArm(scene: Scene, joints: ArmJoints, options: ArmOptions): void {
  const { part = 'both' } = options;
  const isShort = hasShortSleeves(scene);
  const { palette } = scene;
  const build = 0.92 + 0.16 * scene.character.body.build;
  const limbs: Limb[] = [];
  const upper = limbOf(
    scene,
    joints.shoulder,
    joints.elbow,
    isShort ? WIDTHS.upperBare : WIDTHS.upperSleeve,
    build,
    0.05,
  );
  const lower = limbOf(
    scene,
    joints.elbow,
    joints.wrist,
    isShort ? WIDTHS.lowerBare : WIDTHS.lowerSleeve,
    build,
    -0.03,
  );
  if (part !== 'lower') limbs.push(upper);
  if (part !== 'upper') limbs.push(lower);
  const elbowWidth = upper.width(1) * 1.02;
  const elbow = splinePath(clockwise(ellipsePoints(joints.elbow, elbowWidth, elbowWidth, 18)), true);
  const skinTones: Tones = palette.skin;
  drawLimbs(scene, limbs, elbow, isShort ? skinTones : palette.cloth, joints, options, !isShort);
  if (isShort && part !== 'lower') drawShortSleeve(scene, joints, options, build);
  if (!isShort && part !== 'upper') drawCuff(scene, lower);
}

function limbOf(
  scene: Scene,
  from: Point2,
  to: Point2,
  widths: readonly number[],
  build: number,
  bow: number,
): Limb {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const middle: Point2 = [(from[0] + to[0]) / 2 + dy * bow, (from[1] + to[1]) / 2 - dx * bow];
  const centre = spread2(sample2([from, middle, to], 10), STEPS);
  const scale = scene.rig.view.scale * build;
  const width: WidthProfile = (t) => {
    const place = clamp(t) * (widths.length - 1);
    const i = Math.min(widths.length - 2, Math.floor(place));
    return mix(widths[i], widths[i + 1], place - i) * scale;
  };
  return { centre, width, path: polygonPath(clockwise(ribbon(centre, width))) };
}

function drawLimbs(
  scene: Scene,
  limbs: readonly Limb[],
  elbow: PathData,
  tones: Tones,
  joints: ArmJoints,
  { shade, joinsTorso, cast }: ArmOptions,
  isSleeve: boolean,
): void {
  const { document, look, unit, isInked } = scene;
  const round = (at: Point2, width: number) =>
    splinePath(clockwise(ellipsePoints(at, width, width, 18)), true);
  const parts = [...limbs.map(({ path }) => path), elbow];
  if (joinsTorso) parts.push(round(joints.shoulder, limbs[0].width(0) * 0.98));
  if (cast !== undefined && scene.torsoClip !== undefined)
    document.group({ clip: scene.torsoClip }, () =>
      document.group({ shift: [0.04 * scene.rig.view.scale, cast * scene.rig.view.scale] }, () => {
        for (const path of parts)
          document.path(path, { fill: scene.palette.cloth.deep, opacity: isInked ? 0.6 : 0.85 });
      }),
    );
  const line = isInked ? tones.line : tones.deep;
  for (const path of parts)
    document.path(path, { fill: line, stroke: line, strokeWidth: (isInked ? look.ink * 2 : 3.6) * unit });
  for (const path of parts) document.path(path, { fill: tones.base });
  if (joinsTorso && isSleeve && scene.torsoClip !== undefined) {
    const width = limbs[0].width(0) * 1.16;
    scene.shape(ellipsePoints(joints.shoulder, width, width, 20), tones.base, { clip: scene.torsoClip });
  }
  if (scene.clothTile !== undefined && isSleeve)
    for (const path of parts) document.path(path, { fill: scene.clothTile });
  scene.within(document.clipPath(parts.join('')), () => {
    if (isSleeve) drawSleevePrint(scene, limbs);
    limbs.forEach((limb, i) => drawLimbShade(scene, limb, tones, shade, joinsTorso === true && i === 0));
    if (isSleeve) drawSleeveFolds(scene, limbs, tones, joints);
    else drawElbowCrease(scene, tones, joints);
  });
}

function drawShortSleeve(
  scene: Scene,
  { shoulder, elbow }: ArmJoints,
  { shade, joinsTorso }: ArmOptions,
  build: number,
): void {
  const { document, palette, look, unit, isInked } = scene;
  const tones = palette.cloth;
  const hem: Point2 = [mix(shoulder[0], elbow[0], 0.62), mix(shoulder[1], elbow[1], 0.62)];
  const sleeve = limbOf(scene, shoulder, hem, [0.47, 0.47, 0.45, 0.44], build, 0.03);
  const line = isInked ? tones.line : tones.deep;
  const root = splinePath(
    clockwise(ellipsePoints(shoulder, sleeve.width(0) * 0.98, sleeve.width(0) * 0.98, 18)),
    true,
  );
  for (const path of [root, sleeve.path])
    document.path(path, { fill: line, stroke: line, strokeWidth: (isInked ? look.ink * 2 : 3.6) * unit });
  document.path(root + sleeve.path, { fill: tones.base });
  if (joinsTorso && scene.torsoClip !== undefined) {
    const width = sleeve.width(0) * 1.16;
    scene.shape(ellipsePoints(shoulder, width, width, 20), tones.base, { clip: scene.torsoClip });
  }
  scene.within(document.clipPath(root + sleeve.path), () => {
    drawSleevePrint(scene, [sleeve]);
    drawLimbShade(scene, sleeve, tones, shade, joinsTorso === true);
    const [a, b] = [sleeve.centre[STEPS - 4], sleeve.centre[STEPS - 1]];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
    const w = sleeve.width(1);
    scene.stroke(
      [
        [a[0] + nx * w, a[1] + ny * w],
        [a[0] - nx * w, a[1] - ny * w],
      ],
      2,
      scene.ifInked(tones.line, tones.deep),
      { taper: 'none', opacity: 0.5 },
    );
  });
}

/** The band at the wrist; a suit shows the cuff of the shirt. */
function drawCuff(scene: Scene, { centre, width }: Limb): void {
  const { palette, document, look, unit, isInked } = scene;
  const { style } = scene.character.clothing;
  const isFormal = style === 'suit' || style === 'blazer';
  const tones = isFormal ? palette.second : palette.cloth;
  const band = centre.slice(isFormal ? STEPS - 3 : STEPS - 6);
  const swell = isFormal ? 0.94 : 1.1;
  const path = polygonPath(ribbon(band, () => width(0.95) * swell));
  const line = isInked ? tones.line : tones.deep;
  document.path(path, {
    fill: isFormal ? tones.base : mixColours(tones.base, tones.shadow, 0.4),
    stroke: line,
    strokeWidth: (isInked ? look.ink : 1.6) * unit,
  });
}
