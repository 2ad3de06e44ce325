import { clamp } from '@avatar/image';
import {
  ellipsePoints,
  mixColours,
  polygonPath,
  ribbon,
  sample2,
  splinePath,
  spread2,
  type Point2,
} from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { metalTones, type Tones } from '../looks/vector/tones.js';

/** A finger in hand units: a line from its root to its tip. */
export interface Finger {
  readonly line: readonly Point2[];
  readonly halfWidth: number;
  /** Drawn over the palm: it folds towards the viewer. */
  readonly isOver?: boolean;
  /** The back of its tip is seen. */
  readonly hasNail?: boolean;
  /** Creases of the joints on the palm side, as shares of the length. */
  readonly creases?: readonly number[];
}

/** A hand in hand units: x to the right, y down, the wrist near (0, 0.2); one unit is half the width of a face. */
export interface Hand {
  readonly palm: readonly Point2[];
  readonly fingers: readonly Finger[];
  readonly shades?: readonly (readonly Point2[])[];
  readonly lines?: readonly (readonly Point2[])[];
}

export interface HandPlace {
  readonly at: Point2;
  readonly turnRad: number;
  /** Factor of the size. Default 1. */
  readonly size?: number;
  readonly isMirrored?: boolean;
}

/** Skin, or the gauntlet and the glove that belong to armour and spacesuit. */
function coverOf({ character, palette }: Scene): Tones {
  switch (character.clothing.style) {
    case 'armor':
      return metalTones(character.clothing.hex);
    case 'spacesuit':
      return palette.second;
    default:
      return palette.skin;
  }
}

interface DrawnFinger {
  readonly finger: Finger;
  readonly centre: readonly Point2[];
  readonly path: string;
}

/** The joints stand out, and the tip is round. */
const fingerWidth = (t: number): number => {
  const joint = (at: number) => 0.07 * Math.exp(-(((t - at) / 0.09) ** 2));
  const tip = t > 0.88 ? Math.sqrt(Math.max(0.02, 1 - ((t - 0.88) / 0.125) ** 2)) : 1;
  return (1 - 0.16 * t + joint(0.36) + joint(0.7)) * tip;
};

/** Fingers and palm as one outline, then finger by finger. */
export function drawHand(
  scene: Scene,
  hand: Hand,
  { at, turnRad, size = 1, isMirrored = false }: HandPlace,
): void {
  const { document, look, unit, isInked } = scene;
  const skin = coverOf(scene);
  const scale = scene.rig.view.scale * size;
  const [cos, sin] = [Math.cos(turnRad), Math.sin(turnRad)];
  const place = ([px, y, isCorner]: Point2): Point2 => {
    const x = isMirrored ? -px : px;
    return [at[0] + (x * cos - y * sin) * scale, at[1] + (x * sin + y * cos) * scale, isCorner];
  };
  const drawn = hand.fingers.map((finger): DrawnFinger => {
    const centre = spread2(sample2(finger.line.map(place), 8), 18);
    const outline = ribbon(centre, (t) => finger.halfWidth * scale * fingerWidth(t));
    return { finger, centre, path: splinePath(outline, true) };
  });
  const palm = splinePath(hand.palm.map(place), true);
  const line = isInked ? skin.line : skin.deep;
  const contour = { fill: line, stroke: line, strokeWidth: (isInked ? look.ink * 2 : 3.4) * unit };
  for (const { path } of drawn) document.path(path, contour);
  document.path(palm, contour);
  for (const item of drawn) if (!item.finger.isOver) drawFinger(scene, item, scale);
  document.path(palm, { fill: skin.base });
  scene.within(document.clipPath(palm), () => {
    for (const shade of hand.shades ?? []) scene.shape(shade.map(place), skin.shadow, { opacity: 0.75 });
  });
  for (const crease of hand.lines ?? []) scene.stroke(crease.map(place), 2.2, skin.line, { opacity: 0.5 });
  for (const item of drawn) if (item.finger.isOver) drawFinger(scene, item, scale);
}

function drawFinger(scene: Scene, { finger, centre, path }: DrawnFinger, scale: number): void {
  const { document, unit, isInked } = scene;
  const skin = coverOf(scene);
  const width = finger.halfWidth * scale;
  document.path(path, {
    fill: skin.base,
    stroke: isInked ? skin.line : skin.shadow,
    strokeWidth: 1.7 * unit,
  });
  scene.within(document.clipPath(path), () => {
    const shifted = centre.map(([x, y]): Point2 => [x + width * 0.78, y + width * 0.3]);
    document.path(polygonPath(ribbon(shifted, () => width * 0.55)), { fill: skin.shadow, opacity: 0.75 });
    for (const share of finger.creases ?? []) {
      const [a, b] = across(centre, share, width);
      scene.stroke([a, b], 1.8, skin.line, { opacity: 0.45 });
    }
    if (finger.hasNail && skin === scene.palette.skin) drawNail(scene, centre, width);
  });
}

/** Two points on either side of a line. */
function across(centre: readonly Point2[], share: number, width: number): [Point2, Point2] {
  const i = Math.round(clamp(share) * (centre.length - 1));
  const before = centre[Math.max(0, i - 1)];
  const after = centre[Math.min(centre.length - 1, i + 1)];
  const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
  const nx = (-(after[1] - before[1]) / length) * width * 0.7;
  const ny = ((after[0] - before[0]) / length) * width * 0.7;
  const [x, y] = centre[i];
  return [
    [x + nx, y + ny],
    [x - nx, y - ny],
  ];
}

function drawNail(scene: Scene, centre: readonly Point2[], width: number): void {
  const { skin } = scene.palette;
  const tip = centre[centre.length - 1];
  const before = centre[centre.length - 4];
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  const middle: Point2 = [tip[0] - Math.cos(angle) * width * 0.62, tip[1] - Math.sin(angle) * width * 0.62];
  scene.shape(
    ellipsePoints(middle, width * 0.62, width * 0.5, 12, angle),
    mixColours(skin.glint, '#f7c9c0', 0.45),
    { outline: skin, weight: 0.45 },
  );
  const [a, b] = [0.75, 0.35].map((share): Point2 => [
    tip[0] - Math.cos(angle) * width * share - Math.sin(angle) * width * 0.16,
    tip[1] - Math.sin(angle) * width * share + Math.cos(angle) * -width * 0.16,
  ]);
  scene.stroke([a, b], 1.8, '#ffffff', { opacity: 0.6 });
}
