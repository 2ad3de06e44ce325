import { defineStage, type Artifacts, type Plane } from '@avatar/stage';
import { describe, expectTypeOf, test } from 'vitest';
import { pipeline, pipelineFromStages, retryAtLowerIntensity } from './index.js';
import type { OrderProblem } from './index.js';

declare module '@avatar/stage' {
  interface Artifacts {
    'acme:depth': Plane;
  }
}

type Run<Names extends keyof Artifacts> = () => Promise<Pick<Artifacts, Names>>;
const load = defineStage({ name: 'load', reads: ['source'], writes: ['photo'], run: {} as Run<'photo'> });
const align = defineStage({
  name: 'align',
  reads: ['photo'],
  writes: ['face', 'embedding'],
  run: {} as Run<'face' | 'embedding'>,
});
const style = defineStage({ name: 'style', reads: ['face'], writes: ['avatar'], run: {} as Run<'avatar'> });
const enhance = defineStage({
  name: 'enhance',
  reads: ['avatar', 'face'],
  writes: ['avatar'],
  run: {} as Run<'avatar'>,
});
const gate = defineStage({
  name: 'gate',
  reads: ['avatar', 'embedding'],
  writes: ['verdict'],
  run: {} as Run<'verdict'>,
});
const depth = defineStage({
  name: 'depth',
  reads: ['photo'],
  writes: ['acme:depth'],
  run: {} as Run<'acme:depth'>,
});

describe('the order of a pipeline', () => {
  test('the right order compiles and the result has every artifact', () => {
    const whole = pipeline('source').use(load).use(align).use(style).use(enhance);
    expectTypeOf(whole.execute).returns.resolves.toEqualTypeOf<
      Pick<Artifacts, 'source' | 'photo' | 'face' | 'embedding' | 'avatar'>
    >();
    expectTypeOf(whole.execute).parameter(0).toEqualTypeOf<Pick<Artifacts, 'source'>>();
  });

  test('styling before aligning does not compile', () => {
    // @ts-expect-error this stage reads "face", which no earlier stage writes
    pipeline('source').use(load).use(style).use(align);
  });

  test('overwriting an artifact without reading it does not compile', () => {
    // @ts-expect-error this stage overwrites "avatar" without reading it
    pipeline('face').use(style).use(style);
  });

  test('what the compiler quotes is a sentence', () => {
    expectTypeOf<
      OrderProblem<'face', 'avatar', 'photo'>
    >().toEqualTypeOf<'this stage reads "face", which no earlier stage writes'>();
    expectTypeOf<
      OrderProblem<'face', 'avatar', 'face' | 'avatar'>
    >().toEqualTypeOf<'this stage overwrites "avatar" without reading it'>();
    expectTypeOf<OrderProblem<'face', 'avatar', 'face'>>().toEqualTypeOf<unknown>();
  });

  test('a pipeline is a stage, and an overwritten artifact counts as written', () => {
    const polish = pipeline('avatar', 'face').use(enhance);
    expectTypeOf(polish.writes).toEqualTypeOf<readonly 'avatar'[]>();
    pipeline('photo').use(align).use(style).use(polish);
    // @ts-expect-error this stage reads "avatar", which no earlier stage writes
    pipeline('photo').use(align).use(polish);
  });

  test('an artifact of a third party takes part', () => {
    const withDepth = pipeline('source').use(load).use(depth);
    expectTypeOf(withDepth.execute).returns.resolves.toHaveProperty('acme:depth').toEqualTypeOf<Plane>();
  });

  test('a pipeline from data has the type that it promises', () => {
    const fromData = pipelineFromStages({ reads: ['source'], writes: ['face'], stages: [load, align] });
    expectTypeOf(fromData.execute).returns.resolves.toEqualTypeOf<Pick<Artifacts, 'source' | 'face'>>();
    fromData.use(style);
    // @ts-expect-error the promise leaves "embedding" out
    fromData.use(style).use(gate);
  });
});

describe('the body of a retry', () => {
  test('a body with a gate compiles and adds attempts', () => {
    const body = pipeline('face', 'embedding').use(style).use(gate);
    const whole = pipeline('photo').use(align).use(retryAtLowerIntensity({ body }));
    expectTypeOf(whole.execute).returns.resolves.toEqualTypeOf<
      Pick<Artifacts, 'photo' | 'face' | 'embedding' | 'avatar' | 'verdict' | 'attempts'>
    >();
  });

  test('a body without a gate does not compile', () => {
    // @ts-expect-error the body of a retry needs a stage that writes "verdict"
    retryAtLowerIntensity({ body: pipeline('face').use(style) });
  });
});
