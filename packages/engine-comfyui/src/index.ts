export { comfyUiEngine } from './comfyui-engine.js';
export type { ComfyUiEngineOptions } from './options.js';
export { PLACEHOLDERS, type Placeholder, type Workflow, type WorkflowNode } from './workflow.js';
