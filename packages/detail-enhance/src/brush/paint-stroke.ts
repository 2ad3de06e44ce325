import { TEXTURE_LENGTH, TEXTURE_WIDTH, type BrushTexture } from './brush-texture.js';
import type { Canvas } from './canvas.js';
import type { Stroke } from './stroke.js';

/** Share of the colour's brightness that differs between bristles. */
const STREAKS = 0.16;

type Span = readonly [from: number, to: number];

/**
 * Extent of a turned rectangle along one axis of the picture.
 * @param along component of the stroke's direction on that axis
 * @param across component of the direction to its right
 */
function extent(along: number, across: number, { back, ahead }: Stroke, left: number, right: number): Span {
  const ends = [-back * along, ahead * along];
  const sides = [-left * across, right * across];
  return [Math.min(...ends) + Math.min(...sides), Math.max(...ends) + Math.max(...sides)];
}

/** Lays one stroke over the canvas, in place: the brush's texture, bent along a parabola. */
export function paintStroke({ planes, relief }: Canvas, stroke: Stroke, texture: BrushTexture): void {
  const { x, y, directionX: cos, directionY: sin, back, bend, halfWidth, load } = stroke;
  const { width, height } = relief;
  const bulge = bend * Math.max(back, stroke.ahead) ** 2;
  const [left, right] = [halfWidth + Math.max(0, -bulge), halfWidth + Math.max(0, bulge)];
  const [fromX, toX] = extent(cos, -sin, stroke, left, right);
  const [fromY, toY] = extent(sin, cos, stroke, left, right);
  const firstColumn = Math.max(0, Math.floor(x + fromX));
  const lastColumn = Math.min(width - 1, Math.ceil(x + toX));
  const lastRow = Math.min(height - 1, Math.ceil(y + toY));
  const toU = TEXTURE_LENGTH / (back + stroke.ahead);
  const toV = TEXTURE_WIDTH / (2 * halfWidth);
  const [reds, greens, blues] = planes;
  const [red, green, blue] = stroke.colour;
  const thicknesses = relief.data;
  for (let row = Math.max(0, Math.floor(y + fromY)); row <= lastRow; row++) {
    const dy = row + 0.5 - y;
    for (let column = firstColumn, i = row * width + column; column <= lastColumn; column++, i++) {
      const dx = column + 0.5 - x;
      const along = dx * cos + dy * sin;
      const u = (along + back) * toU;
      if (u < 0 || u >= TEXTURE_LENGTH) continue;
      const across = dy * cos - dx * sin - bend * along * along;
      const v = (across + halfWidth) * toV;
      if (v < 0 || v >= TEXTURE_WIDTH) continue;
      const at = (v | 0) * TEXTURE_LENGTH + (u | 0);
      // The texture is too coarse for the edge of a fine brush, which is one pixel soft.
      const inside = halfWidth - (across < 0 ? -across : across);
      const opacity = inside < 1 ? texture.opacity[at] * inside : texture.opacity[at];
      if (opacity === 0) continue;
      const thickness = texture.thickness[at];
      const streak = 1 + STREAKS * (thickness - 0.5);
      reds[i] += (red * streak - reds[i]) * opacity;
      greens[i] += (green * streak - greens[i]) * opacity;
      blues[i] += (blue * streak - blues[i]) * opacity;
      thicknesses[i] += (thickness * load - thicknesses[i]) * opacity;
    }
  }
}
