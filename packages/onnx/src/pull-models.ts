import { fetchModels, type FetchOptions } from '@avatar/models';
import { convertLazily } from './convert-lazily.js';

/**
 * Makes sure that models are in the models directory, as ONNX: fetches, verifies, converts and stores what is missing or
 * damaged. ONNX Runtime is not loaded.
 *
 * @param ids models of the catalogue. Default: the default set
 * @throws AvatarError `model-unavailable`; its `reason` is an `UnavailableReason`
 */
export async function pullModels(ids?: readonly string[], options: FetchOptions = {}): Promise<void> {
  await fetchModels(ids, convertLazily, options);
}
