import type { ModelHub } from '@avatar/models';
import { invalidOption, type Artifacts, type Avatar, type StageContext } from '@avatar/stage';
import type { Finish, PhotoRendering, Style } from '@avatar/styles';
import { drawPerson } from './drawn/draw-person.js';
import { renderGels } from './gel-render.js';
import { checkPicture, keepColour, mixWithPhoto } from './own/mix-with-photo.js';
import { runNetwork } from './own/run-network.js';
import { renderTreatment } from './render.js';
import { planTreatment } from './treatment.js';

export type Person = Pick<Artifacts, 'face' | 'cutout' | 'regions'>;

/** Renders a person in one style. */
export type Renderer = (person: Person, context: StageContext) => Promise<Avatar>;

/**
 * @param models needed by a style that brings a network
 * @throws `invalid-options` without the hub that the style needs
 */
export function rendererOf(style: Style, models: ModelHub | undefined): Renderer {
  const { rendering } = style;
  switch (rendering.kind) {
    case 'photo':
      return (person, context) => relightPhoto(person, rendering, context);
    case 'drawn':
      return (person, { intensity, signal }) =>
        drawPerson({ ...person, rendering, intensity, checkpoint: () => signal.throwIfAborted() });
    case 'model':
      if (models === undefined)
        throw invalidOption('a model hub (this style brings a network)', 'models', models);
      return painted(rendering, ({ cutout }, { signal }) =>
        runNetwork(cutout.foreground, { ...style, rendering }, models, signal),
      );
    case 'function':
      return painted(rendering, async (person, { signal, seed }) =>
        rendering.render(person, { signal, seed }),
      );
  }
}

async function relightPhoto(
  { face, cutout, regions }: Person,
  rendering: PhotoRendering,
  { signal, intensity }: StageContext,
): Promise<Avatar> {
  const { treatment } = planTreatment(face, cutout, regions, rendering);
  signal.throwIfAborted();
  const image = renderTreatment(cutout, regions.skin, treatment, intensity);
  const { gels } = rendering.relight;
  if (treatment.gelLight && gels)
    renderGels(image, cutout.alpha, regions.skin, treatment.gelLight, gels, intensity);
  return { image, landmarks: face.landmarks };
}

type Painter = (person: Person, context: StageContext) => Promise<Avatar['image']>;

/** A picture that is painted at full strength and then mixed with the photo. */
const painted =
  ({ keepColour: share = 0 }: Finish, paint: Painter): Renderer =>
  async (person, context) => {
    const photo = person.cutout.foreground;
    const picture = await paint(person, context);
    context.signal.throwIfAborted();
    checkPicture(picture, photo);
    const image = mixWithPhoto(keepColour(picture, photo, share), photo, context.intensity);
    return { image, landmarks: person.face.landmarks };
  };
