import { knownOptions, numberOption } from '@avatar/stage';

/** The most of a smile that a photo takes: beyond it teeth would have to be invented. */
export const MAX_SMILE = 0.5;
/** The farthest turn of the head in degrees: beyond it places show that no photo has. */
export const MAX_YAW_DEG = 5;

/** How the face shall look. */
export interface FaceReshapeOptions {
  /** 0 as in the photo to 0.5, a smile of closed lips; 1 would be a full one. Default 0. */
  readonly smile?: number | undefined;
  /** Turn of the head in degrees, -5 to 5, positive towards the right edge of the picture. Default 0. */
  readonly yawDeg?: number | undefined;
}

export type FaceReshapeSettings = Required<{ [K in keyof FaceReshapeOptions]: number }>;

/** @throws AvatarError `invalid-options` */
export function faceReshapeSettings(options: FaceReshapeOptions): FaceReshapeSettings {
  knownOptions('faceReshape', options, ['smile', 'yawDeg']);
  return {
    smile: numberOption('smile', options.smile ?? 0, 0, MAX_SMILE),
    yawDeg: numberOption('yawDeg', options.yawDeg ?? 0, -MAX_YAW_DEG, MAX_YAW_DEG),
  };
}
