import { integer, number, object, share } from './fields.js';

export const brushwork = object({
  broadest: number(0.02, 0.12),
  finest: number(0.002, 0.02),
  layers: integer(2, 6),
  length: number(1, 8),
  colourVariation: share(),
  relief: share(),
});
