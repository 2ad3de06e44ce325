import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createModelHub } from '@avatar/onnx';
import { styleApply } from '@avatar/style-apply';
import { corporateHeadshot, defineStyle } from '@avatar/styles';
import { meanAbsoluteDifference, stageContext, syntheticArtifacts } from '@avatar/testing';
import { expect, test } from 'vitest';
import { multiplyingGraph, writeModel } from './tfjs-models.test-support.js';
import { tfjs } from './tfjs.js';

const SIDE = 64;

test('a style renders by a network of TensorFlow.js, as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'avatar-tfjs-style-'));
  await using models = createModelHub({ offline: true, tfjs: tfjs({ prefer: ['wasm'] }) });
  const tensor = { layout: 'nhwc', colourOrder: 'rgb', range: [0, 1] } as const;
  const file = await writeModel(folder, multiplyingGraph(0.5, [1, SIDE, SIDE, 3]));
  const model = {
    file,
    format: 'tfjs',
    input: { name: 'image', sizePx: SIDE, ...tensor },
    output: { name: 'result', ...tensor },
  } as const;
  const style = defineStyle({
    ...corporateHeadshot,
    token: 'acme_dark',
    rendering: { kind: 'model', model },
  });
  const person = syntheticArtifacts({ sizePx: 128 });
  const { avatar } = await styleApply({ style, models }).run(person, stageContext());
  const half = { ...person.cutout.foreground };
  half.planes = half.planes.map((plane) => plane.map((value) => value / 2)) as unknown as typeof half.planes;
  expect(meanAbsoluteDifference(avatar.image, half)).toBeLessThan(0.05);
  expect(meanAbsoluteDifference(avatar.image, person.cutout.foreground)).toBeGreaterThan(0.1);
  await rm(folder, { recursive: true });
});
