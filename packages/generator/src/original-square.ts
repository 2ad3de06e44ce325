import { landmarkBox } from '@avatar/face';
import { createPlane } from '@avatar/image';
import type { AlignedFace, Avatar, PlanarImage, Plane } from '@avatar/stage';

/** A pixel counts as part of the photo from here on. */
const INSIDE = 0.99;
/** Sizes and places that are tried, as fractions of the square's side. */
const STEP = 0.02;
const LEAST_SIDE = 0.3;

interface Square {
  readonly x: number;
  readonly y: number;
  readonly sidePx: number;
}

/**
 * The photo itself as an avatar: the aligned square, or the largest part of it around the face that shows nothing but the
 * photo. Where there is none, the whole square, whose border then repeats the photo's last pixels.
 */
export function originalSquare(face: AlignedFace): Avatar {
  const { crop, landmarks } = face;
  const square = largestInside(face);
  const points = landmarks.points.map((value, i) => {
    const axis = i % 3;
    return axis === 0 ? value - square.x : axis === 1 ? value - square.y : value;
  });
  const image = cut(crop, square);
  return { image, person: createPlane(image.width, image.height, 1), landmarks: { ...landmarks, points } };
}

/** The photo is convex, so a square lies inside it when its corners do. */
const isInside = ({ data, width }: Plane, { x, y, sidePx }: Square): boolean => {
  const right = x + sidePx - 1;
  const bottom = y + sidePx - 1;
  return [y * width + x, y * width + right, bottom * width + x, bottom * width + right].every(
    (i) => data[i] >= INSIDE,
  );
};

function largestInside({ inside, landmarks }: AlignedFace): Square {
  const { width } = inside;
  const face = landmarkBox(landmarks);
  const stepPx = Math.max(1, Math.round(STEP * width));
  const middle = { x: face.x + face.width / 2, y: face.y + face.height / 2 };
  for (let sidePx = width; sidePx >= LEAST_SIDE * width; sidePx -= stepPx) {
    let nearest: Square | undefined;
    let least = Infinity;
    for (let y = 0; y + sidePx <= width; y += stepPx)
      for (let x = 0; x + sidePx <= width; x += stepPx) {
        const square = { x, y, sidePx };
        const distance = Math.hypot(x + sidePx / 2 - middle.x, y + sidePx / 2 - middle.y);
        if (distance >= least || !holds(square, face) || !isInside(inside, square)) continue;
        nearest = square;
        least = distance;
      }
    if (nearest) return nearest;
  }
  return { x: 0, y: 0, sidePx: width };
}

const holds = ({ x, y, sidePx }: Square, face: ReturnType<typeof landmarkBox>): boolean =>
  face.x >= x && face.y >= y && face.x + face.width <= x + sidePx && face.y + face.height <= y + sidePx;

function cut({ planes, width }: PlanarImage, { x, y, sidePx }: Square): PlanarImage {
  const part = (plane: Float32Array): Float32Array => {
    const data = new Float32Array(sidePx * sidePx);
    for (let row = 0; row < sidePx; row++) {
      const start = (y + row) * width + x;
      data.set(plane.subarray(start, start + sidePx), row * sidePx);
    }
    return data;
  };
  const [red, green, blue] = planes;
  return { planes: [part(red), part(green), part(blue)], width: sidePx, height: sidePx };
}
