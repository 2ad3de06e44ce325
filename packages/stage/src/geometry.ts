/** An axis-aligned rectangle in pixels, origin top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width and height of a picture in whole pixels. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Rotation, uniform scale and shift: `x' = a*x - b*y + tx`, `y' = b*x + a*y + ty`. */
export interface SimilarityTransform {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/**
 * The 468 points of the MediaPipe face mesh as `x, y, z` triplets (`points.length` is 1404).
 * x and y are pixels of the picture that the landmarks are given for; z has the same scale
 * and grows away from the viewer. "Left" and "right" in index names are the subject's own.
 */
export interface FaceLandmarks {
  readonly scheme: 'mesh468';
  readonly points: Float32Array;
}

/**
 * Head pose in radians.
 * roll: positive when the head is turned clockwise as seen in the picture.
 * yaw: positive when the face looks towards the right edge of the picture.
 * pitch: positive when the face looks down.
 */
export interface HeadPose {
  readonly rollRad: number;
  readonly yawRad: number;
  readonly pitchRad: number;
}
