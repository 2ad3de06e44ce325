import { alignedFacePixels, normalised, type FaceEmbedder } from '@avatar/face';
import { DESCRIPTOR_CALIBRATION, DESCRIPTOR_MODEL_ID } from './descriptor-calibration.js';
import type { Networks } from './networks.js';
import { pictureTensor, runNetwork } from './run-network.js';

/**
 * Where dlib's alignment puts eye centres, tip of the nose and mouth corners in a chip of 150 px with a padding of 0.25: its
 * mean face shape (`dlib/image_transforms/interpolation.h`, Boost licence).
 */
const CHIP = {
  sizePx: 150,
  points: [
    [47.55, 46.6],
    [100.48, 46.6],
    [74.01, 76.56],
    [50.41, 103.02],
    [97.61, 103.02],
  ],
} as const;

/**
 * face-api's descriptor: dlib's residual network, 128 numbers of length 1. The face is aligned by the mesh as dlib aligned
 * what it was trained on; face-api's own crops are not turned upright, and tell people apart less well.
 */
export const descriptorEmbedder = (networks: () => Promise<Networks>): FaceEmbedder => ({
  calibration: DESCRIPTOR_CALIBRATION,
  embed: async (image, landmarks, { signal } = {}) => {
    const { running, library, loaded } = await networks();
    const network = await loaded('descriptor');
    signal?.throwIfAborted();
    const pixels = alignedFacePixels(image, landmarks, CHIP);
    const vector = runNetwork(running, DESCRIPTOR_MODEL_ID, () => {
      const chip = pictureTensor(running, pixels, CHIP.sizePx);
      return normalised(network.forwardInput(new library.NetInput([chip])).dataSync<'float32'>());
    });
    return { vector, modelId: DESCRIPTOR_MODEL_ID };
  },
});
