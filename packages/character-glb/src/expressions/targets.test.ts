import { fillCharacter } from '@avatar/character';
import { describe, expect, it } from 'vitest';
import { modelBust } from '../bust/model-bust.js';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { ARKIT_NAMES } from './arkit.js';
import { targetsOf } from './targets.js';
import { VISEMES } from './visemes.js';

const bust = modelBust(fillCharacter({ facial_hair: { style: 'moustache' }, hair: { style: 'bald' } }, 3));
const { figure } = bust.model;
const named = (name: string): BustMesh => bust.meshes.find((mesh) => mesh.name === name) as BustMesh;
const targets = new Map(bust.meshes.map((mesh) => [mesh.name, targetsOf(figure, mesh)]));

/** Where a target puts a vertex. */
const moved = (mesh: BustMesh, name: (typeof ARKIT_NAMES)[number], vertex: number, axis: 0 | 1 | 2): number =>
  mesh.positions[vertex * 3 + axis] + (targets.get(mesh.name)?.get(name)?.[vertex * 3 + axis] ?? 0);

describe('targetsOf', () => {
  it('has all 52 names of ARKit, over all meshes', () => {
    const found = new Set([...targets.values()].flatMap((of) => [...of.keys()]));
    expect([...ARKIT_NAMES].filter((name) => !found.has(name))).toEqual([]);
    expect(ARKIT_NAMES).toHaveLength(52);
  });

  it('moves the left side of the person at positive x', () => {
    const face = named('Face');
    const smile = targets.get('Face')?.get('mouthSmileLeft') ?? new Float32Array();
    let left = 0;
    let right = 0;
    for (let i = 0; i < smile.length; i += 3) {
      const far = Math.abs(smile[i + 1]);
      if (face.positions[i] > 0) left += far;
      else right += far;
    }
    expect(left).toBeGreaterThan(4 * right);
  });

  it('opens shut lips by a centimetre and more', () => {
    const face = named('Face');
    const lips = face.lips ?? new Int8Array();
    const heights = (lip: number, name: 'jawOpen' | 'mouthRollUpper') =>
      [...lips.keys()]
        .filter((v) => lips[v] === lip && Math.abs(face.positions[v * 3]) < 0.05)
        .map((v) => moved(face, name, v, 1));
    const gap = (name: 'jawOpen' | 'mouthRollUpper') =>
      Math.min(...heights(1, name)) - Math.max(...heights(-1, name));
    expect(gap('mouthRollUpper')).toBeLessThan(0.02);
    expect(gap('jawOpen')).toBeGreaterThan(0.12);
  });

  it('shuts the eyes over the balls', () => {
    const { eye } = figure.face;
    const [ex, ey, ez] = eye.centre;
    const face = named('Face');
    let lowest = -Infinity;
    for (let v = 0; v < face.positions.length / 3; v++) {
      const [x, y, z] = face.positions.subarray(v * 3, v * 3 + 3);
      const isUpperLid = Math.abs(x - ex) < 0.05 && y < ey && y > ey - 0.4 && z > ez + eye.ball * 0.5;
      if (isUpperLid) lowest = Math.max(lowest, moved(face, 'eyeBlinkLeft', v, 1));
    }
    expect(lowest).toBeGreaterThan(ey + eye.lower(0) * 0.4);
  });

  it('keeps a moustache on the upper lip', () => {
    const jaw = targets.get('Moustache')?.get('jawOpen') ?? new Float32Array(3);
    const middle = [...named('Moustache').positions.keys()].filter(
      (i) => i % 3 === 1 && Math.abs(named('Moustache').positions[i - 1]) < 0.1,
    );
    for (const i of middle) expect(Math.abs(jaw[i] ?? 0)).toBeLessThan(0.06);
  });

  it('mixes 15 visemes of targets that exist', () => {
    expect(Object.keys(VISEMES)).toHaveLength(15);
    for (const weights of Object.values(VISEMES))
      for (const [name, weight] of Object.entries(weights)) {
        expect(ARKIT_NAMES).toContain(name);
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThanOrEqual(1);
      }
  });
});
