import type { Scene } from '../looks/vector/scene.js';
export function drawGesture(_scene: Scene): void {}
