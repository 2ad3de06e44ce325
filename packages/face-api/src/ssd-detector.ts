import type { FaceCandidate, FaceDetector } from '@avatar/face';
import type { RunningTensorFlow } from '@avatar/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { SsdMobilenetv1 } from '@vladmandic/face-api';
import { keypointsOf, LANDMARKS_MODEL_ID, landmarksInBox, wholePixels } from './landmarks68.js';
import type { Networks } from './networks.js';
import { pictureTensor, runNetwork } from './run-network.js';

export const DETECTOR_MODEL_ID = 'face-api:ssd-mobilenetv1';

/** The network has anchors for this side only. */
const SIDE_PX = 512;
const SQUARE = { width: SIDE_PX, height: SIDE_PX };
/** Those of face-api. */
const SAME_FACE_IOU = 0.5;
const MOST_FACES = 100;

/**
 * face-api's SSD on MobileNet v1, and the eyes, nose and jaw of its 68 points for each face that it finds. Best for
 * portraits that leave room around the head: of faces that fill half of the square and more it misses some.
 */
export const ssdDetector = (networks: () => Promise<Networks>): FaceDetector => ({
  modelIds: [DETECTOR_MODEL_ID, LANDMARKS_MODEL_ID],
  input: { sidePx: SIDE_PX, scaling: { scale: 1, offset: 0 } },
  detect: async (square, minScore, { signal }) => {
    const started = await networks();
    const ssd = await started.loaded('ssd');
    const landmarks68 = await started.loaded('landmarks68');
    signal?.throwIfAborted();
    const { running, library } = started;
    const work = () => {
      const picture = pictureTensor(running, square, SIDE_PX);
      return facesIn(running, ssd.forwardInput(new library.NetInput([picture])), minScore).map((face) => {
        const part = wholePixels(face.box, SQUARE);
        const crop = running.tf.slice3d(picture, [part.y, part.x, 0], [part.height, part.width, 3]);
        const fractions = landmarks68.forwardInput(new library.NetInput([crop])).dataSync();
        return { ...face, keypoints: keypointsOf(landmarksInBox(fractions, part)) };
      });
    };
    return runNetwork(running, DETECTOR_MODEL_ID, work);
  },
});

/** Faces of at least `minScore`, the surest first, in pixels of the square and inside of it. */
function facesIn(
  { tf }: RunningTensorFlow,
  found: ReturnType<SsdMobilenetv1['forwardInput']>,
  minScore: number,
): Omit<FaceCandidate, 'keypoints'>[] {
  // face-api's types have a copy of TensorFlow.js of their own, its code has not.
  const [boxes] = found.boxes as unknown as Tensor2D[];
  const [scores] = found.scores as unknown as Tensor1D[];
  const kept = tf.image.nonMaxSuppression(boxes, scores, MOST_FACES, SAME_FACE_IOU, minScore).dataSync();
  const corners = boxes.dataSync();
  const values = scores.dataSync();
  return Array.from(kept, (index) => {
    const [top, left, bottom, right] = Array.from(corners.subarray(index * 4, index * 4 + 4), (fraction) =>
      Math.min(1, Math.max(0, fraction)),
    );
    return {
      box: {
        x: left * SIDE_PX,
        y: top * SIDE_PX,
        width: (right - left) * SIDE_PX,
        height: (bottom - top) * SIDE_PX,
      },
      score: values[index],
    };
  });
}
