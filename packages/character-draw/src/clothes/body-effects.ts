import { mix } from '@avatar/image';
import { ellipsePoints, polygonPath, splinePath } from '@avatar/vector';
import { drawGlow, drawRune } from '../looks/vector/glow.js';
import { flipped, type ClothPoint, type Tailor } from './tailor.js';

/** Light on the clothes. */
export function drawBodyEffects(tailor: Tailor): void {
  const { effects } = tailor.scene.character;
  if (effects.includes('neon_circuits')) drawNeon(tailor);
  if (effects.includes('glowing_runes')) drawRunes(tailor);
}

function drawNeon(tailor: Tailor): void {
  const { scene } = tailor;
  const { glow } = scene.character;
  const s = tailor.body.shoulder;
  const lines: readonly (readonly [ClothPoint[], number])[] = [
    [
      [
        [0.9, 2],
        [0.9, 1],
        [1.2, 0.72],
        [1.2, 0.44],
        [s * 0.84, 0.3],
      ],
      4,
    ],
    [
      [
        [1.12, 2],
        [1.12, 1.16],
        [s * 0.9, 0.86],
        [s * 1.02, 0.86],
      ],
      3,
    ],
    [
      [
        [0.62, 2],
        [0.62, 1.3],
        [0.78, 1.14],
        [0.78, 0.86],
      ],
      2.6,
    ],
  ];
  scene.within(scene.torsoClip, () => {
    for (const side of [-1, 1]) {
      const colour = side < 0 ? glow.hex : glow.second;
      for (const [line, width] of lines)
        drawGlow(scene, polygonPath(tailor.points(flipped(side, line)), false), colour, width);
      for (const end of tailor.points(
        flipped(side, [
          [s * 0.84, 0.3, 0.45],
          [0.78, 0.86, 0.45],
        ]),
      ))
        drawGlow(
          scene,
          splinePath(ellipsePoints(end, 6 * scene.unit, 6 * scene.unit, 12), true),
          colour,
          2.6,
        );
    }
  });
}

function drawRunes(tailor: Tailor): void {
  const { scene } = tailor;
  const s = tailor.body.shoulder;
  scene.within(scene.torsoClip, () => {
    for (let i = 0; i < 7; i++) {
      const x = mix(-s * 0.78, s * 0.78, i / 6);
      const [at] = tailor.points([[x, 0.92 + 0.12 * Math.sin(i * 2)]]);
      drawRune(scene, at, 0.1 * scene.rig.view.scale, i, scene.character.glow.hex);
    }
  });
}
