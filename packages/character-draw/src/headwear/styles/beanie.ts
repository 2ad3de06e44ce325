import { mixColours } from '@avatar/vector';
import type { Headwear } from '../milliner.js';

/** A knitted cap with a turned edge. */
export const beanie: Headwear = {
  front: (milliner) => {
    const { scene, tones } = milliner;
    const { rig, document } = scene;
    if (scene.character.headwear.plume)
      milliner.disc(milliner.at(0, -1.9, 0.1), 0.32, milliner.second.base, milliner.second);
    milliner.faceShadow(
      scene.face([
        [-0.95, -0.2],
        [0, -0.42],
        [0.95, -0.16],
        [0.95, -1],
        [-0.95, -1],
      ]),
    );
    const crown = scene.shape([...milliner.dome(0.24, 1.5, 1.12), milliner.at(0, -0.6, 1.1)], tones.base, {
      outline: tones,
      weight: 1.3,
      isHeavy: true,
    });
    scene.within(document.clipPath(crown), () => {
      scene.shape(
        milliner.points([
          [0.3, -1.9, 0.4],
          [0.7, -1.4, 0.7],
          [0.84, -0.7, 0.7],
          [1.6, -0.7, 0],
          [1.4, -1.7, 0],
        ]),
        tones.shadow,
        { opacity: 0.8 },
      );
      for (let i = -5; i <= 5; i++) {
        const x = i / 5.2;
        milliner.seam(
          milliner.points([
            [x * 0.2, -1.72, 0.3],
            [x * 0.8, -1.4, 0.85 - 0.5 * x * x],
            [x * 1.08, -0.8, 1.06 - 0.9 * x * x],
          ]),
          2,
          tones,
          0.4,
        );
      }
      scene.stroke(
        milliner.points([
          [-0.3, -1.66, 0.5],
          [-0.76, -1.36, 0.5],
          [-1, -0.96, 0.4],
        ]),
        9,
        tones.light,
        { opacity: 0.6 },
      );
    });
    const low = (azimuth: number) => -0.38 - 0.18 * Math.cos(azimuth);
    const edge = [
      ...milliner.around(low, 1.2, 1.24),
      ...milliner.around((azimuth) => low(azimuth) - 0.43, 1.2, 1.22).reverse(),
    ];
    const band = scene.shape(edge, mixColours(tones.base, tones.light, 0.4), {
      outline: tones,
      weight: 1.2,
      isHeavy: true,
    });
    scene.within(document.clipPath(band), () => {
      scene.shape(
        milliner.points([
          [0.5, -1.1, 1],
          [0.62, -0.4, 1],
          [1.4, -0.2, 0],
          [1.4, -1, 0],
        ]),
        tones.shadow,
        { opacity: 0.7 },
      );
      for (let i = -9; i <= 9; i++) {
        const x = i / 9.3;
        const sag = 0.1 * x * x;
        scene.stroke(
          [
            rig.at(x, -0.46 + sag, rig.head.surface(x * 0.95, -0.5) + 0.1),
            rig.at(x, -1 + sag, rig.head.surface(x * 0.95, -0.6) + 0.15),
          ],
          2.2,
          scene.ifInked(tones.line, tones.deep),
          { opacity: 0.5 },
        );
      }
    });
  },
};
