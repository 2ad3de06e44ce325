import type { BustMesh } from './bust-mesh.js';
import type { Detail } from './simplify.js';

/** Share of the triangles that may stay, and how far a surface may move, head units: 0.01 is 0.8 millimetres. */
const DETAIL: Readonly<Record<string, Detail>> = {
  Face: { share: 0.145, error: 0.002 },
  Ears: { share: 0.2, error: 0.006 },
  EyeLeft: { share: 0.3, error: 0.01 },
  EyeRight: { share: 0.3, error: 0.01 },
  Brows: { share: 0.25, error: 0.004 },
  Lashes: { share: 0.35, error: 0.003 },
  Lids: { share: 0.35, error: 0.003 },
  Beard: { share: 0.2, error: 0.015 },
  Hair: { share: 0.28, error: 0.04 },
  HairCap: { share: 0.18, error: 0.008 },
  Jacket: { share: 0.2, error: 0.01 },
};
const OTHERS: Detail = { share: 0.26, error: 0.008 };

/** No mesh has more triangles than this. */
const MOST = 6500;

/** How finely a mesh of the bust is kept. */
export function detailOf({ name, indices }: BustMesh): Detail {
  const { share, error } = DETAIL[name] ?? OTHERS;
  return name === 'Face' ? { share, error } : { share: Math.min(share, (MOST * 3) / indices.length), error };
}
