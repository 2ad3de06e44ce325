import type { HairStyle, HairTexture } from '@avatar/character';
import { seededRandom } from '@avatar/image';
import { curls, type CurlPlace } from './curls.js';
import type { Hairdo, Lock } from './lock.js';
import { waved, type Wave } from './wave.js';

/** Short and bound hair is groomed smooth; its texture comes on top. Long hair has its own waves already. */
const SMOOTH: Partial<Record<HairStyle, 'curls' | 'ripples'>> = {
  crop: 'curls',
  side_part: 'curls',
  quiff: 'curls',
  pixie: 'curls',
  undercut: 'curls',
  mohawk: 'ripples',
  slick_back: 'ripples',
  bun: 'ripples',
  top_bun: 'ripples',
  receding: 'ripples',
};

const RIPPLES: Readonly<Record<HairTexture, Wave | undefined>> = {
  straight: undefined,
  wavy: { amplitude: 0.045, frequency: 1.5, from: 0.2, coherence: 0.6 },
  curly: { amplitude: 0.05, frequency: 2.6, from: 0.12, coherence: 1 },
  coily: { amplitude: 0.04, frequency: 4, from: 0.05, coherence: 1.4 },
};

/** Waves in the locks of short hair, and curls at their tips. */
export function withTexture(hairdo: Hairdo, style: HairStyle, texture: HairTexture): Hairdo {
  const kind = SMOOTH[style];
  const wave = RIPPLES[texture];
  if (kind === undefined || wave === undefined) return hairdo;
  const random = seededRandom(77);
  const isFree = ({ layer, profile }: Lock) => layer === 'front' && profile !== 'tuft' && profile !== 'ball';
  const locks = hairdo.locks.map((lock, i) =>
    isFree(lock) ? { ...lock, centre: waved(lock.centre, wave, i / hairdo.locks.length, random) } : lock,
  );
  if (kind === 'ripples' || texture === 'wavy') return { ...hairdo, locks };
  return { ...hairdo, locks: [...locks, ...curledTips(locks.filter(isFree), texture)], sheen: undefined };
}

/** A curl at each tip, and for coils one more below it. */
function curledTips(locks: readonly Lock[], texture: HairTexture): Lock[] {
  const places = locks
    .filter(({ halfWidth }) => halfWidth > 0.1)
    .flatMap(({ centre, halfWidth }): CurlPlace[] => {
      const at = (share: number) => centre[Math.round(share * (centre.length - 1))];
      const size = halfWidth / 0.16;
      const shares = texture === 'coily' ? [0.5, 0.72, 0.96] : [0.62, 0.94];
      return shares.map((share) => [at(share), size * (share > 0.9 ? 1.05 : 0.9)]);
    });
  return curls(places, texture === 'coily' ? 0.1 : 0.13, { windingRad: texture === 'coily' ? 5 : 4.2 });
}
