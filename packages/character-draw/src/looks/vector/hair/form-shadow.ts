import { corner, inkStroke, polygonPath, type Point2 } from '@avatar/vector';
import type { Scene } from '../scene.js';
import type { HairMass } from './hair-mass.js';
import { unionPath, type HairRibbon } from './ribbons.js';

/** One large shadow over the finished mass, and a few strands that leave it. */
export function drawFormShadow(scene: Scene, mass: HairMass, ribbons: readonly HairRibbon[]): void {
  if (!scene.isInked || ribbons.length <= 3) return;
  const { rig, document, silhouette, unit } = scene;
  const { tones, isBack, cap } = mass;
  const clip = document.clipPath((cap?.path ?? '') + unionPath(rig, mass.locks));
  scene.within(clip, () => {
    if (isBack) {
      // The head shades the hair behind it.
      const [cx] = rig.view.centre;
      const nape = silhouette.outline.map(([x, y]): Point2 => [
        cx + (x - cx) * 1.12 + 6 * unit,
        y + 34 * unit,
      ]);
      document.path(polygonPath(nape), { fill: tones.line, opacity: 0.42 });
    } else if (cap) scene.shape(farSide(scene), tones.deep, { opacity: 0.46 });
  });
  if (cap && !scene.hairdo.isPressed) drawLooseStrands(scene, mass, ribbons, cap);
}

/** The side away from the light, with an edge in the rhythm of the locks. */
function farSide(scene: Scene): Point2[] {
  const { rig } = scene;
  const random = scene.person.random(5);
  const edge = Array.from({ length: 10 }, (_, i): Point2 => {
    const isTooth = i % 2 === 1;
    const azimuth = 58 - i * 1.2 + (isTooth ? -7 - 8 * random() : 3);
    const [x, y, z] = rig.scalp(azimuth, 72 - i * 13, 0.16);
    const [px, py] = rig.at(x, y, z);
    return isTooth ? corner(px, py) : [px, py];
  });
  const beyond: Point2[] = [
    [1.12, 1.9],
    [1.1, 3.8],
    [2.4, 3.8],
    [2.4, -1.6],
    [0.9, -2.2],
  ].map(([x, y], i) => {
    const [px, py] = rig.at(x, y, i < 2 ? 0.3 : 0);
    return corner(px, py);
  });
  return [...edge, ...beyond];
}

function drawLooseStrands(
  { rig, document, unit, person }: Scene,
  { tones }: HairMass,
  ribbons: readonly HairRibbon[],
  cap: { readonly fades: boolean; readonly lift: number },
): void {
  const random = person.random(71);
  const reach = 0.95 * rig.view.scale;
  const long = ribbons.filter(({ lock, centre }) => {
    const [x0, y0] = centre[0];
    const [x1, y1] = centre[centre.length - 1];
    const isSmooth = lock.profile !== 'tuft' && lock.profile !== 'rope' && lock.profile !== 'ball';
    return isSmooth && centre.length > 8 && Math.hypot(x1 - x0, y1 - y0) > reach;
  });
  if (long.length < 4) return;
  const strands = Array.from({ length: 5 }, () => {
    const { centre, halfWidth: w } = long[Math.floor(random() * long.length)];
    const last = centre.length - 1;
    const start = Math.floor(centre.length * (0.6 + 0.2 * random()));
    const [ex, ey] = centre[last];
    const [mx, my] = centre[Math.floor((start + last) / 2)];
    const side = Math.sign(mx - rig.at(0, 0, 0)[0]) || 1;
    return inkStroke(
      [
        centre[start],
        [mx + side * w * 0.75, my],
        [ex + side * w * (1 + 0.7 * random()), ey + w * 0.3 * random()],
      ],
      2.3 * unit,
      'out',
    );
  });
  document.path(strands.join(''), { fill: tones.line, opacity: 0.85 });
  if (cap.fades) return;
  const wisps = ([-1, 1] as const).map((side) => {
    const [x, y, z] = rig.scalp(side * (8 + 24 * random()), 78 + 6 * random(), cap.lift);
    const [px, py] = rig.at(x, y, z);
    const size = (side < 0 ? 1 : 0.6) * (0.7 + 0.6 * random()) * unit;
    return inkStroke(
      [
        [px, py],
        [px + side * 14 * size, py - 11 * size],
        [px + side * (28 + 12 * random()) * size, py - (7 - 8 * random()) * size],
      ],
      2.6 * unit,
      'out',
    );
  });
  document.path(wisps.join(''), { fill: tones.line, opacity: 0.9 });
}
