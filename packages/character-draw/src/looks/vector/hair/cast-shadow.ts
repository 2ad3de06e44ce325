import { lightnessOf } from '@avatar/vector';
import type { Scene } from '../scene.js';
import { unionPath } from './ribbons.js';

/** The front hair shades the face: its own shape, dropped to the right. */
export function drawCastShadow(scene: Scene): void {
  const { hairdo, rig, capPath, palette, unit, isInked } = scene;
  const low = hairdo.locks.filter(
    ({ layer, centre }) => layer === 'front' && centre.some(([, y, z]) => y > -1.02 && z > -0.2),
  );
  const shadow = capPath + unionPath(rig, low, 11);
  if (shadow === '') return;
  const isDark = lightnessOf(scene.character.skin.hex) < 0.5;
  const { document } = scene;
  scene.within(scene.faceClip, () => {
    document.group({ shift: [5 * unit, (isInked ? 15 : 13) * unit] }, () =>
      document.path(shadow, { fill: palette.skin.shadow }),
    );
    if (isInked)
      document.group({ shift: [2 * unit, 5 * unit] }, () =>
        document.path(shadow, { fill: palette.skin.deep, opacity: isDark ? 0.5 : 0.75 }),
      );
  });
}
