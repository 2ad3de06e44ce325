import { recordedUse, type ModelHub } from '@avatar/models';
import { invalidOption, type Artifacts, type Avatar, type StageContext } from '@avatar/stage';
import type {
  Finish,
  PhotoKind,
  PhotoRendering,
  Rendering,
  RenderingKind,
  Renderings,
  Style,
} from '@avatar/styles';
import { drawPerson } from './drawn/draw-person.js';
import { renderFitted } from './fitted/render-fitted.js';
import { renderGels } from './photo/gel-render.js';
import { checkPicture, keepColour, mixWithPhoto } from './network/mix-with-photo.js';
import { runNetwork } from './network/run-network.js';
import { renderTreatment } from './photo/render.js';
import { planTreatment } from './photo/treatment.js';

type Person = Pick<Artifacts, 'face' | 'cutout' | 'regions'>;

/** Renders a person in one style. */
export type Renderer = (person: Person, context: StageContext) => Promise<Avatar>;

/** Makes the renderer of a style of one kind; `models` is needed by kinds that bring a network. */
type MakeRenderer<R extends Rendering = Rendering> = (
  style: Style<R>,
  models: ModelHub | undefined,
) => Renderer;

/** A renderer for each kind that renders the photo. */
export type RendererTable<Kinds extends string = PhotoKind> = {
  readonly [Kind in Kinds]: Kind extends RenderingKind ? MakeRenderer<Renderings[Kind]> : MakeRenderer;
};

export const RENDERERS = {
  photo:
    ({ rendering }) =>
    (person, context) =>
      relightPhoto(person, rendering, context),
  drawn:
    ({ rendering }) =>
    (person, { intensity, signal }) =>
      drawPerson({ ...person, rendering, intensity, checkpoint: () => signal.throwIfAborted() }),
  model: (style, models) => {
    if (models === undefined)
      throw invalidOption('a model hub (this style brings a network)', 'models', models);
    return painted(style.rendering, ({ cutout, face }, context) =>
      runNetwork(cutout.foreground, face, style, recordedUse(models, context), context.signal),
    );
  },
  function: ({ rendering }) =>
    painted(rendering, async (person, { signal, seed }) => rendering.render(person, { signal, seed })),
  fitted:
    ({ rendering }) =>
    (person, { intensity, signal }) =>
      renderFitted({ ...person, rendering, intensity, checkpoint: () => signal.throwIfAborted() }),
} satisfies RendererTable;

/**
 * @param models needed by a style that brings a network
 * @throws `invalid-options` without the hub that the style needs, and for a style that draws a character or calls an engine instead
 */
export function rendererOf(style: Style, models: ModelHub | undefined): Renderer {
  const { kind } = style.rendering;
  if (kind === 'character' || kind === 'engine')
    throw invalidOption(
      'a style that renders the photo (characters are drawn by characterDraw, engines are called by the generator)',
      'style',
      style.token,
    );
  // The entry for the rendering's own kind: TypeScript cannot follow that table and rendering belong together.
  return ((RENDERERS as RendererTable)[kind] as MakeRenderer)(style, models);
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
  return { image, person: cutout.alpha, landmarks: face.landmarks };
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
    return { image, person: person.cutout.alpha, landmarks: person.face.landmarks };
  };
