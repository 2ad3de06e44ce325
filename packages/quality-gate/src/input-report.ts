import type { Faces, InputReport, Photo, Warning } from '@avatar/stage';
import { cutFaceChip } from './face-chip.js';
import { inputComponents, inputScore } from './input-score.js';
import {
  multipleFacesWarning,
  occlusionWarning,
  poseWarning,
  qualityWarning,
  smallFaceWarning,
} from './input-warnings.js';
import { measureFace } from './photometry.js';

/**
 * Judges a photo by its dominant face and refuses nothing.
 *
 * @param faces with at least one face
 * @param minCoverage least share of the photo that the head should cover, in [0, 1]
 */
export async function reportInput(photo: Photo, faces: Faces, minCoverage: number): Promise<InputReport> {
  const face = faces.faces[0];
  const light = measureFace(await cutFaceChip(photo.image, face.landmarks));
  const components = inputComponents(face, photo, light);
  const warnings: Warning[] = [
    ...multipleFacesWarning(faces),
    ...smallFaceWarning(face, photo, minCoverage),
    ...poseWarning(face),
    ...occlusionWarning(light),
    ...qualityWarning(face, photo, light, components),
  ];
  return { score: inputScore(components), components, warnings };
}
