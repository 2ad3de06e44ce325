import { showsEarrings, showsFlower } from '../../unsupported.js';
import { dimmed, linear } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { Material } from '../render/materials.js';
import type { Vec3 } from '../render/maths.js';
import { Milliner } from './milliner.js';

const ring = (centre: Vec3, radius: number, count: number, place: (c: number, s: number) => Vec3): Vec3[] =>
  Array.from({ length: count }, (_, i) => {
    const a = (i / (count - 1)) * 2 * Math.PI;
    const p = place(Math.cos(a) * radius, Math.sin(a) * radius);
    return [centre[0] + p[0], centre[1] + p[1], centre[2] + p[2]];
  });

/** Earrings, a ring in the nose, a flower in the hair. */
export function buildJewellery(figure: Figure): void {
  const { character } = figure.rig.person;
  const { accessories } = character;
  const m = new Milliner(figure);
  const metal = linear(character.jewellery.hex);
  const { nose, ears, earSize, earLift } = figure.face;
  const lobe: Vec3 = [figure.rig.head.halfWidth(0.15) + 0.06 + earLift * 0.4, 0.17 + 0.27 * earSize, -0.06];
  if (ears !== 'none' && showsEarrings(character))
    for (const side of [-1, 1]) {
      const at: Vec3 = [side * lobe[0], lobe[1], lobe[2]];
      m.part('earrings', Material.Metal);
      if (accessories.includes('earrings'))
        m.ball([at[0], at[1], at[2] + 0.06], [0.05, 0.05, 0.05], metal, 16);
      if (accessories.includes('hoops'))
        m.bar(
          ring([at[0] + side * 0.01, at[1] + 0.19, at[2]], 0.18, 29, (c, s) => [s * 0.85, -c, s * 0.25]),
          0.026,
          metal,
          44,
          () => [0, 0, 1],
          1,
          8,
        );
    }
  if (accessories.includes('nose_ring')) {
    m.part('nose_ring', Material.Metal);
    const at: Vec3 = [
      nose.wing * 0.98,
      nose.base + 0.02,
      figure.headSurface.frontAt(nose.wing * 0.9, nose.base - 0.02),
    ];
    m.bar(
      ring(at, 0.052, 17, (c, s) => [s, -c, 0.01]),
      0.012,
      metal,
      24,
      () => [0, 0, 1],
      1,
      6,
    );
  }
  if (accessories.includes('flower') && showsFlower(character)) flower(m, linear(character.flower.hex));
}

function flower(m: Milliner, colour: Vec3): void {
  const centre: Vec3 = [0.98, -0.42, 0.86];
  m.part('flower', Material.Moist);
  for (let i = 0; i < 5; i++) {
    const a = -Math.PI / 2 + i * ((2 * Math.PI) / 5);
    const p: Vec3 = [centre[0] + Math.cos(a) * 0.15, centre[1] + Math.sin(a) * 0.15, centre[2] + 0.02];
    m.ball(p, [0.135, 0.135, 0.055], dimmed(colour, 0.96 + 0.05 * (i % 2)), 18);
  }
  m.ball([centre[0], centre[1], centre[2] + 0.06], [0.065, 0.065, 0.055], linear('#ffd65c'), 14);
}
