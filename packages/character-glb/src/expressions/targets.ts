import type { Figure } from '@avatar/character-draw';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { ARKIT_NAMES, type ArkitName } from './arkit.js';
import { eyeMoves } from './eye-moves.js';
import { FaceFrame } from './face-frame.js';
import { lidMoves } from './lid-moves.js';
import type { FacePoint, Move, Moves } from './move.js';
import { mouthMoves, openJaw } from './mouth-moves.js';
import { upperFaceMoves } from './upper-face-moves.js';

/** Moves below this are none, head units: 0.4 mm on the face, where they are seen best, and 0.8 mm elsewhere. */
const LEAST_ON_FACE = 0.005;
const LEAST = 0.01;
/** Meshes that lie on the skin of the face and go with it. */
const ON_FACE = new Set([
  'Face',
  'MouthInside',
  'Beard',
  'Moustache',
  'Lids',
  'Brows',
  'Circuits',
  'Runes',
  'NoseRing',
]);

/** How the targets move each vertex of a mesh, by name in the order of ARKit: only those that move it at all. */
export function targetsOf(figure: Figure, mesh: BustMesh): Map<ArkitName, Float32Array> {
  const moves = movesOf(figure, mesh.name);
  const targets = new Map<ArkitName, Float32Array>();
  for (const name of ARKIT_NAMES) {
    const move = moves[name];
    const moved = move && displaced(mesh, move);
    if (moved) targets.set(name, moved);
  }
  return targets;
}

function movesOf(figure: Figure, mesh: string): Moves {
  const { eye } = figure.face;
  if (mesh === 'EyeLeft') return eyeMoves(eye, 1);
  if (mesh === 'EyeRight') return eyeMoves(eye, -1);
  const frame = new FaceFrame(figure);
  const jaw = rigidJaw(frame);
  if (mesh === 'TeethLower') return jaw;
  if (mesh === 'Tongue')
    return { ...jaw, tongueOut: ({ z }) => [0, 0.02, 0.34 * Math.max(0, (z - 0.5) / 0.4)] };
  if (mesh === 'Lashes') return { ...upperFaceMoves(frame), ...lidMoves(eye, true) };
  if (!ON_FACE.has(mesh)) return {};
  return { ...mouthMoves(frame), ...upperFaceMoves(frame), ...lidMoves(eye) };
}

/** Teeth and tongue move with the bone. */
function rigidJaw(frame: FaceFrame): Moves {
  const all = mouthMoves(frame);
  const bone =
    (move: Move | undefined): Move =>
    (p) =>
      move?.({ ...p, y: 1.3, z: 0, x: 0, lip: 1 }) ?? [0, 0, 0];
  return {
    jawOpen: (p) => openJaw(p, 1),
    jawForward: bone(all.jawForward),
    jawLeft: bone(all.jawLeft),
    jawRight: bone(all.jawRight),
  };
}

function displaced({ name, positions, lips }: BustMesh, move: Move): Float32Array | undefined {
  const moved = new Float32Array(positions.length);
  const least = name === 'Face' ? LEAST_ON_FACE : LEAST;
  let any = false;
  for (let i = 0; i < positions.length; i += 3) {
    const point: FacePoint = {
      x: positions[i],
      y: positions[i + 1],
      z: positions[i + 2],
      lip: (name === 'Moustache' ? -1 : Math.sign(lips?.[i / 3] ?? 0)) as FacePoint['lip'],
    };
    const [dx, dy, dz] = move(point);
    if (dx * dx + dy * dy + dz * dz < least * least) continue;
    any = true;
    moved.set([dx, dy, dz], i);
  }
  return any ? moved : undefined;
}
