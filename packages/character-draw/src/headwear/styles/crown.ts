import { mix } from '@avatar/image';
import { corner, ellipsePoints, mixColours, polygonPath, type Point2 } from '@avatar/vector';
import type { Headwear, Milliner } from '../milliner.js';

const POINTS = 9;
const JEWELS = ['#c23b55', '#3d7fb8', '#3f9a6e'];

export const crown: Headwear = {
  back: (milliner) => {
    const { scene, metal } = milliner;
    const radius = radiusOf(milliner);
    const upper = Array.from({ length: 13 }, (_, i) => {
      const angle = mix(-1.5, 1.5, i / 12);
      return milliner.at(
        Math.sin(angle) * radius,
        -1.16 - 0.1 * Math.cos(angle) - (i % 2 === 1 ? 0 : 0.34),
        -Math.cos(angle) * 0.9,
      );
    });
    const lower = Array.from({ length: 13 }, (_, i) => {
      const angle = mix(1.5, -1.5, i / 12);
      return milliner.at(Math.sin(angle) * radius, -0.8, -Math.cos(angle) * 0.9);
    });
    scene.fill(polygonPath([...upper, ...lower]), metal.deep, { outline: metal, weight: 1.2, isHeavy: true });
  },
  front: (milliner) => {
    const { scene, metal } = milliner;
    const angles = Array.from({ length: POINTS * 2 + 1 }, (_, i) => mix(-1.5, 1.5, i / (POINTS * 2)));
    const tips = angles.map((angle, i) => {
      const isTip = i % 2 === POINTS % 2;
      const height = i === POINTS ? 0.24 : i % 4 === 1 ? 0.1 : 0;
      const [x, y] = ringPoint(milliner, angle, isTip ? -1.5 - height : -1.2);
      return corner(x, y);
    });
    const ringAt = (y: number) => angles.map((angle) => ringPoint(milliner, angle, y));
    const middle = ringAt(-1.1);
    const band = scene.shape([...tips, ...ringAt(-0.92).reverse()], metal.base, {
      outline: metal,
      weight: 1.2,
      isHeavy: true,
    });
    scene.within(scene.document.clipPath(band), () => {
      const [x, y] = ringPoint(milliner, 0.35, -1);
      scene.shape(
        [[x, 0], [x + 10, y - 60], corner(x - 14, y - 20), [x + 8, 900], [900, 900], [900, 0]],
        metal.shadow,
      );
      scene.stroke(middle, 3, metal.line, { taper: 'none' });
      scene.stroke(scene.shifted(middle.slice(2, 9), 0, 6), 4, metal.light);
      for (let i = 1; i < 9; i += 2)
        scene.stroke([tips[i], [tips[i][0] + 2, middle[i][1] - 4]], 5, metal.light, {
          taper: 'out',
          opacity: 0.9,
        });
    });
    drawPearls(milliner, tips);
    drawJewels(milliner, angles);
  },
};

const radiusOf = ({ lift }: Milliner): number => 1 + Math.max(0.16, lift + 0.05) * 0.7;

function ringPoint(milliner: Milliner, angle: number, y: number): Point2 {
  const radius = radiusOf(milliner);
  return milliner.at(Math.sin(angle) * radius, y + 0.16 * Math.cos(angle), Math.cos(angle) * radius * 0.96);
}

function drawPearls({ scene, metal }: Milliner, tips: readonly Point2[]): void {
  const { scale } = scene.rig.view;
  for (let i = 1; i < POINTS * 2; i += 2) {
    const radius = (i === POINTS ? 0.075 : 0.05) * scale;
    const [x, y] = tips[i];
    scene.shape(
      ellipsePoints([x, y - radius * 0.6], radius, radius, 12),
      mixColours(metal.base, metal.light, 0.6),
      { outline: metal, weight: 0.9 },
    );
  }
}

function drawJewels(milliner: Milliner, angles: readonly number[]): void {
  const { scene, metal } = milliner;
  const radius = 0.06 * scene.rig.view.scale;
  for (let i = 1; i < POINTS * 2; i += 2) {
    const [x, y] = ringPoint(milliner, angles[i], -1);
    const width = radius * 1.05 * Math.cos(angles[i]) + 2;
    scene.shape(ellipsePoints([x, y], width, radius, 12), JEWELS[i % 3], { outline: metal, weight: 0.6 });
    scene.shape(
      ellipsePoints([x - radius * 0.3, y - radius * 0.3], radius * 0.26, radius * 0.22, 8),
      '#ffffff',
      { opacity: 0.9 },
    );
  }
  const [x, y] = ringPoint(milliner, 0, -1.34);
  const size = scene.rig.view.scale;
  scene.shape(
    [
      corner(x, y - 0.11 * size),
      corner(x + 0.07 * size, y),
      corner(x, y + 0.11 * size),
      corner(x - 0.07 * size, y),
    ],
    JEWELS[0],
    { outline: metal, weight: 0.7 },
  );
}
