import type { ExampleView } from './view.js';
import { quantiles, thinned } from './quantiles.js';

/** 0, 5, 10 ... 100 %. */
const TONE_SHARES = Array.from({ length: 21 }, (_, i) => i / 20);
const STRIDE = 3;

/** L at `TONE_SHARES`. */
export const toneOf = ({ lab }: ExampleView): number[] => quantiles(thinned(lab.L, STRIDE), TONE_SHARES);
