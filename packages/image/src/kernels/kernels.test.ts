import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inKernels } from './kernels.js';
import { createPlane, mapPlane } from '../planes/plane.js';

const MEGABYTE = 1024 * 1024;
const side = fc.integer({ min: 1, max: 19 });

describe('kernels', () => {
  it('are what their sources compile to', async () => {
    const build = fileURLToPath(new URL('../../kernels/build.mjs', import.meta.url));
    await expect(promisify(execFile)(process.execPath, [build, '--check'])).resolves.toBeDefined();
  });

  it('get planes of any size and give them back', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const plane = mapPlane(createPlane(width, height), (_, i) => i + 1);
        const [first, second] = inKernels((memory) => {
          const grid = memory.place(plane);
          memory.place(createPlane(height, width, -1));
          return [memory.take(grid), memory.take(grid)];
        });
        expect(first).toEqual(plane);
        expect(second.data.buffer).not.toBe(first.data.buffer);
      }),
    );
  });

  it('start from the same address after a failure too', () => {
    const address = () => inKernels((memory) => memory.createGrid(5, 5).at);
    const before = address();
    const failing = () =>
      inKernels((memory) => {
        memory.createGrid(100, 100);
        throw new Error('made up');
      });
    expect(failing).toThrow('made up');
    expect(address()).toBe(before);
  });

  it('do not keep the memory that one huge picture needed', () => {
    const sizeBytes = () => inKernels((memory) => memory.sizeBytes);
    const grown = inKernels((memory) => {
      memory.reserve(100 * MEGABYTE);
      return memory.sizeBytes;
    });
    expect(grown).toBeGreaterThan(100 * MEGABYTE);
    expect(sizeBytes()).toBeLessThan(MEGABYTE);
  });
});
