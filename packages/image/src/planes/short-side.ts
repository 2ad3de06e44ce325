/** Shorter side of a picture: what is said in fractions of a square's side means this side of a rectangle. */
export const shortSide = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(width, height);
