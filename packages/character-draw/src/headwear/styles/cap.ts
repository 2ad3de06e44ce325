import { mix } from '@avatar/image';
import { corner, ellipsePoints, mixColours, splinePath, type Point2 } from '@avatar/vector';
import type { Headwear, Milliner } from '../milliner.js';

export const cap: Headwear = {
  front: (milliner) => {
    const { scene, tones } = milliner;
    const { document } = scene;
    const dome = milliner.dome(0.2, 1.5, 1.03);
    const band = milliner.points([
      [1.1, -0.42, 0.1],
      [0.92, -0.56, 0.62],
      [0.5, -0.66, 0.98],
      [0, -0.7, 1.12],
      [-0.5, -0.66, 0.98],
      [-0.92, -0.56, 0.62],
      [-1.1, -0.42, 0.1],
    ]);
    milliner.faceShadow(
      scene.face([
        [-0.95, -0.3],
        [-0.6, -0.3],
        [0, -0.34],
        [0.6, -0.26],
        [0.95, -0.2],
        [0.95, -1],
        [-0.95, -1],
      ]),
    );
    const crown = splinePath([...dome, ...band], true);
    scene.fill(
      crown,
      document.linear(
        [0, dome[14][1]],
        [0, band[3][1]],
        [
          [0, mixColours(tones.base, tones.light, 0.5)],
          [1, tones.base],
        ],
      ),
      { outline: tones, weight: 1.3, isHeavy: true },
    );
    scene.within(document.clipPath(crown), () => {
      scene.shape(
        milliner.points([
          [0.35, -1.7, 0.5],
          [0.75, -1.1, 0.8],
          [0.9, -0.5, 0.7],
          [1.5, -0.4, 0],
          [1.3, -1.5, 0],
        ]),
        tones.shadow,
        { opacity: 0.8 },
      );
      for (const seam of [
        [
          [0, -1.65, 0.1],
          [0, -1.3, 0.85],
          [0, -0.7, 1.15],
        ],
        [
          [0.05, -1.65, 0.05],
          [0.62, -1.3, 0.5],
          [0.8, -0.6, 0.75],
        ],
        [
          [-0.05, -1.65, 0.05],
          [-0.62, -1.3, 0.5],
          [-0.8, -0.6, 0.75],
        ],
      ] as const)
        scene.stroke(milliner.points(seam), 2, tones.line, { taper: 'none', opacity: 0.5 });
    });
    milliner.disc(milliner.at(0, -1.62, 0.1), 0.06, tones.shadow, tones, 0.8);
    drawBadge(milliner);
    drawBrim(milliner);
  },
};

function drawBadge({ scene, tones, second }: Milliner): void {
  const { rig } = scene;
  const [x, y] = rig.at(0, -1.02, 1.1);
  const size = 0.2 * rig.view.scale;
  scene.shape(ellipsePoints([x, y], size * Math.cos(rig.view.yawRad), size, 20), second.base, {
    outline: tones,
    weight: 0.8,
  });
  scene.shape(
    [
      corner(x, y - size * 0.55),
      corner(x + size * 0.5, y + size * 0.4),
      corner(x - size * 0.5, y + size * 0.4),
    ],
    tones.base,
  );
}

/** A curved tongue, pushed forward and seen from slightly above. */
function drawBrim(milliner: Milliner): void {
  const { scene, tones } = milliner;
  const { brim } = scene.character.headwear;
  const front = Array.from({ length: 15 }, (_, i) => {
    const angle = -1.45 + (2.9 * i) / 14;
    return milliner.at(
      Math.sin(angle),
      -0.54 + mix(0.12, 0.32, brim) * Math.cos(angle),
      0.55 + Math.cos(angle) * mix(0.9, 1.4, brim),
    );
  });
  const back = milliner.points([
    [0.94, -0.54, 0.62],
    [0.5, -0.66, 0.98],
    [0, -0.71, 1.12],
    [-0.5, -0.66, 0.98],
    [-0.94, -0.54, 0.62],
  ]);
  scene.shape([...front, ...back], mixColours(tones.base, tones.shadow, 0.45), {
    outline: tones,
    weight: 1.3,
    isHeavy: true,
  });
  const inset = (dy: number) => front.slice(2, 13).map(([x, y]): Point2 => [x, y - dy * scene.unit]);
  scene.stroke(inset(7), 3, tones.light, { opacity: 0.8 });
  scene.stroke(inset(13), 1.6, tones.deep, { opacity: 0.6 });
}
