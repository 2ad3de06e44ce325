import { mix, smoothstep } from '@avatar/image';
import type { Point3 } from '@avatar/vector';
import type { Rig } from '../../rig/rig.js';
import { capOf, combFor, type Comb } from '../comb.js';
import type { Hairdo, Lock } from '../lock.js';

/** Locs that fall from the crown to all sides: a long layer, and a shorter one that stands off over it. */
export function locsShort(rig: Rig): Hairdo {
  const comb = combFor(rig);
  return {
    cap: capOf(comb, comb.lift * 0.7, { nape: 0.4, hairlineY: -0.86 }),
    locks: [...layer(comb, 25, 0, 0.06), ...layer(comb, 17, 9, 0.16)],
  };
}

/** @param shorter how many degrees the layer ends above the longest */
function layer(comb: Comb, count: number, shorter: number, lift: number): Lock[] {
  const { random, hair } = comb;
  const locks = Array.from({ length: count }, (_, i) => {
    const azimuth = mix(-158, 158, i / (count - 1)) + (random() - 0.5) * 7;
    const around = Math.abs(azimuth);
    const end = mix(12, -34, smoothstep(34, 82, around)) + shorter + (random() - 0.5) * 10 - hair.volume * 4;
    const up = lift * (0.8 + 0.5 * random());
    const lean = (random() - 0.5) * 10 + Math.sign(azimuth) * 4;
    const root = 84 - 14 * random();
    const centre: Point3[] = [
      comb.scalp(azimuth * 0.9, root, -0.02),
      comb.scalp(azimuth, mix(root, end, 0.35), up),
      comb.scalp(azimuth + lean * 0.5, mix(root, end, 0.7), up),
      comb.scalp(azimuth + lean, end, up * 0.7 + 0.02),
    ];
    const lock: Lock = {
      centre,
      halfWidth: 0.07 + 0.018 * random(),
      profile: 'rope',
      tone: (i % 2 === 1 ? 0.7 : -0.4) + (random() - 0.5) * 0.3,
      layer: around > 100 ? 'back' : 'front',
      isGlossy: around < 100,
      hasEdge: true,
      hasBothEdges: true,
    };
    return { lock, order: -around };
  });
  return locks.sort((a, b) => a.order - b.order).map(({ lock }) => lock);
}
