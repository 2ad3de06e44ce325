export * from './mesh/mesh-topology.js';
export * from './mesh/mesh-triangles.js';
export * from './mesh/landmarks.js';
export * from './mesh/pose.js';
export * from './mesh/head.js';
export { headCover, headWholeness, WHOLE_HEAD, type HeadCover } from './mesh/head-cover.js';
export * from './identity/similarity.js';
export { dominantFace, missingFace, missingFaceWarning } from './missing-face.js';
export {
  detectFaces,
  FACE_DETECTION_MODEL_IDS,
  faceDetectionModelIds,
  type DetectFacesOptions,
} from './detection/detect-faces.js';
export { blazeFace } from './detection/blazeface.js';
export type { FaceCandidate, FaceDetector, FaceKeypoints } from './detection/face-detector.js';
export { alignedFacePixels, embedFace, EMBEDDING_MODEL_ID, normalised } from './identity/embed-face.js';
export { embeddingModelIds, sfaceEmbedder, type FaceEmbedder } from './identity/face-embedder.js';
export {
  LIKENESS_CALIBRATION,
  type LikenessCalibration,
  type LikenessOperatingPoint,
} from './identity/likeness-calibration.js';
export {
  LIKENESS_KNOTS,
  LIKENESS_MODEL_ID,
  likenessScore,
  type LikenessKnot,
} from './identity/likeness-score.js';
export { recordedDetector, recordedEmbedder } from './recorded-use.js';
export { meshLandmarks, type MeshResult } from './mesh/mesh.js';
export { facePresence, FACE_PRESENCE_MODEL_ID } from './detection/presence.js';
export type { FaceOptions } from './detection/face-run.js';
export {
  PERSON_PARTS,
  PERSON_PARTS_MODEL_ID,
  PERSON_PARTS_SCALING,
  PERSON_PARTS_SIDE_PX,
  personPartsPixels,
  partLikelihoods,
  readPersonParts,
  type PartLikelihoods,
  type PersonPart,
  type PersonPartLogits,
} from './parts/person-parts.js';
