import { describe, expect, it } from 'vitest';
import { ellipsoid } from './field.js';
import { Frame } from './frame.js';
import { evenLattice } from './lattice-samples.js';
import { Material } from './materials.js';
import { MeshBuilder } from './mesh-builder.js';
import { PaintMap } from './paint-map.js';
import { createDepthBuffer, rasterise } from './rasterise.js';
import { placeBall } from './sheet.js';
import { surfaceNets } from './surface-nets.js';
import { sweepTube } from './tube.js';
import { encodeByte, filmCurve } from './tone-curve.js';

const STILL = Frame.of('head', (p) => p);
const RED = [1, 0, 0] as const;

/** Edges of triangles that have not exactly one partner which runs the other way. */
function openEdges({ indices, indexCount }: MeshBuilder): number {
  const edges = new Set<string>();
  for (let t = 0; t < indexCount; t += 3)
    for (let i = 0; i < 3; i++) edges.add(`${indices[t + i]}>${indices[t + ((i + 1) % 3)]}`);
  return [...edges].filter((edge) => !edges.has(edge.split('>').reverse().join('>'))).length;
}

/** Volume that the triangles enclose; positive where they are wound outwards for y down. */
function volume({ indices, indexCount, positions: p }: MeshBuilder): number {
  let sum = 0;
  for (let t = 0; t < indexCount; t += 3) {
    const [a, b, c] = [indices[t] * 3, indices[t + 1] * 3, indices[t + 2] * 3];
    sum +=
      p[a] * (p[b + 1] * p[c + 2] - p[b + 2] * p[c + 1]) +
      p[a + 1] * (p[b + 2] * p[c] - p[b] * p[c + 2]) +
      p[a + 2] * (p[b] * p[c + 1] - p[b + 1] * p[c]);
  }
  return sum / 6;
}

describe('surface nets', () => {
  const mesh = new MeshBuilder().begin('ball', Material.Skin, STILL);
  surfaceNets(
    mesh,
    { at: (x, y, z) => ellipsoid(x, y, z, [0, 0, 0], [1, 0.8, 0.6]) },
    evenLattice([-1.2, -1, -0.8, 1.2, 1, 0.8], 0.07),
    () => RED,
  );

  it('close the surface and enclose its volume', () => {
    expect(openEdges(mesh)).toBe(0);
    expect(Math.abs(volume(mesh))).toBeCloseTo((4 / 3) * Math.PI * 0.48, 1);
  });

  it('give normals that point outwards', () => {
    for (let i = 0; i < mesh.vertexCount * 3; i += 3) {
      const [x, y, z] = mesh.positions.subarray(i, i + 3);
      const [nx, ny, nz] = mesh.normals.subarray(i, i + 3);
      expect(x * nx + y * ny + z * nz).toBeGreaterThan(0);
    }
  });
});

describe('tubes and balls', () => {
  it('are closed tubes', () => {
    const mesh = new MeshBuilder().begin('tube', Material.Hair, STILL);
    sweepTube(
      mesh,
      [
        [0, 0, 0],
        [0, 1, 0],
        [0.5, 2, 0],
      ],
      { width: () => 0.2, outward: () => [0, 0, 1], colour: () => RED },
    );
    expect(openEdges(mesh)).toBe(0);
  });

  it('wind like surface nets do', () => {
    const sign = (build: (mesh: MeshBuilder) => void): number => {
      const mesh = new MeshBuilder().begin('part', Material.Cloth, STILL);
      build(mesh);
      return Math.sign(volume(mesh));
    };
    const net = sign((mesh) =>
      surfaceNets(
        mesh,
        { at: (x, y, z) => ellipsoid(x, y, z, [0, 0, 0], [1, 1, 1]) },
        evenLattice([-1.2, -1.2, -1.2, 1.2, 1.2, 1.2], 0.1),
        () => RED,
      ),
    );
    const ball = sign((mesh) => placeBall(mesh, [0, 0, 0], [1, 1, 1], RED));
    const tube = sign((mesh) =>
      sweepTube(
        mesh,
        [
          [0, -1, 0],
          [0, 0, 0],
          [0, 1, 0],
        ],
        { width: () => 0.4, outward: () => [0, 0, 1], colour: () => RED },
      ),
    );
    expect([ball, tube]).toEqual([net, net]);
  });
});

describe('rasterise', () => {
  it('covers the middle of a pixel once and keeps the nearest', () => {
    const buffer = createDepthBuffer(4, 4, true);
    const far = [0, 0, 1, 4, 0, 1, 0, 4, 1];
    const near = [0, 0, 2, 2, 0, 2, 0, 2, 2];
    rasterise(
      {
        points: Float32Array.from([...far, ...near]),
        indices: Uint32Array.from([0, 1, 2, 3, 4, 5]),
        indexCount: 6,
      },
      buffer,
    );
    expect(buffer.depth[0]).toBe(2);
    expect(buffer.depth[2]).toBe(1);
    expect(buffer.owner?.[15]).toBe(0);
  });
});

describe('paint', () => {
  it('covers where the brush does and nowhere else', () => {
    const map = new PaintMap([0.5, 0.5, 0.5]);
    map.paint([-0.1, 0.4, 0.1, 0.6], RED, () => 1, 1);
    const out = new Float64Array(4);
    map.read(0, 0.5, out);
    expect([...out]).toEqual([1, 0, 0, 1]);
    map.read(0.5, 0.5, out);
    expect([...out]).toEqual([0.5, 0.5, 0.5, 0]);
  });
});

describe('tone', () => {
  it('rises, leaves the middle alone and never passes white', () => {
    expect(filmCurve(0.4)).toBe(0.4);
    let before = 0;
    for (let light = 0; light < 6; light += 0.05) {
      const now = filmCurve(light);
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
    expect(encodeByte(filmCurve(9), 0.99)).toBe(255);
    expect(encodeByte(0, 0)).toBe(0);
  });
});
