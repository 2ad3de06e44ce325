/** A unit vector in the picture: x right, y down, z to the viewer. */
export interface Direction {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export function unitDirection([x, y, z]: readonly [x: number, y: number, z: number]): Direction {
  const length = Math.hypot(x, y, z) || 1;
  return { x: x / length, y: y / length, z: z / length };
}
