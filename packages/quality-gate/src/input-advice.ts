/** Below this a component gets its advice. */
export const ADVISED_BELOW = 0.75;

/** What would help, in plain words, for the person in the photo. */
export const INPUT_ADVICE = {
  'image-size': 'Use a larger photo.',
  'face-count': 'Use a photo that shows you alone.',
  'face-coverage': 'Move closer to the camera, or crop the photo closer to your head.',
  'eye-distance': 'Use the original, larger photo, or move closer to the camera.',
  roll: 'Hold your head upright.',
  yaw: 'Turn your face towards the camera.',
  pitch: 'Hold the camera at the height of your eyes.',
  sharpness: 'Hold the camera still, and let it focus on your face.',
  exposure: 'Let soft light fall on your face: neither dark nor glaring.',
  contrast: 'Use brighter light, and clean the lens.',
  evenness: 'Let light fall on both sides of your face, such as from a window in front of you.',
  'eyes-visible': 'Take off dark glasses.',
  'mouth-visible': 'Take off the mask or scarf, so that your mouth can be seen.',
  'face-visible': 'Make sure that nothing covers your face.',
} as const;

export type AdvisedComponent = keyof typeof INPUT_ADVICE;
