import type { Lock } from '../../../hair/index.js';
import type { Figure } from '../model/figure.js';
import { lineNoise, mix, type Vec3 } from '../render/maths.js';
import { BeardSheet } from './beard-sheet.js';
import { buildLock } from './lock-mesh.js';
import { buildMoustache } from './moustache.js';

/** Beard and moustache; stubble is painted. */
export function buildBeard(figure: Figure): void {
  const { style } = figure.rig.person.character.facial_hair;
  if (style === 'none' || style === 'stubble') return;
  if (style === 'goatee') goatee(figure);
  else if (style !== 'moustache') new BeardSheet(figure, style).build();
  if (style === 'full_beard' || style === 'long_beard') hangingLocks(figure, style === 'long_beard');
  buildMoustache(figure);
}

const beardStyle = (figure: Figure) => ({
  mesh: figure.mesh,
  frame: figure.headFrame,
  name: 'beard',
  colours: figure.beard,
  frizz: 2,
});

const lockOf = (
  centre: readonly Vec3[],
  halfWidth: number,
  tone: number,
  profile: Lock['profile'],
): Lock => ({
  centre,
  halfWidth,
  profile,
  tone,
  layer: 'front',
  isGlossy: false,
  hasEdge: true,
});

function hangingLocks(figure: Figure, long: boolean): void {
  const { head } = figure.rig;
  const length = long ? 0.62 : 0.2;
  const count = long ? 13 : 11;
  for (let i = 0; i < count; i++) {
    const t = (i / (count - 1)) * 2 - 1;
    const a = Math.abs(t);
    const y0 = mix(1.16, 0.5, a ** 1.5);
    const x =
      Math.sign(t) * Math.min(Math.abs(t) * mix(0.6, 0.97, a), head.halfWidth(Math.min(y0, 1.2)) * 0.98);
    if (Math.abs(x) >= 0.62) continue;
    const jitter = (lineNoise(i * 3.3, 17) - 0.5) * 0.1;
    const z = head.surface(x, y0);
    buildLock(
      beardStyle(figure),
      lockOf(
        [
          [x, y0 - 0.1, z + 0.1],
          [x * (long ? 0.95 : 1.03), y0 + 0.22 + 0.12 * (1 - a), z * 0.94 + 0.1],
          [
            x * mix(0.62, 0.98, a) * (long ? 0.9 : 1),
            mix(head.chinY + length, y0 + 0.42 + length * 0.3, a ** 0.8) + jitter + (long ? 0.2 : 0.04),
            z * 0.86 + 0.08,
          ],
        ],
        (0.2 - 0.04 * a) * 0.9,
        (lineNoise(i * 5.1, 23) - 0.5) * 0.9,
        'fall',
      ),
      200 + i,
    );
  }
}

/** Locks on the chin, and thin ones from the corners of the mouth down to them. */
function goatee(figure: Figure): void {
  const { mouth } = figure.face;
  const { chinY } = figure.rig.head;
  const on = (x: number, y: number, lift: number): Vec3 => [x, y, figure.headSurface.frontAt(x, y) + lift];
  const below = mouth.y + mouth.lowerBorder(0) + 0.05;
  const order = [-3, 3, -2, 2, -1, 1, 0];
  order.forEach((k, i) => {
    const t = k / 3;
    const low = chinY + 0.1 - 0.1 * t * t;
    buildLock(
      beardStyle(figure),
      lockOf(
        [
          on(t * 0.2, mix(below, chinY - 0.12, t * t * 0.6), 0.01),
          on(t * 0.21, mix(below, chinY, 0.6), 0.05),
          [t * 0.15, low, figure.headSurface.frontAt(t * 0.15, chinY - 0.12) + 0.02],
        ],
        0.085,
        (lineNoise(i * 4.3, 29) - 0.5) * 0.8,
        'fall',
      ),
      260 + i,
    );
  });
  for (const side of [-1, 1])
    for (let i = 0; i < 2; i++) {
      const x = side * (mouth.half + 0.06 - 0.05 * i);
      buildLock(
        beardStyle(figure),
        lockOf(
          [
            on(x, mouth.y + mouth.upperEdge(1) - 0.02, 0.012),
            on(x * 1.02, mix(mouth.y, chinY, 0.35), 0.025),
            on(side * 0.2, chinY - 0.1, 0.03),
          ],
          0.042,
          -0.2 + 0.4 * i,
          'leaf',
        ),
        270 + i + side,
      );
    }
}
