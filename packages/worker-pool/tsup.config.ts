import { libraryBuild } from '../../tooling/tsup.js';

// Children start from files of their own.
export default libraryBuild({ entry: ['src/index.ts', 'src/child-main.ts', 'src/generator-worker.ts'] });
