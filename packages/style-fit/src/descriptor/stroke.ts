import { lightnessPlane, type ExampleView } from './view.js';

/** Mean difference of lightness between neighbouring scales, from fine to coarse: how busy each size of mark is. */
export function strokeBands({ lab, blurred }: ExampleView): number[] {
  let finer = lightnessPlane(lab).data;
  return blurred.map(({ data }) => {
    let sum = 0;
    for (let i = 0; i < data.length; i++) sum += Math.abs(finer[i] - data[i]);
    finer = data;
    return sum / data.length;
  });
}
