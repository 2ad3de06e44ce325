export { readRegularFile } from './read-regular-file.js';
export type { UnreadableFile } from './read-regular-file.js';
export { writeAtomically } from './write-atomically.js';
export type { FileBytes, FileWriter } from './write-atomically.js';
