import { FACE_OVAL, landmarkPolygon, transformLandmarks } from '@avatar/face';
import { createPlane, fillPolygon, luma, warpSimilarity, type Point } from '@avatar/image';
import type { DetectedFace, Photo, Plane, SimilarityTransform, Warning } from '@avatar/stage';
import { lettersIn, type Letter } from './letters.js';
import { linesOfText } from './lines-of-text.js';
import { negative, strokeContrast, strokesIn } from './strokes.js';

/** The face is looked at so wide, in pixels, with so much around it: letters have strokes of two to six pixels then. */
const FACE_WIDTH_PX = 240;
const AROUND = { aside: 0.1, above: 0.05, below: 0.35 };
/** Faces that would be enlarged by more have no letters that anybody could read. */
const MOST_ENLARGED = 2.5;
/** Levels of 255. */
const LEAST_CONTRAST = 16;
/** The neck below the chin, in widths and heights of the face. */
const NECK = { halfWidth: 0.35, below: 0.3 };
/** Letters of one line that lie on face or neck. */
const LEAST_LETTERS = 3;

/** Lines of text over the face or the neck: watermarks and captions. What is written on clothes or walls does not count. */
export async function textWarning(face: DetectedFace, photo: Photo): Promise<Warning[]> {
  const letters = await lettersOverFace(face, photo);
  if (letters < LEAST_LETTERS) return [];
  const message =
    'There is text over the face, such as a watermark or a caption. Use the photo without any writing on it.';
  return [{ code: 'text-over-face', message, measured: letters, threshold: LEAST_LETTERS }];
}

/** The most letters of one line of text that lie on face or neck. */
async function lettersOverFace(face: DetectedFace, photo: Photo): Promise<number> {
  const scale = FACE_WIDTH_PX / face.box.width;
  if (scale > MOST_ENLARGED) return 0;
  const height = Math.round(face.box.height * scale * (1 + AROUND.above + AROUND.below));
  const width = Math.round(FACE_WIDTH_PX * (1 + 2 * AROUND.aside));
  const transform = uprightAt(face, scale, [
    width / 2,
    height * ((0.5 + AROUND.above) / (1 + AROUND.above + AROUND.below)),
  ]);
  const { image } = await warpSimilarity(photo.image, transform, width, height);
  const levels = luma(image);
  for (let i = 0; i < levels.data.length; i++) levels.data[i] *= 255;
  const zone = faceAndNeck(face, transform, levels);
  const isOver = ({ x, y }: Letter) => zone.data[Math.floor(y) * width + Math.floor(x)] > 0;
  return Math.max(0, ...[levels, negative(levels)].flatMap(textIn).map((line) => line.filter(isOver).length));
}

function textIn(levels: Plane): Letter[][] {
  const contrast = strokeContrast(levels);
  return linesOfText(lettersIn(levels, contrast, strokesIn(contrast, LEAST_CONTRAST)));
}

/** The face upright and at a scale, the middle of its box at a place. */
function uprightAt({ box, pose }: DetectedFace, scale: number, [x, y]: Point): SimilarityTransform {
  const [a, b] = [scale * Math.cos(pose.rollRad), -scale * Math.sin(pose.rollRad)];
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  return { a, b, tx: x - (a * cx - b * cy), ty: y - (b * cx + a * cy) };
}

/** 1 where the face is, and under its chin. */
function faceAndNeck(
  { landmarks }: DetectedFace,
  transform: SimilarityTransform,
  { width, height }: Plane,
): Plane {
  const zone = createPlane(width, height);
  const oval = landmarkPolygon(transformLandmarks(landmarks, transform), FACE_OVAL);
  fillPolygon(zone, oval);
  const [xs, ys] = [oval.map(([x]) => x), oval.map(([, y]) => y)];
  const [top, chin] = [Math.min(...ys), Math.max(...ys)];
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  const half = NECK.halfWidth * (Math.max(...xs) - Math.min(...xs));
  const below = chin + NECK.below * (chin - top);
  fillPolygon(zone, [
    [middle - half, (top + chin) / 2],
    [middle + half, (top + chin) / 2],
    [middle + half, below],
    [middle - half, below],
  ]);
  return zone;
}
