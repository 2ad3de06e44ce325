import type { FilledCharacter } from '@avatar/character';
import { shortSidePx, type PictureSize } from '@avatar/stage';
import { CANVAS } from './view.js';

/** What is drawn on, in canvas units: its shorter side is `CANVAS` long. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
}

export const SQUARE_CANVAS: Canvas = { width: CANVAS, height: CANVAS };

export function canvasOf(size: PictureSize): Canvas {
  const unit = CANVAS / shortSidePx(size);
  return { width: size.widthPx * unit, height: size.heightPx * unit };
}

/** Share of what a high canvas has more than a square that goes above the head, by how near the person is. */
const ABOVE = { close_up: 0.2, half_body: 0.12 } as const;
/** A whole figure with its arms is this wide, in head units. */
const FIGURE_WIDTH = 7.6;
/** Free above and below a whole figure, together. */
const MARGINS = 40;

/** Middle of the head for a height that fits a square. */
export const placedIn = (
  { width, height }: Canvas,
  framing: keyof typeof ABOVE,
  y: number,
): readonly [x: number, y: number] => [width / 2, y + ABOVE[framing] * Math.max(0, height - CANVAS)];

/** Scale and place of a whole figure. @param over,under what it reaches above and below the middle of its head */
export function wholeFigureIn(
  { width, height }: Canvas,
  over: number,
  under: number,
): { readonly scale: number; readonly centre: readonly [x: number, y: number] } {
  const scale = Math.min((height - MARGINS) / (over + under), width / FIGURE_WIDTH);
  const left = height - MARGINS - scale * (over + under);
  return { scale, centre: [width / 2, over * scale + 8 + left / 2] };
}

/** The person for a canvas: one that is higher than wide shows the body below the chest, so all of it is drawn. */
export function withBody(character: FilledCharacter, { width, height }: Canvas): FilledCharacter {
  if (height <= width || character.pose.framing === 'full_body') return character;
  return { ...character, pose: { ...character.pose, framing: 'full_body' } };
}
