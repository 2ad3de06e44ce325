/** The stage packages: they sit side by side and never import each other. */
export const STAGE_PACKAGES = [
  'load',
  'face-align',
  'bg-generate',
  'style-apply',
  'detail-enhance',
  'quality-gate',
  'save',
] as const;

const BELOW_STAGES = ['stage', 'image', 'models', 'styles', 'face'];
const BELOW_GENERATOR = [...BELOW_STAGES, ...STAGE_PACKAGES, 'pipeline-runner'];

/** What each package may import. A new package is added here first. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  stage: [],
  image: ['stage'],
  models: ['stage'],
  styles: ['stage'],
  character: ['stage'],
  'character-brief': ['stage', 'character'],
  vector: ['stage', 'image'],
  'character-draw': ['stage', 'image', 'vector', 'character'],
  'pipeline-runner': ['stage'],
  face: ['stage', 'image', 'models'],
  testing: BELOW_STAGES,
  ...Object.fromEntries(STAGE_PACKAGES.map((name) => [name, BELOW_STAGES])),
  generator: BELOW_GENERATOR,
  cli: [...BELOW_GENERATOR, 'generator'],
  'worker-pool': [...BELOW_GENERATOR, 'generator'],
  client: [],
  server: ['stage', 'styles', 'generator', 'worker-pool', 'client'],
};

/** Native libraries: two copies in one process conflict, so each has one importer. */
export const SINGLE_IMPORTERS: Readonly<Record<string, string>> = {
  sharp: 'image',
  'onnxruntime-node': 'models',
};

/** Tests of every package may use these without declaring them: they are not shipped with them. */
export const TEST_PACKAGES: readonly string[] = ['testing', 'image'];
