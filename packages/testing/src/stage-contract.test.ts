import { defineStage, type Avatar, type PlanarImage, type StageContext } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { describeStage } from './describe-stage.js';
import { contractClauses, type ContractOptions } from './stage-contract.js';

const grey = (value: number): PlanarImage => {
  const plane = () => new Float32Array(16).fill(value);
  return { planes: [plane(), plane(), plane()], width: 4, height: 4 };
};
const landmarks = { scheme: 'mesh468' as const, points: new Float32Array(3) };
const avatarOf = (image: PlanarImage): Avatar => ({
  image,
  person: { data: image.planes[0], width: 4, height: 4 },
  landmarks,
});
const sample = { name: 'a grey avatar', input: () => ({ avatar: avatarOf(grey(0.5)) }) };

const brightened = ({ image }: Avatar, { intensity, seed }: StageContext): Avatar =>
  avatarOf(grey(image.planes[0][0] + 0.2 * intensity + (seed % 10) / 1000));

type Behaviour = (avatar: Avatar, context: StageContext) => unknown;
const stageThat = (behave: Behaviour) =>
  defineStage({
    name: 'brighten',
    reads: ['avatar'],
    writes: ['avatar'],
    run: async ({ avatar }, context) => {
      context.signal.throwIfAborted();
      return (await behave(avatar, context)) as { avatar: Avatar };
    },
  });

const intensity = {
  reference: ({ avatar }: { avatar: Avatar }) => avatar.image,
  result: ({ avatar }: { avatar: Avatar }) => avatar.image,
};

describeStage(
  stageThat((avatar, context) => ({ avatar: brightened(avatar, context) })),
  [sample],
  { intensity, modelRuns: () => 0, context: { seed: 3 } },
);

async function brokenClauses(
  stage: ReturnType<typeof stageThat>,
  options: ContractOptions<'avatar', 'avatar'> = {},
): Promise<string[]> {
  const broken: string[] = [];
  for (const { title, check } of contractClauses(stage, sample, options))
    await check().catch(() => broken.push(title));
  return broken;
}

describe('each clause catches what breaks it', () => {
  const writes = 'writes the artifacts that it declares and no others';
  const input = 'leaves its input as it was';
  const seed = 'gives the same bytes for the same seed, on a later attempt too';
  const plain = 'returns plain data';
  const models = 'runs no models but those that it names';
  const signal = 'rejects with the reason of an aborted signal and does nothing';
  const closer = 'comes closer to its reference at lower intensity';
  let runs = 0;

  test.each<[string, Behaviour, string[]]>([
    ['writes too little', () => ({}), [writes]],
    ['writes too much', (avatar) => ({ avatar, faces: undefined }), [writes]],
    [
      'mutates its input',
      (avatar) => {
        avatar.image.planes[0][3] = 1;
        return { avatar };
      },
      [input],
    ],
    ['counts its runs', () => ({ avatar: avatarOf(grey(runs++ / 100)) }), [seed]],
    ['depends on the attempt', (_avatar, { attempt }) => ({ avatar: avatarOf(grey(attempt)) }), [seed]],
    ['returns a class', () => ({ avatar: Buffer.from('x') }), [plain]],
    ['returns a function', () => ({ avatar: { toPng } }), [plain]],
  ])('a stage that %s', async (_what, behave, broken) => {
    expect(await brokenClauses(stageThat(behave))).toEqual(broken);
  });

  test('a stage that ignores the signal, reports before it looks, or runs a model first', async () => {
    const deaf = { ...stageThat(() => ({})), run: async () => ({ avatar: sample.input().avatar }) };
    expect(await brokenClauses(deaf)).toEqual([signal]);
    const chatty = {
      ...deaf,
      run: async (_input: object, context: StageContext) => {
        context.useModel('early');
        runs++;
        context.signal.throwIfAborted();
        return { avatar: sample.input().avatar };
      },
    };
    expect(await brokenClauses(chatty)).toEqual([models, signal]);
    const eager = {
      ...chatty,
      run: (given: object, context: StageContext) =>
        chatty.run(given, { ...context, useModel: () => undefined }),
    };
    expect(await brokenClauses(eager, { modelRuns: () => runs })).toEqual([signal]);
  });

  test('an effect that is strongest in the middle, or is none', async () => {
    const hump = stageThat((_avatar, context) => ({
      avatar: avatarOf(grey(context.intensity === 0.5 ? 1 : 0.6)),
    }));
    expect(await brokenClauses(hump, { intensity })).toEqual([closer]);
    expect(
      await brokenClauses(
        stageThat((avatar) => ({ avatar })),
        { intensity },
      ),
    ).toEqual([closer]);
  });
});

const toPng = () => undefined;
