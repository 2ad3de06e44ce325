import { inkStroke, lightnessOf, mixColours, ribbon, type Paint, type Point2 } from '@avatar/vector';
import type { Scene } from '../scene.js';
import type { HairTones } from '../tones.js';
import type { HairMass } from './hair-mass.js';
import { ribbonPart, type HairRibbon } from './ribbons.js';
import { glossRange } from './sheen.js';

/** One lock: shade, light, gloss and its inner edges. @param index decides small differences; `paint` by tone */
export function drawLock(
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

/** Lightness under which ink is lost on hair. */
const BLACK = 0.4;

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
  // On black hair only what is lit shows.
  const isBlack = !isBack && lightnessOf(tones.base) < BLACK;
  scene.document.path(data, {
    fill: isBlack ? tones.glint : scene.ifInked(tones.line, tones.shadow),
    opacity: isBack ? 0.3 : isBlack ? 0.5 : scene.ifInked(0.45, 0.7),
  });
}
