import type { ClothingStyle } from '@avatar/character';
import type { Scene } from '../looks/vector/scene.js';
import { tshirt } from './styles/tshirt.js';
import { Tailor, type Garment } from './tailor.js';

const GARMENTS = { tshirt } as unknown as Readonly<Record<ClothingStyle, Garment>>;

export function drawClothesBack(scene: Scene): void {
  garmentOf(scene).back?.(new Tailor(scene));
}

export function drawClothes(scene: Scene): void {
  garmentOf(scene).front(new Tailor(scene));
}

export const garmentOf = ({ character }: Scene): Garment => GARMENTS[character.clothing.style] ?? tshirt;
