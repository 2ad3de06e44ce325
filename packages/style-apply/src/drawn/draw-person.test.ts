import { gaussianBlur } from '@avatar/image';
import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { expect, it } from 'vitest';
import { styleApply } from '../style-apply.js';

const stage = styleApply({ style: 'anime_character' });
const person = () => syntheticArtifacts({ sizePx: 256 });

describeStage(stage, [{ name: 'a drawn face', input: person }], {
  intensity: {
    reference: ({ cutout }) => cutout.foreground,
    result: ({ avatar }) => avatar.image,
    intensities: [0.05, 0.25, 0.5, 0.75, 1],
  },
});

it('opens the eyes and keeps the rest of the landmarks', async () => {
  const input = person();
  const { avatar } = await stage.run(input, stageContext());
  const heightOf = (points: Float32Array) => points[145 * 3 + 1] - points[159 * 3 + 1];
  expect(heightOf(avatar.landmarks!.points)).toBeGreaterThan(1.15 * heightOf(input.face.landmarks.points));
  const chin = 152 * 3;
  expect(avatar.landmarks!.points[chin]).toBeCloseTo(input.face.landmarks.points[chin], 3);
});

it('gives the person a crisp edge', async () => {
  const drawn = person();
  const input = { ...drawn, cutout: { ...drawn.cutout, alpha: gaussianBlur(drawn.cutout.alpha, 3) } };
  const { avatar } = await stage.run(input, stageContext());
  const soft = (data: Float32Array) => data.filter((value) => value > 0.05 && value < 0.95).length;
  expect(soft(avatar.alpha?.data ?? new Float32Array())).toBeLessThan(soft(input.cutout.alpha.data));
});
