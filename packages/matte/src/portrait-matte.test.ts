import { AvatarError } from '@avatar/stage';
import { describeStage, fakeModelHub, stageContext, syntheticArtifacts } from '@avatar/testing';
import { expect, test } from 'vitest';
import { portraitMatte } from './portrait-matte.js';

const { photo, faces } = syntheticArtifacts({ sizePx: 256 });

/** Says "person" in the middle half of both models' input, the columns from a quarter to three quarters. */
const middleIsPerson = (seen = (x: number) => Math.abs(x - 0.5) < 0.25) =>
  fakeModelHub({
    'selfie-multiclass': () => {
      const data = new Float32Array(6 * 65536);
      for (let i = 0; i < 65536; i++) data[(Math.abs((i % 256) / 256 - 0.5) < 0.25 ? 3 : 0) * 65536 + i] = 4;
      return { logits: { data, dims: [1, 6, 256, 256] } };
    },
    modnet: ({ image }) => {
      const [, , height, width] = image.dims;
      const data = new Float32Array(width * height);
      for (let i = 0; i < data.length; i++) data[i] = seen((i % width) / width) ? 1 : 0;
      return { matte: { data, dims: [1, 1, height, width] } };
    },
  });

const models = middleIsPerson();
describeStage(
  portraitMatte({ models, inputSidePx: 256 }),
  [{ name: 'a drawn person', input: () => ({ photo, faces }) }],
  { modelRuns: () => models.calls.length },
);

test('the model sees head and shoulders, sides in multiples of 32, values in [-1, 1]', async () => {
  const hub = middleIsPerson();
  const { matte } = await portraitMatte({ models: hub, inputSidePx: 256 }).run(
    { photo, faces },
    stageContext(),
  );
  const { data, dims } = hub.calls[0].feeds['image'];
  expect(hub.calls.map(({ model }) => model)).toEqual(['modnet', 'selfie-multiclass']);
  expect(dims[2] % 32).toBe(0);
  expect(dims[3] % 32).toBe(0);
  expect(Math.max(dims[2], dims[3])).toBe(256);
  for (const value of data as Float32Array) expect(Math.abs(value)).toBeLessThanOrEqual(1);
  const { region, alpha } = matte;
  expect(region.x + region.width).toBeLessThanOrEqual(256);
  expect([alpha.width, alpha.height]).toEqual([dims[3], dims[2]]);
});

test('a head on its side is shown to the model upright, and the matte lies as the photo does', async () => {
  const lying = { ...photo, image: turned(photo.image) };
  const points = faces.faces[0].landmarks.points.slice();
  for (let i = 0; i < points.length; i += 3) {
    const [x, y] = [points[i], points[i + 1]];
    points[i] = photo.image.height - y;
    points[i + 1] = x;
  }
  const lyingFaces = {
    unclear: 0,
    faces: [{ ...faces.faces[0], landmarks: { scheme: 'mesh468' as const, points } }],
  };
  const run = (input: { photo: typeof photo; faces: typeof faces }) => {
    const hub = middleIsPerson();
    return portraitMatte({ models: hub, region: 'photo', inputSidePx: 256 })
      .run(input, stageContext())
      .then(({ matte }) => ({ matte, seen: hub.calls[0].feeds['image'].data as Float32Array }));
  };
  const upright = await run({ photo, faces });
  const sideways = await run({ photo: lying, faces: lyingFaces });
  expect(sideways.seen).toEqual(upright.seen);
  const { alpha } = sideways.matte;
  expect(alpha.data[128 * 256 + 128]).toBe(1);
  expect(alpha.data[10 * 256 + 128]).toBe(0);
  expect(alpha.data[128 * 256 + 10]).toBe(1);
});

/** Clockwise by a right angle, square pictures only. */
function turned(image: typeof photo.image): typeof photo.image {
  const { width, height } = image;
  const data = new Uint8Array(image.data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++)
        data[(x * height + (height - 1 - y)) * 3 + c] = image.data[(y * width + x) * 3 + c];
  return { ...image, data };
}

test('where the matte model sees nobody, the coarse one says who is there', async () => {
  const hub = middleIsPerson(() => false);
  const { matte } = await portraitMatte({ models: hub, inputSidePx: 256 }).run(
    { photo, faces },
    stageContext(),
  );
  const middle = Math.floor(matte.alpha.height / 2) * matte.alpha.width + Math.floor(matte.alpha.width / 2);
  expect(matte.alpha.data[middle]).toBe(1);
  expect(matte.alpha.data[middle - Math.floor(0.15 * matte.alpha.width)]).toBeGreaterThan(0.9);
});

test('a matte that lost a part of the head is tried once more, on a picture with more contrast', async () => {
  const hub = fakeModelHub({
    'selfie-multiclass': () => {
      const data = new Float32Array(6 * 65536);
      data.fill(4, 0, 65536);
      return { logits: { data, dims: [1, 6, 256, 256] } };
    },
    modnet: ({ image }) => {
      const [, , height, width] = image.dims;
      return { matte: { data: new Float32Array(width * height), dims: [1, 1, height, width] } };
    },
  });
  await portraitMatte({ models: hub, inputSidePx: 256 }).run({ photo, faces }, stageContext());
  expect(hub.calls.map(({ model }) => model)).toEqual([
    'modnet',
    'selfie-multiclass',
    'modnet',
    'selfie-multiclass',
  ]);
  expect(hub.calls[2].feeds['image'].data).not.toEqual(hub.calls[0].feeds['image'].data);
});

test('where the coarse model cannot be had, the matte model decides alone', async () => {
  const hub = fakeModelHub({
    modnet: ({ image }) => {
      const [, , height, width] = image.dims;
      return { matte: { data: new Float32Array(width * height).fill(1), dims: [1, 1, height, width] } };
    },
  });
  const run = portraitMatte({ models: hub, inputSidePx: 256 }).run({ photo, faces }, stageContext());
  expect((await run).matte.alpha.data.every((opacity) => opacity === 1)).toBe(true);
});

test('without a face the photo is rejected', async () => {
  const run = portraitMatte({ models: middleIsPerson() }).run(
    { photo, faces: { faces: [], unclear: 0 } },
    stageContext(),
  );
  const error: unknown = await run.catch((reason: unknown) => reason);
  expect(AvatarError.is(error) && error.reason).toBe('no-face');
});

test('wrong options are refused', () => {
  expect(() => portraitMatte({ models, inputSidePx: 100 })).toThrow(
    'Expected an integer from 192 to 1024 for inputSidePx, received 100',
  );
  expect(() => portraitMatte({ models, region: 'body' as 'photo' })).toThrow('one of head, chest, photo');
});
