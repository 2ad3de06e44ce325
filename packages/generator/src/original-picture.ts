import { landmarkBox, landmarksInPart } from '@avatar/face';
import { createPlane, cutPlanar } from '@avatar/image';
import type { AlignedFace, Avatar, Box, Plane } from '@avatar/stage';

/** A pixel counts as part of the photo from here on. */
const INSIDE = 0.99;
/** Sizes and places that are tried, as fractions of the shorter side. */
const STEP = 0.02;
const LEAST_SIDE = 0.3;

/**
 * The photo itself as an avatar: the aligned picture, or the largest part of its shape around the face that shows nothing but the
 * photo. Where there is none, the whole picture, whose border then repeats the photo's last pixels.
 */
export function originalPicture(face: AlignedFace): Avatar {
  const part = largestInside(face);
  const image = cutPlanar(face.crop, part);
  const person = createPlane(image.width, image.height, 1);
  return { image, person, landmarks: landmarksInPart(face.landmarks, part) };
}

/** The photo is convex, so a part lies inside it when its corners do. */
const isInside = ({ data, width }: Plane, part: Box): boolean => {
  const right = part.x + part.width - 1;
  const bottom = part.y + part.height - 1;
  const { x, y } = part;
  return [y * width + x, y * width + right, bottom * width + x, bottom * width + right].every(
    (i) => data[i] >= INSIDE,
  );
};

function largestInside({ inside, landmarks }: AlignedFace): Box {
  const { width, height } = inside;
  const side = Math.min(width, height);
  const face = landmarkBox(landmarks);
  const stepPx = Math.max(1, Math.round(STEP * side));
  const middle = { x: face.x + face.width / 2, y: face.y + face.height / 2 };
  for (let sidePx = side; sidePx >= LEAST_SIDE * side; sidePx -= stepPx) {
    let nearest: Box | undefined;
    let least = Infinity;
    const size = { width: Math.round((sidePx * width) / side), height: Math.round((sidePx * height) / side) };
    for (let y = 0; y + size.height <= height; y += stepPx)
      for (let x = 0; x + size.width <= width; x += stepPx) {
        const part = { x, y, ...size };
        const distance = Math.hypot(x + size.width / 2 - middle.x, y + size.height / 2 - middle.y);
        if (distance >= least || !holds(part, face) || !isInside(inside, part)) continue;
        nearest = part;
        least = distance;
      }
    if (nearest) return nearest;
  }
  return { x: 0, y: 0, width, height };
}

const holds = (part: Box, face: Box): boolean =>
  face.x >= part.x &&
  face.y >= part.y &&
  face.x + face.width <= part.x + part.width &&
  face.y + face.height <= part.y + part.height;
