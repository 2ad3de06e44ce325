import { sameEmbedder, sameSize, squareOf, type Agreement } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { textStage } from './fixtures/small-stages.js';
import { pipeline, pipelineFromStages, retryAtLowerIntensity } from './index.js';

const withAgreement = <S extends object>(stage: S, ...agreements: readonly Agreement[]): S => ({
  ...stage,
  agreements,
});
const align = (sidePx: number) =>
  withAgreement(textStage('align', [], ['face', 'embedding']), sameSize(['face'], squareOf(sidePx)));
const ground = (sidePx: number) =>
  withAgreement(textStage('ground', [], ['background']), sameSize(['background'], squareOf(sidePx)));
const style = () => withAgreement(textStage('style', ['face'], ['avatar']), sameSize(['face', 'avatar']));
const join = () =>
  withAgreement(textStage('join', ['avatar', 'background'], ['avatar']), sameSize(['avatar', 'background']));
const unknowing = () => textStage('unknowing', ['avatar'], ['avatar']);

const faceOf = (sidePx: number) => pipeline().use(align(sidePx)).use(style());

describe('what has to be the same', () => {
  test('a size goes through the stages to where it meets another', () => {
    expect(() => faceOf(512).use(ground(800)).use(join())).toThrow(
      expect.objectContaining({
        code: 'pipeline-invalid',
        message:
          'Stage "align" has the size 512 x 512 px, stage "ground" has 800 x 800 px, and stage "join" needs them alike; give both the same',
        facts: {
          stage: 'join',
          about: 'size',
          firstStage: 'align',
          first: '512 x 512 px',
          secondStage: 'ground',
          second: '800 x 800 px',
        },
      }) as Error,
    );
    expect(() => faceOf(512).use(ground(512)).use(join())).not.toThrow();
  });

  test('a stage that takes one size only refuses another', () => {
    const fixed = withAgreement(textStage('fixed', ['face'], ['avatar']), sameSize(['face'], squareOf(800)));
    expect(() => pipeline().use(align(512)).use(fixed)).toThrow(
      'Stage "align" has the size 512 x 512 px, stage "fixed" has 800 x 800 px; give both the same',
    );
  });

  test('pipelines and retries inside are looked through, on the way in and on the way out', () => {
    const inner = pipeline('avatar', 'background').use(join());
    expect(() => faceOf(512).use(ground(800)).use(inner)).toThrow('stage "join" needs them alike');
    const gate = textStage('gate', ['avatar'], ['verdict']);
    const retried = retryAtLowerIntensity({ body: inner.use(gate) });
    expect(() => faceOf(512).use(ground(800)).use(retried)).toThrow('stage "join" needs them alike');
    const made = pipeline().use(faceOf(512));
    expect(() => made.use(ground(800)).use(join())).toThrow('stage "join" needs them alike');
  });

  test('a stage that says nothing ends what is known of what it writes, and of nothing else', () => {
    expect(() => faceOf(512).use(unknowing()).use(ground(800)).use(join())).not.toThrow();
    const again = withAgreement(textStage('again', ['face'], ['cutout']), sameSize(['face'], squareOf(64)));
    expect(() => faceOf(512).use(unknowing()).use(again)).toThrow('stage "again" has 64 x 64 px');
  });

  test('what a pipeline inside makes for itself is not what stands outside', () => {
    const cut = withAgreement(textStage('cut', ['face'], ['cutout']), sameSize(['face', 'cutout']));
    const inner = pipelineFromStages({
      reads: [],
      writes: ['cutout'],
      stages: [{ ...align(800), name: 'align-again' }, cut],
    });
    expect(() => faceOf(512).use(inner)).not.toThrow();
    const fixed = withAgreement(
      textStage('fixed', ['cutout'], ['matte']),
      sameSize(['cutout'], squareOf(512)),
    );
    expect(() => faceOf(512).use(inner).use(fixed)).toThrow('Stage "align-again" has the size 800 x 800 px');
  });

  test('embeddings of two models are refused, and are not mistaken for sizes', () => {
    const compare = (modelId: string) =>
      withAgreement(textStage('compare', ['embedding'], ['verdict']), sameEmbedder(modelId));
    const aligned = {
      ...align(512),
      agreements: [sameSize(['face'], squareOf(512)), sameEmbedder('sface')],
    };
    expect(() => pipeline().use(aligned).use(compare('sface'))).not.toThrow();
    expect(() => pipeline().use(aligned).use(compare('other'))).toThrow(
      'Stage "align" has the embedder sface, stage "compare" has other; give both the same',
    );
  });
});
