import { createPlane, type Planes3 } from '@avatar/image';
import type { LightColour } from '@avatar/stage';

/** The light of a scene, linear and without a ceiling: a sun is thousands of times brighter than the sand. */
export class SceneLight {
  readonly planes: Planes3;
  readonly side: number;

  /** @param side points a side */
  constructor(side: number) {
    this.side = side;
    this.planes = [createPlane(side, side), createPlane(side, side), createPlane(side, side)];
  }

  /**
   * Asks for the light of every point. `x` and `y` are fractions of the side; `paint` writes red, green and blue into `out`,
   * which holds what is there already.
   */
  paint(paint: (x: number, y: number, out: Float64Array) => void): void {
    const { side, planes } = this;
    const out = new Float64Array(3);
    const [red, green, blue] = planes.map((plane) => plane.data);
    for (let row = 0, i = 0; row < side; row++)
      for (let column = 0; column < side; column++, i++) {
        out[0] = red[i];
        out[1] = green[i];
        out[2] = blue[i];
        paint((column + 0.5) / side, (row + 0.5) / side, out);
        red[i] = out[0];
        green[i] = out[1];
        blue[i] = out[2];
      }
  }

  /** Adds a point of light that is a cell wide; shared by the four cells around it. */
  addPoint(x: number, y: number, colour: LightColour, light: number): void {
    const { side, planes } = this;
    const column = Math.floor(x * side - 0.5);
    const row = Math.floor(y * side - 0.5);
    const right = x * side - 0.5 - column;
    const down = y * side - 0.5 - row;
    for (let dy = 0; dy < 2; dy++)
      for (let dx = 0; dx < 2; dx++) {
        if (column + dx < 0 || column + dx >= side || row + dy < 0 || row + dy >= side) continue;
        const share = light * (dx ? right : 1 - right) * (dy ? down : 1 - down);
        const i = (row + dy) * side + column + dx;
        for (let channel = 0; channel < 3; channel++) planes[channel].data[i] += colour[channel] * share;
      }
  }
}
