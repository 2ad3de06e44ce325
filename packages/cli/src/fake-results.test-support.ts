import type {
  CharacterAnimationResult,
  CharacterAvatarResult,
  CharacterModelResult,
  PhotoAnalysis,
  PhotoAvatarResult,
} from '@avatar/generator';
import type { AttemptReport } from '@avatar/stage';

const attempt: AttemptReport = {
  index: 0,
  intensity: 1,
  kept: true,
  verdict: {
    accepted: true,
    decision: 'accept',
    likenessScore: 0.87,
    likenessCosine: 0.79,
    faceDetected: true,
    findings: [
      { check: 'likeness', status: 'passed', measured: 0.87, threshold: 0.85, message: 'Looks alike.' },
      { check: 'content-safe', status: 'not-applicable', measured: 0, threshold: 0.6, message: 'Not asked.' },
    ],
  },
};

export const fakeResult: PhotoAvatarResult = {
  origin: 'photo',
  bytes: Uint8Array.of(1, 2, 3),
  thumbnail: Uint8Array.of(4),
  format: 'png',
  delivered: 'avatar',
  width: 800,
  height: 800,
  style: 'corporate_headshot',
  platform: 'linkedin',
  background: 'studio_light',
  palette: 'neutral_grey',
  mode: 'max',
  intensity: 1,
  seed: 5,
  faceDetected: true,
  faceCount: 2,
  faceCoverage: 0.1234567,
  likenessScore: 0.87,
  likenessCosine: 0.79,
  likenessModel: 'sface',
  likenessModelVersion: 'v1',
  inputQualityScore: 0.9,
  decision: 'accept',
  validationWarnings: [{ code: 'multiple-faces', message: 'There are 2 faces.', measured: 2, threshold: 1 }],
  attempts: [attempt],
  latencyMs: 1234.5,
  timingsMs: { load: 10.123, save: 20 },
  models: ['sface'],
};

export const fakeModel: CharacterModelResult = {
  origin: 'character',
  delivered: 'avatar',
  format: 'glb',
  bytes: Uint8Array.of(7, 8),
  triangles: 12345,
  look: 'toon3d',
  character: { hair: { style: 'bun' }, seed: 7 },
  understood: [],
  unsupported: [{ words: 'pose.gesture=wave', from: 'spec', start: 0, end: 0, reason: 'not-in-look' }],
  seed: 7,
  latencyMs: 400,
};

export const fakeAnimation: CharacterAnimationResult = {
  ...fakeModel,
  format: 'webp',
  bytes: Uint8Array.of(9),
  animate: 'wave',
  width: 320,
  height: 320,
  frames: 40,
  durationMs: 2000,
  unsupported: [],
};

/** One transparent pixel. */
export const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const fakeDrawing: CharacterAvatarResult = {
  origin: 'character',
  bytes: Uint8Array.of(1, 2, 3),
  thumbnail: Uint8Array.of(4),
  format: 'png',
  delivered: 'avatar',
  width: 800,
  height: 800,
  look: 'toon3d',
  style: 'character_toon3d',
  platform: 'custom',
  background: 'own',
  palette: undefined,
  mode: 'max',
  intensity: 1,
  seed: 7,
  faceDetected: false,
  decision: 'accept',
  validationWarnings: [
    { code: 'not-drawn', message: 'This look cannot draw “hair style: bun”, and left it out.' },
  ],
  attempts: [attempt],
  latencyMs: 400,
  timingsMs: { 'character-draw': 390 },
  models: [],
  character: { hair: { style: 'bun' }, seed: 7 },
  understood: [{ words: 'bun', from: 'text', start: 2, end: 5, path: 'hair.style', value: 'bun' }],
  unsupported: [{ words: 'parrot', from: 'text', start: 10, end: 16, reason: 'not-drawn' }],
};

export const fakeAnalysis: PhotoAnalysis = {
  width: 400,
  height: 300,
  faceCount: 1,
  faces: [
    {
      box: { x: 10.001, y: 20, width: 30, height: 40 },
      score: 0.9,
      presence: 0.99,
      coverage: 0.2,
      pose: { rollRad: Math.PI / 18, yawRad: 0, pitchRad: -Math.PI / 36 },
      landmarks: { scheme: 'mesh468', points: Float32Array.from({ length: 1404 }, (_, i) => i) },
    },
  ],
  inputQualityScore: 0.75,
  components: [
    { name: 'yaw', score: 0.5, weight: 0.08, measured: 35, unit: 'deg', advice: 'Turn towards the camera.' },
    { name: 'photograph', score: undefined, weight: 0, reason: 'Nothing tells.' },
  ],
  refusal: undefined,
  warnings: [{ code: 'occluded', message: 'Take the glasses off.', measured: 0.3, threshold: 0.62 }],
};
