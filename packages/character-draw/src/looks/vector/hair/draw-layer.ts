import { clamp } from '@avatar/image';
import { inkStroke, mixColours, ribbon, type Paint, type Point2 } from '@avatar/vector';
import type { HairCap, HairLayer } from '../../../hair/lock.js';
import type { Scene } from '../scene.js';
import type { HairTones } from '../tones.js';
import { drawCurlCloud } from './curl-cloud.js';
import type { HairMass } from './hair-mass.js';
import { drawFormShadow } from './form-shadow.js';
import { hairRibbon, ribbonPart, type HairRibbon } from './ribbons.js';
import { glossRange } from './sheen.js';

/** One layer of the person's hair. The cap belongs to the front. */
export function drawHairLayer(scene: Scene, layer: HairLayer, withCap = false): void {
  const { hairdo, palette, capPath } = scene;
  const cap: HairCap | undefined = withCap ? hairdo.cap : undefined;
  drawHairMass(scene, {
    locks: hairdo.locks.filter((lock) => lock.layer === layer),
    tones: palette.hair,
    isBack: layer === 'back',
    cap: cap && { path: capPath, fades: cap.fades, lift: cap.lift },
    hasSheen: hairdo.sheen !== undefined,
    isHead: true,
  });
}

/**
 * All locks are stroked before they are filled: ink shows only around their union. Inner edges are strokes that grow from root to
 * tip.
 */
export function drawHairMass(scene: Scene, mass: HairMass): void {
  const { locks, cap } = mass;
  if (locks.length === 0 && cap === undefined) return;
  const ribbons = locks.map((lock) => hairRibbon(scene.rig, lock));
  const isCloud = ribbons.length > 0 && locks.every(({ isSoft }) => isSoft);
  const paint = paints(scene, mass);
  drawContour(scene, mass, ribbons, isCloud);
  if (cap) scene.document.path(cap.path, { fill: cap.fades ? fadingPaint(scene, mass.tones) : paint(0) });
  if (isCloud) {
    drawCurlCloud(scene, ribbons, mass.tones, cap);
    return;
  }
  ribbons.forEach((item, index) => drawLock(scene, mass, item, index + 1, paint));
  if (mass.isHead) drawFormShadow(scene, mass, ribbons);
}

function drawContour(
  { rig, document, look, isInked, unit }: Scene,
  { tones, cap }: HairMass,
  ribbons: readonly HairRibbon[],
  isCloud: boolean,
): void {
  if (!isInked) return;
  const strokeWidth = look.ink * 1.7 * unit;
  const [cx, cy] = rig.at(0, -0.5, 0);
  const outer = isCloud
    ? ribbons.filter(({ centre: [[x, y]] }) => Math.hypot(x - cx, y - cy) > 0.7 * rig.view.scale)
    : ribbons;
  document.group({ shift: [0.9 * unit, 1.5 * unit] }, () => {
    for (const { path } of outer) document.path(path, { fill: tones.line, stroke: tones.line, strokeWidth });
  });
  if (!cap) return;
  const fade = document.linear(
    [0, rig.at(0, -0.9, 0)[1]],
    [0, rig.at(0, 0.1, 0)[1]],
    [
      [0, tones.line, 1],
      [0.55, tones.line, 0.6],
      [1, tones.line, 0],
    ],
  );
  document.path(cap.path, {
    fill: cap.fades ? 'none' : tones.line,
    stroke: cap.fades ? fade : tones.line,
    strokeWidth: strokeWidth * 1.15,
  });
}

/** Cropped sides run out into the skin before the ear. */
function fadingPaint({ rig, document }: Scene, { base, shadow }: HairTones): Paint {
  const colour = mixColours(base, shadow, 0.4);
  return document.linear(
    [0, rig.at(0, -0.95, 0)[1]],
    [0, rig.at(0, 0.42, 0)[1]],
    [
      [0, colour, 1],
      [0.35, colour, 0.92],
      [0.64, colour, 0.5],
      [0.84, colour, 0.03],
    ],
  );
}

/** Paint of a lock by its tone. */
function paints(
  { rig, document, isInked }: Scene,
  { tones, isBack, locks }: HairMass,
): (tone: number) => Paint {
  const { base, shadow, deep, light } = tones;
  const top: Point2 = [0, rig.at(0, -1.6, 0)[1]];
  const bottom: Point2 = [0, rig.at(0, isBack ? 2.4 : 1.3, 0)[1]];
  const spread = locks.some(({ profile }) => profile === 'rope') ? 1.6 : 1;
  return (given) => {
    const tone = given * spread;
    if (!isInked) {
      if (isBack) return mixColours(deep, shadow, 0.3);
      return tone > 0.3 ? mixColours(base, light, 0.32) : tone < -0.3 ? mixColours(base, shadow, 0.5) : base;
    }
    if (isBack)
      return document.linear(top, bottom, [
        [0, deep],
        [1, mixColours(shadow, deep, 0.4)],
      ]);
    return document.linear(top, bottom, [
      [0, mixColours(base, light, clamp(0.25 + tone * 0.3))],
      [
        0.45,
        tone > 0 ? mixColours(base, light, tone * 0.35) : mixColours(base, shadow, clamp(0.1 - tone * 0.7)),
      ],
      [1, mixColours(base, shadow, clamp(0.42 - tone * 0.6))],
    ]);
  };
}

