import type { Scene } from '../looks/vector/scene.js';
export function drawHeadwear(_scene: Scene): void {}
export function drawHeadwearBack(_scene: Scene): void {}
