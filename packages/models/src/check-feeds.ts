import { AvatarError } from '@avatar/stage';
import type { ModelEntry, TensorContract } from './manifest.js';
import type { Feeds } from './runtime.js';
import { type Tensor, tensorSize } from './tensor.js';

/**
 * @throws AvatarError `inference-failed`, reason `wrong-input`, naming the first input that does not fit the model's
 * contract
 */
export function checkFeeds(entry: ModelEntry, feeds: Feeds): void {
  for (const contract of entry.inputs) {
    const tensor = feeds[contract.name] as Tensor | undefined;
    if (tensor === undefined || !fits(tensor, contract)) throw wrongInput(entry, contract, tensor);
  }
}

const fits = ({ data, dims }: Tensor, { shape }: TensorContract): boolean =>
  dims.length === shape.length &&
  shape.every((side, axis) => typeof side === 'string' || side === dims[axis]) &&
  tensorSize(dims) === data.length;

function wrongInput(
  { id }: ModelEntry,
  { name, shape }: TensorContract,
  tensor: Tensor | undefined,
): AvatarError {
  const received = tensor ? `[${tensor.dims.join(', ')}] with ${tensor.data.length} values` : 'none';
  return new AvatarError(
    'inference-failed',
    `${id} expects "${name}" [${shape.join(', ')}], received ${received}`,
    { reason: 'wrong-input', facts: { model: id } },
  );
}
