import { inkStroke, mixColours } from '@avatar/vector';
import type { Scene } from '../scene.js';

/** Hair of a few millimetres: the scalp shines through, and short strokes give it a grain. */
export function drawStubbledCap(scene: Scene): void {
  const { rig, document, palette, capPath, hairdo, unit } = scene;
  const { cap } = hairdo;
  if (!cap) return;
  const random = scene.person.random(83);
  let light = '';
  let dark = '';
  for (let i = 0; i < 260; i++) {
    const azimuth = (random() * 2 - 1) * 112;
    const elevation = -8 + random() * 92;
    const isLight = random() < 0.4;
    const from = rig.scalp(azimuth, elevation, cap.lift);
    const to = rig.scalp(azimuth * 1.02, elevation - 3.4, cap.lift);
    if (rig.turn(from)[2] < -0.1) continue;
    const stroke = inkStroke(
      [rig.at(from[0], from[1], from[2]), rig.at(to[0], to[1], to[2])],
      2.2 * unit,
      'both',
      2,
    );
    if (isLight) light += stroke;
    else dark += stroke;
  }
  const clip = document.clipPath(capPath);
  document.path(light, { fill: mixColours(palette.hair.light, palette.skin.base, 0.45), opacity: 0.6, clip });
  document.path(dark, { fill: palette.hair.line, opacity: 0.32, clip });
}
