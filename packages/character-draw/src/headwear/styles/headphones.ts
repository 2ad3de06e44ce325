import { mix } from '@avatar/image';
import type { Point2 } from '@avatar/vector';
import type { Headwear, Milliner } from '../milliner.js';

export const headphones: Headwear = {
  front: (milliner) => {
    const { scene, tones, lift } = milliner;
    const { rig } = scene;
    const height = lift + 0.08;
    const arc = (offset: number) =>
      Array.from({ length: 21 }, (_, i) => {
        const angle = mix(-1.62, 1.62, i / 20);
        return milliner.at(
          Math.sin(angle) * (1.06 * rig.head.width + offset),
          -0.3 - Math.cos(angle) * (1.2 + offset),
          -0.1,
        );
      });
    scene.shape([...arc(height + 0.13), ...arc(height).reverse()], tones.base, {
      outline: tones,
      weight: 1.2,
      isHeavy: true,
    });
    scene.stroke(arc(height + 0.09).slice(4, 15), 4, tones.light, { opacity: 0.9 });
    for (const side of [-1, 1]) if (side * rig.view.yawRad <= 0.45) drawShell(milliner, side);
  },
};

function drawShell({ scene, tones, second }: Milliner, side: number): void {
  const { rig } = scene;
  const ring = (x: number, rx: number, ry: number): Point2[] =>
    Array.from({ length: 24 }, (_, i) => {
      const angle = (i / 24) * 2 * Math.PI;
      return rig.at(
        side * (1.02 * rig.head.width + x + Math.cos(angle) * rx),
        0.12 + Math.sin(angle) * ry,
        -0.1,
      );
    });
  scene.shape(ring(0.05, 0.15, 0.36), tones.deep, { outline: tones, weight: 1.1 });
  scene.shape(ring(0.17, 0.15, 0.4), tones.base, { outline: tones, weight: 1.2, isHeavy: true });
  scene.shape(ring(0.2, 0.08, 0.25), side < 0 ? tones.light : tones.shadow, { opacity: 0.9 });
  scene.shape(ring(0.21, 0.03, 0.1), second.base, { opacity: 0.9 });
}
