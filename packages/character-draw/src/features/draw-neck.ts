import { polygonPath, splinePath } from '@avatar/vector';
import { torsoOutline } from '../rig/body.js';
import type { Scene } from '../looks/vector/scene.js';

/** Skin from the chin to the chest; what the clothes leave open shows it. */
export function drawNeck(scene: Scene): void {
  const { rig, palette, silhouette } = scene;
  const { skin } = palette;
  const torso = torsoOutline(rig.body, scene.hasHangingArms);
  const path = splinePath([...scene.body(torso.left), ...scene.body(torso.right).reverse()], true);
  const bottom = Math.round(rig.onBody(0, rig.body.top + 1)[1]);
  const { document } = scene;
  scene.fill(path, skin.base, {
    outline: skin,
    clip: document.clipPath(`M0 0H${scene.canvas.width}V${bottom}H0Z`),
  });
  scene.within(document.clipPath(path), () => {
    // The chin throws its shadow: the outline of the face, dropped to the right.
    const chin = (dx: number, dy: number) => polygonPath(scene.shifted(silhouette.outline, dx, dy));
    document.path(chin(10, scene.ifInked(40, 46)), { fill: skin.shadow });
    if (scene.isInked) document.path(chin(8, 12), { fill: skin.deep, opacity: 0.55 });
  });
  drawTendons(scene);
}

function drawTendons(scene: Scene): void {
  const { rig, palette } = scene;
  const { masculine } = scene.person;
  const { neck } = rig.body;
  for (const side of [-1, 1]) {
    scene.stroke(
      [
        rig.onBody(side * 0.13, 2.17, 0.4),
        rig.onBody(side * 0.5, 2.07, 0.35),
        rig.onBody(side * 0.95, 2.1, 0.2),
      ],
      2.6,
      palette.skin.line,
      { opacity: 0.45 },
    );
    scene.stroke(
      [
        rig.onBody(side * (neck - 0.1), 1.55, 0.1),
        rig.onBody(side * 0.28, 1.95, 0.3),
        rig.onBody(side * 0.1, 2.13, 0.4),
      ],
      2.2,
      palette.skin.line,
      { opacity: 0.08 + 0.26 * masculine },
    );
  }
  if (masculine > 0.6)
    scene.stroke(
      [rig.onBody(-0.05, 1.62, 0.4), rig.onBody(0.03, 1.72, 0.45), rig.onBody(-0.02, 1.8, 0.42)],
      2.4,
      palette.skin.line,
      { opacity: 0.4 },
    );
}
