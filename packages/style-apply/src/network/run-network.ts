import { resampleImage, resizeRaster, toPlanar, toRaster } from '@avatar/image';
import type { LocalModel, ModelHub } from '@avatar/models';
import { eyeMidpoint } from '@avatar/face';
import type { AlignedFace, PlanarImage } from '@avatar/stage';
import { inSquares } from './in-squares.js';
import { ownModelId, type ModelRendering, type Style } from '@avatar/styles';
import { dimsOf, fromTensor, toTensor } from './picture-tensor.js';

/** The style's network as the model hub knows models. */
function localModelOf({ token, licence, rendering }: Style<ModelRendering>): LocalModel {
  const { file, format, sha256, input, output } = rendering.model;
  const note = 'one sRGB picture';
  return {
    id: ownModelId(token),
    file,
    ...(format === undefined ? {} : { format }),
    ...(sha256 === undefined ? {} : { sha256 }),
    licence,
    inputs: [{ name: input.name, shape: dimsOf(input, input.sizePx), type: 'float32', note }],
    outputs: [{ name: output.name, shape: dimsOf(output, input.sizePx), type: 'float32', note }],
  };
}

/** Shows a picture to the style's network, and brings what it made to the picture's size. */
export async function runNetwork(
  picture: PlanarImage,
  { landmarks }: AlignedFace,
  style: Style<ModelRendering>,
  models: ModelHub,
  signal: AbortSignal,
): Promise<PlanarImage> {
  const { input, output } = style.rendering.model;
  const model = localModelOf(style);
  const network = await models.loadLocal(model, { signal });
  const [eyeX, eyeY] = eyeMidpoint(landmarks);
  return inSquares(picture, [eyeX, eyeY], async (square) => {
    // In 8 bit, as networks are trained, which is also several times as fast.
    const shown = toPlanar(await resizeRaster(toRaster(square), input.sizePx, input.sizePx, 'lanczos3'));
    const outputs = await network.run({ [input.name]: toTensor(shown, input) }, { signal });
    signal.throwIfAborted();
    const made = fromTensor(outputs[output.name], output, model.id);
    return resampleImage(made, square.width, square.height);
  });
}
