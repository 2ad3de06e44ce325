/** A point of the plane, x to the right and y down. A corner is where a spline breaks instead of bending. */
export type Point2 = readonly [x: number, y: number, corner?: boolean | undefined];

/** A point of space, x to the right, y down and z to the viewer. */
export type Point3 = readonly [x: number, y: number, z: number, corner?: boolean | undefined];

/** The same point, as a corner of a spline. */
export const corner = (x: number, y: number): Point2 => [x, y, true];

/** Degrees to radians. */
export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export const between2 = (from: Point2, to: Point2, amount: number): Point2 => [
  from[0] + (to[0] - from[0]) * amount,
  from[1] + (to[1] - from[1]) * amount,
];

export const between3 = (from: Point3, to: Point3, amount: number): Point3 => [
  from[0] + (to[0] - from[0]) * amount,
  from[1] + (to[1] - from[1]) * amount,
  from[2] + (to[2] - from[2]) * amount,
];

export const moved = ([x, y, isCorner]: Point2, dx: number, dy: number): Point2 => [x + dx, y + dy, isCorner];
