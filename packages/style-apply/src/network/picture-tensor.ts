import { createPlanar } from '@avatar/image';
import type { Tensor } from '@avatar/models';
import { AvatarError, type PlanarImage } from '@avatar/stage';
import type { PictureTensor } from '@avatar/styles';

const MAX_SIDE_PX = 4096;

type Form = Pick<PictureTensor, 'layout' | 'colourOrder' | 'range'>;

/** Planes in the order of the tensor, and where the values of plane `c` are: from `c * start`, `step` apart. */
function arrange({ planes, width, height }: PlanarImage, { layout, colourOrder }: Form) {
  const [red, green, blue] = planes;
  const ordered = colourOrder === 'rgb' ? [red, green, blue] : [blue, green, red];
  return layout === 'nchw' ? { ordered, start: width * height, step: 1 } : { ordered, start: 1, step: 3 };
}

export const dimsOf = ({ layout }: Pick<Form, 'layout'>, sizePx: number): number[] =>
  layout === 'nchw' ? [1, 3, sizePx, sizePx] : [1, sizePx, sizePx, 3];

/** A square picture as a network wants it; values are clipped to [0, 1] first. */
export function toTensor(image: PlanarImage, form: Form): Tensor {
  const data = new Float32Array(3 * image.width * image.height);
  const { ordered, start, step } = arrange(image, form);
  const [black, white] = form.range;
  ordered.forEach((plane, channel) => {
    pack(plane, data, channel * start, step, black, white - black);
  });
  return { data, dims: dimsOf(form, image.width) };
}

/** What a network made, clipped to [0, 1]. @throws AvatarError `inference-failed` if it is no square picture */
export function fromTensor(tensor: Tensor, form: Form, modelId: string): PlanarImage {
  const { data, dims } = tensor;
  const sizePx = form.layout === 'nchw' ? dims[3] : dims[2];
  const isPicture = sizePx <= MAX_SIDE_PX && dims.join() === dimsOf(form, sizePx).join();
  if (!isPicture || !(data instanceof Float32Array))
    throw wrongOutput(modelId, `a square of three channels, received [${dims.join(', ')}]`);
  const image = createPlanar(sizePx, sizePx);
  const { ordered, start, step } = arrange(image, form);
  const [black, white] = form.range;
  ordered.forEach((plane, channel) => {
    const sum = unpack(data, plane, channel * start, step, black, 1 / (white - black));
    if (Number.isNaN(sum)) throw wrongOutput(modelId, 'numbers, received some that are none');
  });
  return image;
}

function pack(
  plane: Float32Array,
  data: Float32Array,
  from: number,
  step: number,
  black: number,
  gain: number,
) {
  for (let i = 0, o = from; i < plane.length; i++, o += step) {
    const value = plane[i];
    data[o] = black + gain * (value < 0 ? 0 : value > 1 ? 1 : value);
  }
}

/** @returns the sum of what was unpacked, which is no number when any value was none */
function unpack(
  data: Float32Array,
  plane: Float32Array,
  from: number,
  step: number,
  black: number,
  gain: number,
): number {
  let sum = 0;
  for (let i = 0, o = from; i < plane.length; i++, o += step) {
    const value = (data[o] - black) * gain;
    plane[i] = value < 0 ? 0 : value > 1 ? 1 : value;
    sum += plane[i];
  }
  return sum;
}

const wrongOutput = (modelId: string, what: string): AvatarError =>
  new AvatarError('inference-failed', `Expected ${what} from ${modelId}; check its "output"`, {
    reason: 'wrong-output',
    facts: { model: modelId },
  });
