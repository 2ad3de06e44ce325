import { engineFailure, paintPortrait, type PaintedPortrait, type PortraitEngine } from '@avatar/engine';
import {
  AvatarError,
  defineStage,
  invalidOption,
  type Artifacts,
  type Stage,
  type StageContext,
} from '@avatar/stage';
import type { RunOptions } from '@avatar/pipeline-runner';
import type { EngineRendering } from '@avatar/styles';
import type { AvatarPipelineOptions } from '../shared-stages.js';
import { modelIdOf, type EngineCall } from './engine-call.js';
import { lookedAt, framedStages } from './framed-portrait.js';
import { faceless } from './faceless-portrait.js';
import { warnOfLighterSkin } from './lighter-skin.js';
import { portraitRequest } from './portrait-request.js';

type Read = 'face' | 'cutout' | 'cutoutReport' | 'regions' | 'background';

/**
 * Has the aligned photo painted by an engine. What comes back is taken like a new photo: its face is found, framed and cut
 * out anew, and put before the background. Without a face it is left to the gate, which looks where the face should be.
 *
 * @throws AvatarError of the engine; `inference-failed` (`engine-wrong-output`) for what is no picture
 */
export function enginePortrait(
  options: AvatarPipelineOptions,
  rendering: EngineRendering,
): Stage<Read, 'avatar' | 'cutoutReport'> {
  const framed = framedStages(options);
  return defineStage({
    name: 'engine-portrait',
    reads: ['face', 'cutout', 'cutoutReport', 'regions', 'background'],
    writes: ['avatar', 'cutoutReport'],
    models: [...(lookedAt(options).models ?? []), ...(framed.models ?? [])],
    run: async (person, context) => {
      const { engine } = options;
      if (engine === undefined) throw invalidOption(`an engine "${rendering.engine}"`, 'engines', 'none');
      const painted = await painting(engine, person, { options, rendering, context });
      context.useModel(modelIdOf(engine));
      const seen = await pictureOf(engine, painted, options, context);
      if (seen.faces.faces.length === 0) {
        const { cutoutReport, face } = person;
        return { avatar: await faceless(seen.photo, face), cutoutReport };
      }
      const run = await framed.execute({ ...seen, background: person.background }, runOf(context));
      warnOfLighterSkin(person.regions, run.regions, context);
      return { avatar: run.avatar, cutoutReport: run.cutoutReport };
    },
  });
}

interface Order {
  readonly options: AvatarPipelineOptions;
  readonly rendering: EngineRendering;
  readonly context: StageContext;
}

async function painting(
  engine: PortraitEngine,
  person: Pick<Artifacts, 'face' | 'cutout'>,
  { options, rendering, context }: Order,
): Promise<PaintedPortrait> {
  const { signal, intensity, seed, attempt } = context;
  const { capabilities } = engine;
  const request = await portraitRequest(person, { rendering, capabilities, intensity, seed });
  const startedMs = performance.now();
  const painted = await paintPortrait(engine, request, { signal });
  const { strength } = request;
  const call: EngineCall = {
    engine: engine.id,
    attempt,
    strength,
    durationMs: performance.now() - startedMs,
    ...painted.use,
  };
  options.onEngineCall?.(call);
  return painted;
}

/** The picture and its faces. A file that is no picture is the engine's fault, not that of the person in the photo. */
async function pictureOf(
  engine: PortraitEngine,
  { bytes }: PaintedPortrait,
  options: AvatarPipelineOptions,
  context: StageContext,
): Promise<Pick<Artifacts, 'photo' | 'faces'>> {
  try {
    return await lookedAt(options).execute({ source: { bytes } }, runOf(context));
  } catch (cause) {
    if (!AvatarError.is(cause) || cause.code !== 'input-rejected') throw cause;
    const { reason = 'unknown' } = cause;
    const facts = { file: reason };
    throw engineFailure(
      engine.id,
      'engine-wrong-output',
      `made a file that is no usable picture (${reason})`,
      {
        cause,
        facts,
      },
    );
  }
}

const runOf = (context: StageContext): RunOptions => ({
  signal: context.signal,
  seed: context.seed,
  intensity: context.intensity,
  onEvent: (event) => {
    if (event.type === 'run-end') event.models.forEach((id) => context.useModel(id));
  },
});
