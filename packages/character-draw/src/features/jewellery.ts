import { ellipsePoints, shade, splinePath, type Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { metalTones } from '../looks/vector/tones.js';
import { earPoint, isEarVisible } from './draw-ear.js';
import { SIDES } from './eye-shape.js';
import { isHighNecked } from '../clothes/high-necked.js';
import { noseGeometry } from './nose-shape.js';

/** Studs and hoops at the ears that show. */
export function drawEarrings(scene: Scene): void {
  const { accessories, jewellery } = scene.character;
  const hasHoops = accessories.includes('hoops');
  if (!hasHoops && !accessories.includes('earrings')) return;
  const metal = metalTones(jewellery.hex);
  const { unit, rig } = scene;
  for (const side of SIDES) {
    if (!isEarVisible(rig, side)) continue;
    const [x, y] = earPoint(rig, side, 0.12, 1);
    if (!hasHoops) {
      const stud: Point2 = [x, y - 3 * unit];
      scene.shape(ellipsePoints(stud, 6.4 * unit, 6.4 * unit, 12), metal.base, {
        outline: metal,
        weight: 0.7,
      });
      scene.shape(ellipsePoints([x - 1.8 * unit, y - 5 * unit], 2.1 * unit, 2.1 * unit, 8), metal.light);
      continue;
    }
    const radius = 20 * unit;
    const ring = ellipsePoints([x, y + radius - 4 * unit], radius * 0.82, radius, 24);
    const path = splinePath(ring, true);
    scene.line(path, 6.5, metal.line);
    scene.line(path, 4, metal.base);
    scene.stroke(ring.slice(12, 18), 2.4, metal.light);
  }
}

export function drawNecklace(scene: Scene): void {
  const { accessories, jewellery } = scene.character;
  if (!accessories.includes('necklace')) return;
  const { rig, unit } = scene;
  const { neck, top } = rig.body;
  const metal = metalTones(jewellery.hex);
  const low = isHighNecked(scene.character) ? 0.3 : 0;
  const wide = neck + low;
  const chain = [
    rig.onBody(-wide - 0.04, top - 0.3 + low, 0.1),
    rig.onBody(-wide * 0.6, top + 0.22 + low, 0.4),
    rig.onBody(0, top + 0.48 + low, 0.5),
    rig.onBody(wide * 0.6, top + 0.22 + low, 0.4),
    rig.onBody(wide + 0.04, top - 0.3 + low, 0.1),
  ];
  scene.line(splinePath(chain), 4, metal.line);
  scene.line(splinePath(chain), 2.4, metal.base);
  const [x, y] = chain[2];
  scene.shape(ellipsePoints([x, y + 7 * unit], 7 * unit, 9 * unit, 12), metal.base, {
    outline: metal,
    weight: 0.7,
  });
  scene.shape(ellipsePoints([x - 2 * unit, y + 4 * unit], 2 * unit, 3 * unit, 8), metal.light);
}

export function drawNoseRing(scene: Scene): void {
  const { accessories, jewellery } = scene.character;
  if (!accessories.includes('nose_ring')) return;
  const { rig, unit } = scene;
  const { halfWidth, baseY } = noseGeometry(rig);
  const metal = metalTones(jewellery.hex);
  const side = rig.view.yawRad > 0.2 ? -1 : 1;
  const centre = rig.at(side * halfWidth * 0.8, baseY + 0.02, rig.head.front(baseY) + 0.1);
  const ring = splinePath(ellipsePoints(centre, 4.2 * unit, 5 * unit, 14), true);
  scene.line(ring, 3.4, metal.line);
  scene.line(ring, 1.9, shade(metal.light, { light: 0.04 }));
}

/** A flower over the ear at the viewer's right. */
export function drawFlower(scene: Scene): void {
  const { accessories, flower } = scene.character;
  if (!accessories.includes('flower')) return;
  const { rig, document } = scene;
  const centre = rig.at(1.02, -0.28, 0.45);
  const size = rig.view.scale * 0.2;
  const edge = shade(flower.hex, { light: -0.3 });
  const outline = { base: flower.hex, shadow: edge, deep: edge, light: flower.hex, line: edge };
  for (let i = 0; i < 5; i++) {
    const angle = -Math.PI / 2 + (i * 2 * Math.PI) / 5;
    const middle: Point2 = [
      centre[0] + Math.cos(angle) * size * 0.82,
      centre[1] + Math.sin(angle) * size * 0.82,
    ];
    scene.shape(
      ellipsePoints(middle, size * 0.78, size * 0.56, 14, angle),
      document.radial(centre, size * 1.7, [
        [0, shade(flower.hex, { light: -0.12 })],
        [0.5, flower.hex],
        [1, shade(flower.hex, { light: 0.1 })],
      ]),
      { outline, weight: 0.8 },
    );
  }
  scene.shape(ellipsePoints(centre, size * 0.3, size * 0.3, 12), '#ffd65c', { outline, weight: 0.7 });
}
