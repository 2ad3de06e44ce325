import { libraryBuild } from '../../tooling/tsup.js';

export default libraryBuild({ entry: ['src/index.ts', 'src/main.ts', 'src/relayed-main.ts'] });
