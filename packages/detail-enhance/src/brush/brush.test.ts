import { createPlanar, createPlane, luma, shrink } from '@avatar/image';
import type { PlanarImage } from '@avatar/stage';
import type { Brushwork } from '@avatar/styles';
import { describeStage, structuralSimilarity, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { detailEnhance } from '../detail-enhance.js';
import { textured } from '../fixtures/textures.js';
import { TEXTURE_WIDTH, brushTextures } from './brush-texture.js';
import { linen } from './canvas.js';
import { finenessMap } from './fineness.js';
import { FIELD_SHRINK, orientationField } from './orientation-field.js';
import { paintPicture } from './paint-picture.js';
import { paintStroke } from './paint-stroke.js';
import type { Stroke } from './stroke.js';

const SIZE = 256;
const { face, cutout, regions } = syntheticArtifacts({ sizePx: SIZE });
const brushwork: Brushwork = {
  broadest: 0.058,
  finest: 0.0064,
  layers: 4,
  length: 4.5,
  colourVariation: 0.5,
  relief: 0.5,
};

const painted = (image: PlanarImage, intensity = 1, seed = 1, own: Partial<Brushwork> = {}) =>
  paintPicture({
    image,
    alpha: cutout.alpha,
    regions,
    landmarks: face.landmarks,
    headHeightPx: face.headHeightPx,
    brushwork: { ...brushwork, ...own },
    intensity,
    seed,
    checkpoint: () => {},
  });

const grainy = textured(face.crop, 0.02, 3);

describe('paintPicture', () => {
  it('paints the same strokes for the same seed, others for another', () => {
    const first = painted(grainy);
    expect(painted(grainy)).toEqual(first);
    expect(painted(grainy, 1, 2).planes[0]).not.toEqual(first.planes[0]);
  });

  it('comes from the picture, step by step, and is half there at 0.3', () => {
    const similarities = [0.02, 0.3, 0.6, 1].map((t) => structuralSimilarity(painted(grainy, t), grainy));
    expect(similarities[0]).toBeGreaterThan(0.99);
    for (let i = 1; i < similarities.length; i++) expect(similarities[i]).toBeLessThan(similarities[i - 1]);
    const [whole, part] = [painted(grainy).planes[0], painted(grainy, 0.3).planes[0]];
    const at = whole.findIndex((value, i) => Math.abs(value - grainy.planes[0][i]) > 0.1);
    const share = (part[at] - grainy.planes[0][at]) / (whole[at] - grainy.planes[0][at]);
    expect(share).toBeCloseTo(0.51, 3);
  });

  it('leaves no pixel as it was, and none out of range', () => {
    const { planes } = painted(grainy);
    let same = 0;
    for (let i = 0; i < SIZE * SIZE; i++) {
      if (planes[1][i] === grainy.planes[1][i]) same++;
      if (!(planes[1][i] >= 0 && planes[1][i] <= 1)) expect.fail(`${planes[1][i]} is out of range`);
    }
    expect(same).toBeLessThan(0.01 * SIZE * SIZE);
  });

  it('keeps the colours of the whole', () => {
    const mean = (plane: Float32Array) => plane.reduce((sum, value) => sum + value, 0) / plane.length;
    const { planes } = painted(grainy);
    for (let channel = 0; channel < 3; channel++)
      expect(mean(planes[channel])).toBeCloseTo(mean(grainy.planes[channel]), 1.5);
  });

  it('draws eyes more finely than the backdrop', () => {
    const image = createPlanar(SIZE, SIZE);
    for (const plane of image.planes)
      for (let i = 0; i < plane.length; i++) plane[i] = 0.5 + 0.3 * Math.sin((i % SIZE) * 0.8);
    const { planes } = painted(image, 1, 1, { relief: 0, colourVariation: 0 });
    const off = (where: (i: number) => boolean) => {
      let [sum, count] = [0, 0];
      for (let i = 0; i < planes[0].length; i++) {
        if (!where(i)) continue;
        sum += Math.abs(planes[0][i] - image.planes[0][i]);
        count++;
      }
      return sum / count;
    };
    const eyes = off((i) => regions.eyes.data[i] > 0.9);
    expect(eyes).toBeLessThan(0.6 * off((i) => cutout.alpha.data[i] === 0));
  });

  it('is flatter without relief', () => {
    const grey = createPlanar(SIZE, SIZE);
    for (const plane of grey.planes) plane.fill(0.5);
    const spread = (relief: number) => {
      const plane = painted(grey, 1, 1, { relief, colourVariation: 0 }).planes[0];
      return Math.sqrt(plane.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / plane.length);
    };
    expect(spread(1)).toBeGreaterThan(1.5 * spread(0));
  });
});

describe('orientationField', () => {
  const stripes = (dx: number, dy: number) => {
    const image = createPlanar(SIZE, SIZE);
    for (let y = 0, i = 0; y < SIZE; y++)
      for (let x = 0; x < SIZE; x++, i++)
        for (const plane of image.planes) plane[i] = 0.5 + 0.3 * Math.sin(0.5 * (x * dy - y * dx));
    return orientationField(luma(image));
  };

  it.each([
    [1, 0],
    [0, 1],
    [Math.SQRT1_2, Math.SQRT1_2],
    [Math.SQRT1_2, -Math.SQRT1_2],
  ])('follows stripes along (%d, %d)', (dx, dy) => {
    const field = stripes(dx, dy);
    const middle = (field.x.width >> 1) * (field.x.width + 1);
    expect(Math.abs(field.x.data[middle] * dx + field.y.data[middle] * dy)).toBeGreaterThan(0.99);
    expect(field.anisotropy.data[middle]).toBeGreaterThan(0.9);
  });

  it('has one direction where there is nothing to be seen', () => {
    const { x, y, anisotropy } = orientationField(createPlane(SIZE, SIZE, 0.4));
    for (let i = 1; i < x.data.length; i++) {
      expect(x.data[i] * x.data[0] + y.data[i] * y.data[0]).toBeCloseTo(1, 3);
      expect(anisotropy.data[i]).toBeLessThan(0.1);
    }
  });
});

describe('finenessMap', () => {
  const width = Math.ceil(SIZE / FIELD_SHRINK);
  const calm = finenessMap(cutout.alpha, regions, face.landmarks, createPlane(width, width));
  const at = (index: number) => {
    const [x, y] = [face.landmarks.points[index * 3], face.landmarks.points[index * 3 + 1]];
    return calm.data[Math.floor(y / FIELD_SHRINK) * width + Math.floor(x / FIELD_SHRINK)];
  };

  it('asks for the finest brush at eyes and mouth, a finer one on the face than beside it', () => {
    for (const mask of [regions.eyes, regions.lips]) {
      const inside = shrink(mask, FIELD_SHRINK).data.findIndex((value) => value > 0.99);
      expect(calm.data[inside]).toBeGreaterThan(0.95);
    }
    expect(at(50)).toBeLessThan(0.8);
    expect(at(50)).toBeGreaterThan(calm.data[0]);
  });

  it('asks for finer brushes where there are strands, on the person only', () => {
    const busy = finenessMap(cutout.alpha, regions, face.landmarks, createPlane(width, width, 0.1));
    const shoulder = (width - 2) * width + (width >> 1);
    expect(busy.data[shoulder]).toBeGreaterThan(calm.data[shoulder] + 0.1);
    expect(busy.data[0]).toBe(calm.data[0]);
  });
});

describe('paintStroke', () => {
  const [texture] = brushTextures(1, 4);
  const stroke: Stroke = {
    x: 32,
    y: 32,
    directionX: 1,
    directionY: 0,
    back: 20,
    ahead: 20,
    bend: 0,
    halfWidth: 6,
    colour: [1, 0.5, 0.2],
    load: 1,
  };
  const coverage = (own: Partial<Stroke> = {}) => {
    const image = createPlanar(64, 64);
    paintStroke({ planes: image.planes, relief: createPlane(64, 64) }, { ...stroke, ...own }, texture);
    return image.planes[0];
  };

  it('stays within its width and length, and covers its middle', () => {
    const plane = coverage();
    for (let y = 0, i = 0; y < 64; y++)
      for (let x = 0; x < 64; x++, i++)
        if (Math.abs(x + 0.5 - 32) > 20 || Math.abs(y + 0.5 - 32) > 6) expect(plane[i]).toBe(0);
    expect(plane[32 * 64 + 32]).toBeGreaterThan(0.5);
  });

  it('bends to the side that it is told', () => {
    const ends = coverage({ bend: 0.03 });
    const [bent, straight] = [(32 + 9) * 64 + 48, 32 * 64 + 48];
    expect(ends[bent]).toBeGreaterThan(0.3);
    expect(ends[straight]).toBe(0);
  });

  it('may leave the canvas on any side', () => {
    for (const [x, y] of [
      [-5, 30],
      [70, 30],
      [30, -5],
      [30, 70],
    ])
      expect(() => coverage({ x, y })).not.toThrow();
  });
});

it('brushes and canvas are within range and differ', () => {
  const [first, second] = brushTextures(2, 1);
  expect(first.opacity).not.toEqual(second.opacity);
  for (const { opacity, thickness } of [first, second])
    for (let i = 0; i < opacity.length; i++) {
      expect(opacity[i]).toBeGreaterThanOrEqual(0);
      expect(opacity[i]).toBeLessThanOrEqual(1);
      expect(thickness[i]).toBeGreaterThanOrEqual(0);
    }
  expect(first.opacity.length % TEXTURE_WIDTH).toBe(0);
  expect(Math.max(...linen(32, 32, 1).data)).toBeLessThan(0.5);
});

describeStage(detailEnhance({ style: 'painterly' }), [
  { name: 'a drawn face', input: () => syntheticArtifacts({ sizePx: 256 }) },
]);