function drawLock(
  scene: Scene,
  mass: HairMass,
  item: HairRibbon,
  index: number,
  paint: (tone: number) => Paint,
): void {
  const { rig, document, isInked } = scene;
  const { tones, isBack } = mass;
  const { lock, centre, halfWidth, path } = item;
  const isTuft = lock.profile === 'tuft';
  const isLarge = halfWidth > 0.135 * rig.view.scale;
  document.path(path, { fill: paint(Math.round(lock.tone * 2) / 2) });
  // The shade lies on the side away from the light at the upper left.
  const side = centre[centre.length - 1][1] > centre[0][1] ? -1 : 1;
  const part = (
    along: readonly [number, number],
    across: readonly [number, number],
    fill: Paint,
    opacity: number,
    steps?: number,
  ) => document.path(ribbonPart(item, along, across, steps), { fill, opacity });

  if (isInked || isLarge || isTuft)
    part(
      [0.16, 0.98],
      [side * (isInked ? 0.18 : 0.3), side * 0.95],
      isBack
        ? mixColours(tones.deep, tones.line, 0.25)
        : isInked
          ? tones.shadow
          : mixColours(tones.base, tones.shadow, 0.8),
      isInked ? (isBack ? 0.6 : 0.8) : 0.55,
    );
  if (isInked && !isBack && isLarge && !isTuft)
    part([0.05, 0.42], [-side * 0.75, -side * 0.3], tones.light, 0.4);
  if (isTuft && !isBack) part([0.1, 0.55], [-side * 0.1, -side * 0.7], tones.light, isInked ? 0.55 : 0.4, 5);
  if (lock.profile === 'rope') drawTwists(scene, item, tones, isBack);
  if (lock.isGlossy && !isBack && !mass.hasSheen && (isInked || isLarge)) {
    const range = glossRange(rig, lock);
    if (range) {
      const [start, end] = range;
      const span = end - start;
      part(
        [start + span * 0.05 * (index % 3), end - span * 0.12 * (index % 2)],
        [-0.66, -0.08],
        isInked ? tones.glint : tones.light,
        isInked ? 0.66 : 0.6,
      );
      if (isInked && isLarge) part([start + span * 0.25, end + span * 0.12], [0.12, 0.3], tones.glint, 0.5);
    }
  }
  drawEdges(scene, item, tones, index, isLarge);
}

function drawEdges(scene: Scene, item: HairRibbon, tones: HairTones, index: number, isLarge: boolean): void {
  const { lock, centre, halfWidth, profile } = item;
  const isTuft = lock.profile === 'tuft';
  const isDrawn = isLarge || isTuft || lock.profile === 'rope' || index % 2 === 1;
  if (!scene.isInked || !lock.hasEdge || lock.isSoft || !isDrawn) return;
  const outline = ribbon(centre, (t) => Math.max(1, halfWidth * profile(t)));
  const count = centre.length;
  const everyThird = (points: readonly Point2[]) => points.filter((_, i) => i % 3 === 0 || i === count - 1);
  const width = isTuft ? 2 : isLarge ? 2.5 : 1.5;
  // Long smooth locks: the line starts somewhere below the root, so that no rows of parallel lines arise.
  const start = lock.profile === 'fall' && centre.length > 12 ? [0, 2, 1, 3][index % 4] : 0;
  const near = everyThird(outline.slice(0, count)).slice(start);
  const stroke = (points: readonly Point2[], size: number, power: number, opacity: number) =>
    points.length > 1 &&
    scene.document.path(
      inkStroke(points, size * scene.unit, (t) => t ** power * (t > 0.97 ? 0.6 : 1), 5),
      { fill: tones.line, opacity },
    );
  stroke(near, width, 0.8, isLarge ? 0.75 : 0.5);
  if (lock.tone > 0.25 || lock.hasBothEdges)
    stroke(everyThird(outline.slice(count).reverse()), width * 0.9, 1.3, 0.55);
}

/** The turns of a loc. */
function drawTwists(
  scene: Scene,
  { centre, halfWidth }: HairRibbon,
  tones: HairTones,
  isBack: boolean,
): void {
  let data = '';
  for (let i = 1; i < 9; i++) {
    const j = Math.round((i / 9) * (centre.length - 1));
    const [x, y] = centre[j];
    const after = centre[Math.min(centre.length - 1, j + 1)];
    const length = Math.hypot(after[0] - x, after[1] - y) || 1;
    const tx = ((after[0] - x) / length) * halfWidth * 0.8;
    const ty = ((after[1] - y) / length) * halfWidth * 0.8;
    data += inkStroke(
      [
        [x + ty, y - tx],
        [x + tx * 0.6, y + ty * 0.6],
        [x - ty, y + tx],
      ],
      (scene.isInked ? 2 : 2.2) * scene.unit,
      'both',
      4,
    );
  }
  scene.document.path(data, {
    fill: scene.ifInked(tones.line, tones.shadow),
    opacity: isBack ? 0.3 : scene.ifInked(0.45, 0.7),
  });
}
