export { deleteStyle } from './delete-style.js';
export { StyleRunner } from './style-runner.js';
export { submitStyle, type StyleParts } from './submit-style.js';
export { StyleUpload } from './upload.js';
