export { runCli } from './run-cli.js';
export { processIo } from './process-io.js';
export { EXIT } from './exit-code.js';
export type { CliIo } from './cli-io.js';
