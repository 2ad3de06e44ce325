import { createPlanar, createPlane } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { clusterColours } from './colour-clusters.js';
import { pixelArt } from './pixel-art.js';

const SIZE = 160;
const pixels = { cells: 16, colours: 4, dither: 1 };

/** A disc of smooth colour on a smooth backdrop. */
function scene() {
  const image = createPlanar(SIZE, SIZE);
  const alpha = createPlane(SIZE, SIZE);
  for (let y = 0, i = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++, i++) {
      const inside = Math.hypot(x - 80, y - 80) < 60;
      alpha.data[i] = inside ? 1 : 0;
      image.planes[0][i] = inside ? x / SIZE : 0.2;
      image.planes[1][i] = inside ? y / SIZE : 0.2;
      image.planes[2][i] = inside ? 0.4 : 0.9;
    }
  return { image, alpha };
}

function coloursOf(planes: readonly Float32Array[], where: Float32Array): Set<string> {
  const colours = new Set<string>();
  for (let i = 0; i < where.length; i++)
    if (where[i] === 1) colours.add(planes.map((plane) => plane[i].toFixed(3)).join());
  return colours;
}

describe('pixelArt', () => {
  it('makes even squares of few colours', () => {
    const { image, person } = pixelArt({ ...scene(), pixels, intensity: 1 }) ?? expect.fail('no cells');
    for (let y = 0, i = 0; y < SIZE; y++)
      for (let x = 0; x < SIZE; x++, i++) {
        const corner = (y - (y % 10)) * SIZE + (x - (x % 10));
        if (image.planes[0][i] !== image.planes[0][corner]) expect.fail(`uneven at ${x}, ${y}`);
      }
    // Each colour of the palette once more, darker, in the outline.
    expect(coloursOf(image.planes, person.data).size).toBeLessThanOrEqual(8);
  });

  it('outlines the person in the dark', () => {
    const { image, person } = pixelArt({ ...scene(), pixels, intensity: 1 }) ?? expect.fail('no cells');
    const row = 85 * SIZE;
    const edge = person.data.subarray(row, row + SIZE).indexOf(1);
    expect(image.planes[2][row + edge]).toBeLessThan(0.6 * image.planes[2][row + 80]);
  });

  it('has finer cells and more colours at a lower intensity, and none where a cell would be a pixel', () => {
    const count = (intensity: number) => {
      const art = pixelArt({ ...scene(), pixels, intensity });
      return art ? coloursOf(art.image.planes, art.person.data).size : 0;
    };
    expect(count(0.4)).toBeGreaterThan(count(1));
    expect(pixelArt({ ...scene(), pixels, intensity: 0.05 })).toBeUndefined();
  });

  it('keeps the backdrop out of the person and the person out of the backdrop', () => {
    const { image, person } = pixelArt({ ...scene(), pixels, intensity: 1 }) ?? expect.fail('no cells');
    for (let i = 0; i < person.data.length; i++)
      if (person.data[i] === 0) expect(image.planes[2][i]).toBeCloseTo(0.9, 2);
      else if (image.planes[2][i] > 0.6) expect.fail('the backdrop shows in the person');
  });
});

it('finds the colours that there are', () => {
  const points = new Float32Array([10, 0, 0, 10, 0, 0, 80, 20, 0, 80, 20, 0]);
  expect([...clusterColours(points, 2)]).toEqual([10, 0, 0, 80, 20, 0]);
  expect(clusterColours(points.subarray(0, 3), 8)).toHaveLength(3);
});
