/**
 * Index groups of the 468-point MediaPipe face mesh. Left and right are the subject's own: in an unmirrored picture
 * of an upright face the right eye is on the picture's left. Groups are closed outlines, in order.
 */

/** Hairline (about mid-forehead), then along the subject's left side to the chin and back up the right side. */
export const FACE_OVAL: readonly number[] = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
export const RIGHT_EYE: readonly number[] = [
  33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7,
];
export const LEFT_EYE: readonly number[] = [
  263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249,
];
export const RIGHT_BROW: readonly number[] = [70, 63, 105, 66, 107, 55, 65, 52, 53, 46];
export const LEFT_BROW: readonly number[] = [300, 293, 334, 296, 336, 285, 295, 282, 283, 276];
export const OUTER_LIPS: readonly number[] = [
  61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146,
];
/** The opening of the mouth; thin when it is closed. */
export const INNER_LIPS: readonly number[] = [
  78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95,
];

/** Top of the oval, under the hairline. */
export const FOREHEAD = 10;
export const CHIN = 152;
/** The point that identity alignment calls the nose, a little above the very tip (`NOSE_APEX`). */
export const NOSE = 1;
export const NOSE_APEX = 4;
/** Where the nose meets the upper lip. */
export const NOSE_BASE = 2;
export const RIGHT_MOUTH_CORNER = 61;
export const LEFT_MOUTH_CORNER = 291;
export const RIGHT_EYE_OUTER_CORNER = 33;
export const RIGHT_EYE_INNER_CORNER = 133;
export const LEFT_EYE_INNER_CORNER = 362;
export const LEFT_EYE_OUTER_CORNER = 263;
/** Widest points of the oval, in front of the ears. */
export const RIGHT_TEMPLE = 234;
export const LEFT_TEMPLE = 454;
export const UPPER_INNER_LIP = 13;
export const LOWER_INNER_LIP = 14;

/** Number of points of the mesh. */
export const MESH_POINTS = 468;
