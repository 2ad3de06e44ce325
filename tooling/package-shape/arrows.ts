/** The stage packages: they sit side by side and never import each other. */
export const STAGE_PACKAGES = [
  'load',
  'face-align',
  'face-reshape',
  'matte',
  'bg-generate',
  'style-apply',
  'composite',
  'detail-enhance',
  'quality-gate',
  'save',
] as const;

const BELOW_STAGES = ['stage', 'image', 'models', 'styles', 'face'];
const BELOW_GENERATOR = [...BELOW_STAGES, ...STAGE_PACKAGES, 'onnx', 'pipeline-runner', 'engine'];

/** A person as data, from words, from a photo, and as a picture. */
const CHARACTER_PACKAGES = [
  'character',
  'character-brief',
  'character-draw',
  'character-fit',
  'character-glb',
];

/** What each package may import. A new package is added here first. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  stage: [],
  // Reading and writing of files, for those who meet a disk.
  files: [],
  image: ['stage'],
  // What models are; how fetched weights become ONNX; what runs them. Stages know the first only.
  models: ['stage', 'files'],
  'model-convert': ['stage', 'models'],
  // The library for this platform, and nothing of ours.
  onnxruntime: [],
  onnx: ['stage', 'models', 'model-convert', 'onnxruntime'],
  tfjs: ['stage', 'models'],
  styles: ['stage', 'files'],
  character: ['stage'],
  'character-brief': ['stage', 'character'],
  // Messages about an avatar, as edits of what it is made of.
  conversation: ['stage', 'styles', 'character', 'character-brief'],
  vector: ['stage', 'image'],
  'character-draw': ['stage', 'image', 'vector', 'character'],
  // The same person for other programs, in three dimensions.
  'character-glb': ['stage', 'image', 'character', 'character-draw'],
  'pipeline-runner': ['stage'],
  // Whoever paints portraits elsewhere, behind one interface: adapters know nothing else of the toolkit.
  engine: ['stage'],
  'engine-comfyui': ['stage', 'engine'],
  'engine-ai-sdk': ['stage', 'engine'],
  face: ['stage', 'image', 'models'],
  // Faces by another library, on TensorFlow.js: whoever wants it gives it to the generator.
  'face-api': ['stage', 'image', 'models', 'face', 'tfjs'],
  testing: BELOW_STAGES,
  // Face and character meet here only: what a photo shows, as data.
  'character-fit': ['stage', 'image', 'models', 'character', 'face'],
  load: ['stage', 'files', 'image'],
  'face-align': ['stage', 'image', 'models', 'styles', 'face'],
  'face-reshape': ['stage', 'image', 'face'],
  // Who is in the photo; what stands behind the person; both together: three rooms that know nothing of each other.
  matte: ['stage', 'image', 'models', 'face'],
  'bg-generate': ['stage', 'image', 'styles'],
  composite: ['stage', 'image'],
  'style-apply': BELOW_STAGES,
  'detail-enhance': ['stage', 'image', 'styles', 'face'],
  'quality-gate': BELOW_STAGES,
  save: ['stage', 'files', 'image'],
  // Example pictures to a style: it reads and judges them as photos are.
  'style-fit': [...BELOW_STAGES, 'load', 'quality-gate'],
  generator: [...BELOW_GENERATOR, ...CHARACTER_PACKAGES],
  cli: [...BELOW_GENERATOR, ...CHARACTER_PACKAGES, 'generator', 'style-fit'],
  'worker-pool': [...BELOW_GENERATOR, 'generator', 'style-fit'],
  client: [],
  server: [
    'stage',
    'styles',
    'character',
    'character-brief',
    'conversation',
    'engine',
    'engine-comfyui',
    'generator',
    'style-fit',
    'worker-pool',
    'client',
  ],
};

/** Native libraries: two copies in one process conflict, so each has one importer. */
export const SINGLE_IMPORTERS: Readonly<Record<string, string>> = {
  sharp: 'image',
  'onnxruntime-node': 'onnxruntime',
};

/** What the tests of a package may import besides: adapters are tried with the generator that they are made for. */
export const TEST_ARROWS: Readonly<Record<string, readonly string[]>> = {
  'engine-comfyui': ['generator', 'styles', 'models', 'face'],
  'engine-ai-sdk': ['generator', 'styles'],
  tfjs: ['styles', 'style-apply'],
  'face-api': ['generator'],
};

/** Tests of every package may use these without declaring them: they are not shipped with them. */
export const TEST_PACKAGES: readonly string[] = ['testing', 'image', 'onnx'];
