import { expect, test } from 'vitest';
import { fakeWorld } from '../fake-world.test-support.js';

const lines = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

test('one object a line, in order; a bad photo does not stop the rest', async () => {
  await using world = await fakeWorld();
  const { code, stdout } = await world.run('analyze', 'a.jpg', 'noface.jpg', 'broken.jpg', 'b.jpg', '--json');
  expect(code).toBe(1);
  expect(lines(stdout)).toMatchObject([
    { file: 'a.jpg', face_count: 1 },
    {
      file: 'noface.jpg',
      error: { code: 'input-rejected', reason: 'no-face', message: 'No face was found.' },
    },
    { file: 'broken.jpg', error: { code: 'stage-failed' } },
    { file: 'b.jpg', face_count: 1 },
  ]);
});

test('reports faces in degrees and pixels', async () => {
  await using world = await fakeWorld();
  const { stdout } = await world.run('analyze', 'a.jpg', '--json');
  const [analysis] = lines(stdout) as [{ faces: { landmarks: number[][] }[] }];
  expect(analysis).toMatchObject({
    width: 400,
    height: 300,
    input_quality_score: 0.75,
    refusal: null,
    quality_components: [
      {
        name: 'yaw',
        score: 0.5,
        weight: 0.08,
        measured: 35,
        unit: 'deg',
        advice: 'Turn towards the camera.',
      },
      { name: 'photograph', score: null, status: 'not_applicable', reason: 'Nothing tells.' },
    ],
    faces: [
      {
        box: { x: 10, y: 20, width: 30, height: 40 },
        score: 0.9,
        coverage: 0.2,
        roll_deg: 10,
        yaw_deg: 0,
        pitch_deg: -5,
        landmarks_scheme: 'mesh468',
      },
    ],
    warnings: [{ code: 'occluded', message: 'Take the glasses off.', measured: 0.3, threshold: 0.62 }],
  });
  expect(analysis.faces[0].landmarks).toHaveLength(468);
  expect(analysis.faces[0].landmarks[1]).toEqual([3, 4]);
});

test('for people: a line a photo and its warnings', async () => {
  await using world = await fakeWorld();
  const { stdout, stderr } = await world.run('analyze', 'a.jpg', 'noface.jpg');
  expect(stdout).toBe(
    '✔ a.jpg  quality 0.75, one face, 20 % of the picture\n  ! Take the glasses off.\n  yaw 0.50: Turn towards the camera.\n',
  );
  expect(stderr).toBe('✘ noface.jpg  No face was found.\n');
});

test('fails when a photo could not be analysed, and at once without a model', async () => {
  await using world = await fakeWorld();
  expect((await world.run('analyze', 'noface.jpg')).code).toBe(3);
  expect((await world.run('analyze', 'a.jpg', 'noface.jpg', 'b.jpg')).code).toBe(3);
  expect((await world.run('analyze', 'a.jpg', 'b.jpg')).code).toBe(0);
  expect((await world.run('analyze', 'a.jpg', 'offline.jpg', 'b.jpg')).code).toBe(4);
});
