import { unit, type Vec3 } from './maths.js';

/** The key light: high, from the viewer's left. Directions point to the light. */
export const KEY: Vec3 = unit([-0.5, -0.62, 0.66]);
/** Soft fill from the right. */
export const FILL: Vec3 = unit([0.75, -0.12, 0.45]);
export const RIM_RIGHT: Vec3 = unit([0.82, -0.32, -0.42]);
export const RIM_LEFT: Vec3 = unit([-0.85, -0.2, -0.5]);
/** Half way between the key light and the viewer. */
export const KEY_HALF: Vec3 = unit([KEY[0], KEY[1], KEY[2] + 1]);
export const FILL_HALF: Vec3 = unit([FILL[0], FILL[1], FILL[2] + 1]);
