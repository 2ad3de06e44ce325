import { landmarkBox, landmarksInPart } from '@avatar/face';
import { createPlane, cutPlanar } from '@avatar/image';
import type { AlignedFace, Avatar, Box, Plane } from '@avatar/stage';

/** A pixel counts as part of the photo from here on. */
const INSIDE = 0.99;
/** Sizes and places that are tried, as fractions of the square's side. */
const STEP = 0.02;
const LEAST_SIDE = 0.3;

/**
 * The photo itself as an avatar: the aligned square, or the largest part of it around the face that shows nothing but the
 * photo. Where there is none, the whole square, whose border then repeats the photo's last pixels.
 */
export function originalSquare(face: AlignedFace): Avatar {
  const square = largestInside(face);
  const image = cutPlanar(face.crop, square);
  const person = createPlane(image.width, image.height, 1);
  return { image, person, landmarks: landmarksInPart(face.landmarks, square) };
}

/** The photo is convex, so a square lies inside it when its corners do. */
const isInside = ({ data, width }: Plane, square: Box): boolean => {
  const right = square.x + square.width - 1;
  const bottom = square.y + square.height - 1;
  const { x, y } = square;
  return [y * width + x, y * width + right, bottom * width + x, bottom * width + right].every(
    (i) => data[i] >= INSIDE,
  );
};

function largestInside({ inside, landmarks }: AlignedFace): Box {
  const { width } = inside;
  const face = landmarkBox(landmarks);
  const stepPx = Math.max(1, Math.round(STEP * width));
  const middle = { x: face.x + face.width / 2, y: face.y + face.height / 2 };
  for (let sidePx = width; sidePx >= LEAST_SIDE * width; sidePx -= stepPx) {
    let nearest: Box | undefined;
    let least = Infinity;
    for (let y = 0; y + sidePx <= width; y += stepPx)
      for (let x = 0; x + sidePx <= width; x += stepPx) {
        const square = { x, y, width: sidePx, height: sidePx };
        const distance = Math.hypot(x + sidePx / 2 - middle.x, y + sidePx / 2 - middle.y);
        if (distance >= least || !holds(square, face) || !isInside(inside, square)) continue;
        nearest = square;
        least = distance;
      }
    if (nearest) return nearest;
  }
  return { x: 0, y: 0, width, height: width };
}

const holds = (square: Box, face: Box): boolean =>
  face.x >= square.x &&
  face.y >= square.y &&
  face.x + face.width <= square.x + square.width &&
  face.y + face.height <= square.y + square.height;
