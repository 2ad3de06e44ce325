import { background, type BackgroundOptions } from '@avatar/bg-generate';
import { characterDraw } from '@avatar/character-draw';
import { composite } from '@avatar/composite';
import { detailEnhance } from '@avatar/detail-enhance';
import { pipeline, type Pipeline } from '@avatar/pipeline-runner';
import { drawnGate } from '@avatar/quality-gate';
import { save } from '@avatar/save';
import { OWN_GROUND, type DrawRequest } from './draw-request.js';

export interface CharacterPipelineOptions extends Omit<DrawRequest, 'seed' | 'format'> {
  /** For the metadata. */
  readonly seed: number;
}

type Drawn = 'character' | 'avatar' | 'verdict' | 'encoded';

/** From a character to the finished files. No stage of it runs a model. */
export function characterPipeline(
  options: CharacterPipelineOptions,
): Pick<Pipeline<'character', Drawn>, 'execute'> {
  const { look, size, background: ground, palette, light } = options;
  const lit = { style: styleOf(look), light, origin: 'character' } as const;
  if (ground === undefined) {
    const drawn = pipeline('character').use(characterDraw({ look, size, ground: 'own' }));
    return light === undefined
      ? drawn.use(drawnGate()).use(save(savingOf(options)))
      : drawn
          .use(detailEnhance(lit))
          .use(drawnGate())
          .use(save(savingOf(options)));
  }
  // The request has looked the token up, and refused those that need a photo; the type lists what can be looked up.
  const token = ground.token as NonNullable<BackgroundOptions['token']>;
  const placed = pipeline('character')
    .use(characterDraw({ look, size }))
    .use(background({ token, size, ...(palette && { palette }) } as BackgroundOptions<'transparent'>))
    .use(composite());
  return light === undefined
    ? placed.use(drawnGate()).use(save(savingOf(options)))
    : placed
        .use(detailEnhance(lit))
        .use(drawnGate())
        .use(save(savingOf(options)));
}

/** The style token of a look, as in `character_anime`. */
export const styleOf = (look: DrawRequest['look']): string => `character_${look}`;

const savingOf = ({ look, platform, background: ground, size, seed, runId }: CharacterPipelineOptions) => ({
  origin: 'character' as const,
  style: styleOf(look),
  platform: platform.token,
  background: ground?.token ?? OWN_GROUND,
  size,
  seed,
  runId,
});
