import { eyeMidpoint, headHeightPx } from '@avatar/face';
import type { ExampleView } from './view.js';

/** How the example is cut, as fractions of its shorter side from its upper edge. */
export interface ExampleFraming {
  /** Crown to chin. */
  readonly headHeight: number;
  readonly eyeLine: number;
}

/** Undefined where no face was found. */
export function framingOf({ face, lab }: ExampleView): ExampleFraming | undefined {
  if (!face) return undefined;
  const side = Math.min(lab.width, lab.height);
  return { headHeight: headHeightPx(face) / side, eyeLine: eyeMidpoint(face)[1] / side };
}
