export { aiSdkEngine } from './ai-sdk-engine.js';
export type { AiSdkEngineOptions, ImageCall } from './options.js';
